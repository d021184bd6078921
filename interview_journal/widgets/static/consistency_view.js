/*
 * Tabs, and under them cards, tables, filters and folds.
 *
 * A block is drawn again only when it changed, and the focus stays where it was. What is typed is
 * sent after a pause and with every press. Words are only ever set as text, never as markup.
 */
const PAUSE_MS = 600;
const FILTER_PAUSE_MS = 300;

let counter = 0;
const freshId = () => `ij-page-${++counter}-${Math.random().toString(36).slice(2, 8)}`;

const button = (given, page) => {
  const node = make("button", `ij-button${given.primary ? " ij-primary" : ""}${given.small ? " ij-small" : ""}`, given.label);
  node.type = "button";
  node.dataset.key = `${given.name}:${given.item ?? ""}`;
  if (given.title) {
    node.setAttribute("aria-label", given.title);
  }
  node.addEventListener("click", () => page.press(given.name, given.item));
  return node;
};

const actions = (buttons, page) => {
  const box = make("div", "ij-actions");
  box.append(...buttons.map((one) => button(one, page)));
  return box;
};

const words = (segments) => {
  const box = make("p", "ij-said");
  box.dir = "auto";
  for (const [text, isMarked] of segments) {
    box.append(isMarked ? make("mark", "ij-differs", text) : document.createTextNode(text));
  }
  return box;
};

const side = (given) => {
  const node = make("div", "ij-side");
  node.append(make("p", "ij-place-line", given.place));
  if (given.question) {
    const asked = make("p", "ij-asked", given.question);
    asked.dir = "auto";
    node.append(asked);
  }
  node.append(words(given.segments));
  if (given.hint) {
    node.append(make("p", "ij-hint", given.hint));
  }
  return node;
};

const wordsField = (given, page) => {
  const box = make("div", "ij-field ij-words-field");
  const id = freshId();
  const label = make("label", "ij-label", given.label);
  label.htmlFor = id;
  const hint = make("p", "ij-hint", given.hint);
  hint.id = `${id}-hint`;
  const area = make("textarea", "ij-input ij-long");
  area.id = id;
  area.rows = 2;
  area.value = given.value ?? "";
  area.dir = "auto";
  area.dataset.key = `words:${given.item}`;
  area.setAttribute("aria-describedby", hint.id);
  area.addEventListener("input", () => page.type(given.item, area.value));
  area.addEventListener("blur", () => page.sendTyped());
  box.append(label, hint, area);
  return box;
};

const heading = (given, level) => {
  const node = make(`h${level}`, "ij-sheet-heading", given.heading);
  node.dir = "auto";
  if (given.tag) {
    node.append(" ", make("span", "ij-tag", given.tag));
  }
  return node;
};

const plainTexts = (lines) =>
  (lines ?? []).map((text) => {
    const node = make("p", "", text);
    node.dir = "auto";
    return node;
  });

const cardBlock = (given, page) => {
  const node = make("article", `ij-card ij-card-${given.tone ?? "plain"}`);
  if (given.heading) {
    const title = heading(given, given.level ?? 3);
    title.id = freshId();
    node.setAttribute("aria-labelledby", title.id);
    node.append(title);
  }
  node.append(...plainTexts(given.texts));
  if (given.sides) {
    const sides = make("div", "ij-sides");
    sides.append(...given.sides.map(side));
    node.append(sides);
  }
  if (given.words) {
    node.append(wordsField(given.words, page));
  }
  if (given.buttons) {
    node.append(actions(given.buttons, page));
  }
  if (given.hint) {
    node.append(make("p", "ij-hint", given.hint));
  }
  return node;
};

const textsBlock = (given, page) => {
  const node = make("div", "ij-texts");
  if (given.heading) {
    node.append(heading(given, given.level ?? 2));
  }
  node.append(...plainTexts(given.texts));
  if (given.lines) {
    const list = make("ul", "ij-plain-list");
    list.append(
      ...given.lines.map((text) => {
        const line = make("li", "", text);
        line.dir = "auto";
        return line;
      }),
    );
    node.append(list);
  }
  if (given.buttons) {
    node.append(actions(given.buttons, page));
  }
  if (given.hint) {
    node.append(make("p", "ij-hint", given.hint));
  }
  return node;
};

const foldBlock = (given, page) => {
  const node = make("div", "ij-section");
  const toggle = make("button", "ij-toggle", given.label);
  toggle.type = "button";
  toggle.dir = "auto";
  toggle.dataset.key = `fold:${given.key}`;
  toggle.setAttribute("aria-expanded", String(given.open));
  toggle.addEventListener("click", () => page.press("fold", given.key));
  node.append(toggle);
  if (given.open) {
    const body = make("div", "ij-section-body");
    body.append(...given.blocks.map((one) => draw(one, page)));
    node.append(body);
  }
  return node;
};

const tableBlock = (given) => {
  const place = tableIn(given, (word, at) => {
    const cell = make("td", "", word);
    cell.dir = "auto";
    cell.dataset.label = given.columns[at];
    return cell;
  });
  place.dataset.key = `table:${given.key}`;
  return place;
};

