/*
 * One chart with its sentence: a picture that Python drew, and everything it says in words.
 *
 * It tells Python how wide the page is and whether it is light or dark, after a pause and only
 * when that changed: a picture that is a little smaller must not ask for the next one. What is
 * saved comes as bytes and leaves through the browser's own download, so nothing is requested.
 * Words are only ever set as text, never as markup.
 */
const PAUSE_MS = 150;
const WIDTH_STEP = 20;
const LEAST_WIDTH = 200;
const MOST_WIDTH = 900;
const MOST_RATIO = 2;
const COPIED_MS = 2000;
const SHORT = 24;
const MIME = { png: "image/png", svg: "image/svg+xml" };

const button = (label, press, title) => {
  const node = make("button", "ij-button ij-small", label);
  node.type = "button";
  if (title) {
    node.setAttribute("aria-label", title);
  }
  node.addEventListener("click", press);
  return node;
};

/* ---------------------------------------------------------------- where it stands */

/** What lies behind the chart decides, whoever set it: JupyterLab, Voilà or the system. */
const themeAt = (node) => {
  for (let one = node; one; one = one.parentElement) {
    const [red, green, blue, alpha = 1] = (getComputedStyle(one).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
    if (blue !== undefined && alpha > 0) {
      return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
    }
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

const placeOf = (node) => {
  const room = Math.min(node.clientWidth, MOST_WIDTH);
  return {
    width: Math.max(LEAST_WIDTH, Math.floor(room / WIDTH_STEP) * WIDTH_STEP),
    theme: themeAt(node),
    ratio: Math.min(MOST_RATIO, Math.ceil(window.devicePixelRatio || 1)),
  };
};

const watchPlace = (node, tell) => {
  let told = "";
  let timer;
  const look = () => {
    if (node.clientWidth === 0) {
      return;
    }
    const place = placeOf(node);
    const words = JSON.stringify(place);
    if (words !== told) {
      told = words;
      tell(place);
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, told ? PAUSE_MS : 0);
  };
  const sizes = new ResizeObserver(soon);
  sizes.observe(node);
  const marks = new MutationObserver(soon);
  for (const one of [document.documentElement, document.body]) {
    marks.observe(one, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-jp-theme-name", "data-theme", "class"] });
  }
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", soon);
  soon();
  return () => {
    clearTimeout(timer);
    sizes.disconnect();
    marks.disconnect();
    scheme.removeEventListener("change", soon);
  };
};

/* ---------------------------------------------------------------- its parts */

const copyText = async (text, from) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const range = document.createRange();
    range.selectNodeContents(from);
    const chosen = getSelection();
    chosen.removeAllRanges();
    chosen.addRange(range);
    return false;
  }
};

const codeLine = (code) => {
  const box = make("div", "ij-code");
  const shown = make("pre", "", code);
  shown.tabIndex = 0;
  const said = make("span", "ij-hint");
  said.setAttribute("role", "status");
  const copy = button("Copy", async () => {
    const done = await copyText(code, shown);
    said.textContent = done ? "Copied." : "Marked: copy it with Ctrl+C.";
    setTimeout(() => (said.textContent = ""), COPIED_MS);
  }, "Copy this line of Python");
  box.append(shown, copy, said);
  return box;
};

const cellOf = (word) => make("td", word.length <= SHORT ? "ij-short" : "", word);

const howBox = (texts) => {
  const box = make("details", "ij-more");
  box.append(make("summary", "", "How do we know?"), ...texts.map((text) => make("p", "ij-hint", text)));
  return box;
};

/* ---------------------------------------------------------------- the whole */

let counter = 0;

const render = ({ model, el }) => {
  el.classList.add("ij-chart");
  const id = `ij-chart-${++counter}-${Math.random().toString(36).slice(2, 8)}`;
  const section = make("section", "ij-chart-section");
  section.setAttribute("aria-labelledby", id);
  const heading = make("h2", "ij-sheet-heading");
  heading.id = id;
  const frame = make("div", "ij-chart-frame");
  const image = make("img", "ij-chart-image");
  const sentence = make("p", "ij-chart-sentence");
  const tools = make("div", "ij-chart-tools");
  const tablePlace = make("div", "ij-chart-table");
  const howPlace = make("div");
  frame.append(image);
  section.append(heading, frame, sentence, tools, howPlace, tablePlace);
  el.append(section);
  let address = "";
  let drawn;

  const tableButton = button("Open this as a table", () => model.send({ type: "table", open: !model.get("table").columns }));
  const savePng = button("Save as PNG", () => model.send({ type: "save", format: "png" }));
  const saveSvg = button("Save as SVG", () => model.send({ type: "save", format: "svg" }));
  tools.append(tableButton, savePng, saveSvg);

  const showImage = () => {
    const { alt = "", shows_chart: shows = false } = model.get("shown");
    const bytes = model.get("image");
    const [width, height] = model.get("size");
    frame.hidden = !shows;
    const isThere = shows && bytes && bytes.byteLength > 0;
    image.hidden = !isThere;
    image.alt = alt;
    if (isThere && bytes !== drawn) {
      URL.revokeObjectURL(address);
      address = URL.createObjectURL(new Blob([bytes], { type: MIME.png }));
      drawn = bytes;
      image.src = address;
    }
    image.width = width;
    image.height = height;
  };
  const showWords = () => {
    const { heading: title = "", sentence: words = "", how = [], shows_chart: shows = false } = model.get("shown");
    heading.textContent = title;
    sentence.textContent = words;
    tools.hidden = !shows;
    for (const [node, label] of [[tableButton, "Open this as a table"], [savePng, "Save as PNG"], [saveSvg, "Save as SVG"]]) {
      node.setAttribute("aria-label", `${label}: ${title}`);
    }
    const wasOpen = howPlace.querySelector("details")?.open ?? false;
    const had = howPlace.contains(document.activeElement);
    howPlace.replaceChildren(...(shows && how.length ? [howBox(how)] : []));
    const box = howPlace.querySelector("details");
    if (box) {
      box.open = wasOpen;
      if (had) {
        box.querySelector("summary").focus();
      }
    }
    showImage();
    showTable();
  };
  const showTable = () => {
    const given = model.get("table");
    const isOpen = Boolean(given.columns) && model.get("shown").shows_chart;
    tableButton.setAttribute("aria-expanded", String(isOpen));
    tableButton.textContent = isOpen ? "Close the table" : "Open this as a table";
    tableButton.setAttribute("aria-label", `${tableButton.textContent}: ${heading.textContent}`);
    const parts = isOpen ? [tableIn(given, cellOf), ...(given.note ? [make("p", "ij-hint", given.note)] : []), codeLine(given.code)] : [];
    tablePlace.replaceChildren(...parts);
  };
  const hear = (message, buffers) => {
    if (message.type === "file") {
      saveFile(message.name, MIME[message.format], buffers[0]);
    }
  };
  const events = { "change:shown": showWords, "change:image": showImage, "change:size": showImage, "change:table": showTable, "msg:custom": hear };
  const stop = listenTo(model, events);
  showWords();
  const unwatch = watchPlace(el, (place) => model.send({ type: "place", ...place }));
  return () => {
    unwatch();
    URL.revokeObjectURL(address);
    stop();
  };
};

export default { render };
