/*
 * A sheet: sections of lines with links and buttons, for what a panel tells rather than asks.
 *
 * A section is drawn again only when it changed, and the focus stays where it was. Words are
 * only ever set as text, never as markup.
 */

const link = (given, press) => {
  const node = make("a", given.primary ? "ij-button ij-primary" : given.look === "button" ? `ij-button${given.small ? " ij-small" : ""}` : "", given.label);
  node.href = given.notebook;
  node.dataset.ijNotebook = given.notebook;
  node.dataset.key = `link:${given.notebook}:${given.item ?? ""}`;
  if (given.title) {
    node.setAttribute("aria-label", given.title);
  }
  if (given.name) {
    node.addEventListener("click", () => press(given.name, given.item));
  }
  return node;
};

const button = (given, press) => {
  const node = make("button", `ij-button${given.primary ? " ij-primary" : ""}${given.small ? " ij-small" : ""}`, given.label);
  node.type = "button";
  node.dataset.key = `${given.name}:${given.item ?? ""}`;
  if (given.title) {
    node.setAttribute("aria-label", given.title);
  }
  if (given.expanded !== undefined) {
    node.setAttribute("aria-expanded", String(given.expanded));
  }
  node.addEventListener("click", () => press(given.name, given.item));
  return node;
};

const actions = (given, press) => {
  const box = make("div", "ij-actions");
  box.append(
    ...(given.links ?? []).map((one) => link(one, press)),
    ...(given.buttons ?? []).map((one) => button(one, press)),
  );
  return box;
};

const more = (given) => {
  const box = make("details", "ij-more");
  const summary = make("summary", "", given.summary);
  summary.dataset.key = `more:${given.summary}`;
  box.append(summary, ...given.texts.map((text) => make("p", "ij-hint", text)));
  return box;
};

/** Label and words, such as a question with its answer; side by side where there is room. */
const pairs = (given, layout) => {
  const list = make("dl", `ij-pairs${layout === "side" ? " ij-pairs-side" : ""}`);
  for (const [label, words] of given) {
    list.append(make("dt", "", label), make("dd", "", words));
  }
  return list;
};

/** A sentence; where it comes in stretches, those that are links lead out of the notebook. */
const sentence = (look, given) => {
  if (!Array.isArray(given)) {
    return make("p", look, given);
  }
  const node = make("p", look);
  for (const { text, link: to } of given) {
    if (!to.toLowerCase().startsWith("https://")) {
      node.append(text);
      continue;
    }
    const way = make("a", "ij-way-out", text);
    way.href = to;
    way.target = "_blank";
    way.rel = "noopener noreferrer";
    way.dataset.key = `out:${to}`;
    node.append(way);
  }
  return node;
};

const line = (given, press) => {
  const node = make("li", "ij-row");
  const words = make("div", "ij-row-words");
  if (given.to) {
    const title = make("p", "ij-row-title");
    title.append(link(given.to, press));
    words.append(title);
  } else if (given.title) {
    words.append(make("p", "ij-row-title", given.title));
  }
  words.append(...(given.texts ?? []).map((text) => sentence("ij-row-line", text)));
  if (given.pairs) {
    words.append(pairs(given.pairs, given.layout));
  }
  if (given.more) {
    words.append(more(given.more));
  }
  node.append(words);
  if (given.links || given.buttons) {
    node.append(actions(given, press));
  }
  return node;
};

const heading = (given, id) => {
  const node = make(given.level === 1 ? "h1" : "h2", "ij-sheet-heading", given.heading);
  node.id = id;
  if (given.tag) {
    node.append(" ", make("span", "ij-tag", given.tag));
  }
  return node;
};

/* Every sheet loads this module anew: its ids carry a mark of their own. */
const MARK = Math.random().toString(36).slice(2, 8);
let counter = 0;

const section = (given, press) => {
  const node = make("section", `ij-sheet-section ij-tone-${given.tone ?? "plain"}`);
  node.dataset.section = given.key;
  node.tabIndex = -1;
  if (given.heading) {
    const id = `ij-sheet-${MARK}-${++counter}`;
    node.append(heading(given, id));
    node.setAttribute("aria-labelledby", id);
  }
  node.append(...(given.texts ?? []).map((text, at) => sentence(at === 0 && given.lead ? "ij-lead" : "", text)));
  if (given.pairs) {
    node.append(pairs(given.pairs, given.layout));
  }
  if (given.lines?.length) {
    const list = make("ul", `ij-rows ij-rows-${given.layout ?? "list"}`);
    list.append(...given.lines.map((one) => line(one, press)));
    node.append(list);
  }
  if (given.links || given.buttons) {
    node.append(actions(given, press));
  }
  if (given.hint) {
    node.append(make("p", "ij-hint", given.hint));
  }
  if (given.more) {
    node.append(more(given.more));
  }
  return node;
};

const render = ({ model, el }) => {
  el.classList.add("ij-sheet");
  const press = (name, item) => model.send({ type: "press", name, item: item ?? "" });
  let drawn = [];

  const draw = (first) => {
    const before = new Map(drawn.map((one) => [one.key, one]));
    const focused = el.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.dataset.key;
    const from = focused?.closest("[data-section]")?.dataset.section;
    drawn = model.get("sections").map((given) => {
      const words = JSON.stringify(given);
      const same = before.get(given.key);
      return same?.words === words ? same : { key: given.key, words, given, node: section(given, press), isNew: !same };
    });
    const wanted = drawn.map((one) => one.node);
    if (wanted.length !== el.children.length || wanted.some((node, at) => node !== el.children[at])) {
      el.replaceChildren(...wanted);
    }
    const asks = first ? null : drawn.find((one) => one.given.focus && one.isNew);
    if (asks) {
      asks.node.focus();
    } else if (focused && !focused.isConnected) {
      const again = [...el.querySelectorAll("[data-key]")].find((node) => node.dataset.key === key);
      (again ?? el.querySelector(`[data-section="${CSS.escape(from ?? "")}"]`))?.focus();
    } else if (focused && document.activeElement !== focused) {
      focused.focus();
    }
    drawn.forEach((one) => (one.isNew = false));
  };

  const asked = (message) => {
    if (message.type === "focus") {
      [...el.querySelectorAll("[data-key]")].find((node) => node.dataset.key === message.key)?.focus();
    }
  };
  draw(true);
  return listenTo(model, { "change:sections": () => draw(false), "msg:custom": asked });
};

export default { render };