const filterField = (given, value, page) => {
  const box = make("div", "ij-field ij-half");
  const id = freshId();
  const label = make("label", "ij-label", given.label);
  label.htmlFor = id;
  const input = make(given.options ? "select" : "input", "ij-input");
  input.id = id;
  input.dataset.key = `filter:${given.name}`;
  input.dataset.filter = given.name;
  if (given.options) {
    input.append(
      ...given.options.map((one) => {
        const option = make("option", "", one.label);
        option.value = one.value;
        return option;
      }),
    );
    input.addEventListener("change", () => page.choose(given.name, input.value));
  } else {
    input.type = "search";
    input.autocomplete = "off";
    let timer;
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => page.choose(given.name, input.value), FILTER_PAUSE_MS);
    });
  }
  input.value = value ?? "";
  box.append(label, input);
  return box;
};

const filtersBlock = (given, page) => {
  const node = make("div", "ij-fields ij-filters");
  node.append(...given.fields.map((one) => filterField(one, given.values[one.name], page)));
  return node;
};

const progressBlock = (given, page) => {
  const node = make("div", "ij-progress");
  const bar = make("progress");
  bar.max = given.total;
  bar.value = given.done;
  bar.setAttribute("aria-label", given.label);
  node.append(make("p", "", given.label), bar, actions(given.buttons, page));
  return node;
};

const BLOCKS = { card: cardBlock, texts: textsBlock, fold: foldBlock, table: tableBlock, filters: filtersBlock, progress: progressBlock };

const draw = (given, page) => {
  const node = BLOCKS[given.kind](given, page);
  node.dataset.block = given.key;
  if (!node.hasAttribute("tabindex")) {
    node.tabIndex = -1;
  }
  return node;
};

/* What a person types into must not be drawn anew while they type. */
const likeness = (given) => JSON.stringify(given.kind === "filters" ? given.fields : given);

const pageOf = (model) => {
  const typed = {};
  let timer;
  const taken = () => {
    clearTimeout(timer);
    const words = { ...typed };
    Object.keys(typed).forEach((item) => delete typed[item]);
    return words;
  };
  return {
    press: (name, item) => model.send({ type: "press", name, item: item ?? "", typed: taken() }),
    choose: (name, value) => model.send({ type: "choose", name, value }),
    sendTyped() {
      if (Object.keys(typed).length) {
        model.send({ type: "type", typed: taken() });
      }
    },
    type(item, text) {
      typed[item] = text;
      clearTimeout(timer);
      timer = setTimeout(() => this.sendTyped(), PAUSE_MS);
    },
  };
};

const render = ({ model, el }) => {
  el.classList.add("ij-page");
  const page = pageOf(model);
  const list = make("div", "ij-tabs");
  const content = make("div", "ij-tab-content");
  content.setAttribute("role", "tabpanel");
  content.id = freshId();
  el.append(list, content);
  let drawn = [];

  const tabs = tabsIn(list, content, (key) => {
    page.sendTyped();
    page.choose("tab", key);
  });
  const drawTabs = () => tabs(model.get("tabs"), model.get("tab"));

  const drawBlocks = () => {
    const before = new Map(drawn.map((one) => [one.key, one]));
    const focused = content.contains(document.activeElement) ? document.activeElement : null;
    const key = focused?.dataset.key;
    const from = focused?.closest("[data-block]")?.dataset.block;
    drawn = model.get("blocks").map((given) => {
      const said = likeness(given);
      const same = before.get(given.key);
      return same?.said === said ? same : { key: given.key, said, node: draw(given, page) };
    });
    const wanted = drawn.map((one) => one.node);
    if (wanted.length !== content.children.length || wanted.some((node, at) => node !== content.children[at])) {
      content.replaceChildren(...wanted);
    }
    for (const given of model.get("blocks").filter((one) => one.kind === "filters")) {
      for (const input of content.querySelectorAll("[data-filter]")) {
        if (input !== document.activeElement && given.values[input.dataset.filter] !== undefined) {
          input.value = given.values[input.dataset.filter];
        }
      }
    }
    if (focused && !focused.isConnected) {
      const again = key && [...content.querySelectorAll("[data-key]")].find((node) => node.dataset.key === key);
      const block = [...content.querySelectorAll("[data-block]")].find((node) => node.dataset.block === from);
      (again || block || list.querySelector("[aria-selected=true]"))?.focus();
    } else if (focused && document.activeElement !== focused) {
      focused.focus();
    }
  };

  const hear = (message, buffers) => {
    if (message.type === "file") {
      saveFile(message.name, "text/csv;charset=utf-8", buffers[0]);
    } else if (message.type === "focus") {
      [...content.querySelectorAll("[data-key]")].find((node) => node.dataset.key === message.key)?.focus();
    }
  };
  const both = () => {
    drawTabs();
    drawBlocks();
  };
  const stop = listenTo(model, { "change:tabs": drawTabs, "change:tab": drawTabs, "change:blocks": both, "msg:custom": hear });
  both();
  return () => {
    page.sendTyped();
    stop();
  };
};

export default { render };
