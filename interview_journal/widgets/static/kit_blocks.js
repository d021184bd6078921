/*
 * What every page of blocks is made of. It stands before a widget's own script, in one module.
 */
const make = (tag, className, text) => {
  const node = document.createElement(tag);
  if (className) {
    node.className = className;
  }
  if (text !== undefined) {
    node.textContent = text;
  }
  return node;
};

/** A table that scrolls by itself, so that the page never has to; the keyboard can reach it. */
const tableIn = (given, cellOf) => {
  const place = make("div", "ij-table-place");
  place.tabIndex = 0;
  place.setAttribute("role", "region");
  place.setAttribute("aria-label", given.caption);
  const table = make("table", "ij-table");
  table.append(make("caption", "", given.caption));
  const head = make("tr");
  for (const name of given.columns) {
    const cell = make("th", "", name);
    cell.scope = "col";
    head.append(cell);
  }
  const top = make("thead");
  top.append(head);
  const body = make("tbody");
  for (const row of given.rows) {
    const line = make("tr");
    line.append(...row.map(cellOf));
    body.append(line);
  }
  table.append(top, body);
  place.append(table);
  return place;
};

