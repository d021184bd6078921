/*
 * A form: labelled fields whose words are never lost.
 *
 * What is typed goes three ways: into the page's own store (shared by every view of the form),
 * into the browser's storage at once, and to the kernel a second after a pause, which answers
 * when it has written them to disk. Which draft is taken up again is decided in the kernel.
 * Text is only ever set as text, never as markup.
 */
const PAUSE_MS = 1000;
const AT_MOST_MS = 3000;
const NO_ANSWER_MS = 4000;
const RUN_AGAIN = "Choose Run, then Run All Cells, in the menu at the top: the panel comes back with them.";
const PREFIX = "interview_journal:";

/* ---------------------------------------------------------------- elements */

const namesIn = (text) =>
  text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);

/**
 * Runs a change of the page; where it took the focused element away, the focus goes to the next
 * best place in the form. Left on the page itself, keys would reach the notebook.
 */
const keepingFocus = (root, change, places) => {
  const had = root.contains(document.activeElement);
  change();
  if (had && !root.contains(document.activeElement)) {
    const next = places().find((place) => place && place.offsetParent !== null);
    (next ?? root.closest(".ij-panel"))?.focus({ preventScroll: !next });
  }
};

/* ---------------------------------------------------------------- the browser's draft */

const browserDraft = (key) => ({
  read() {
    try {
      return key ? JSON.parse(localStorage.getItem(PREFIX + key)) : null;
    } catch {
      return null;
    }
  },
  write(draft) {
    try {
      if (!key) {
        return false;
      }
      localStorage.setItem(PREFIX + key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  },
  clear() {
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      /* nothing was stored there */
    }
  },
});

const hiddenOf = (values) => Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith("_")));

/* ---------------------------------------------------------------- one store a form */

class Store {
  constructor(model) {
    this.model = model;
    this.listeners = new Set();
    this.sequence = model.get("kept").seq ?? 0;
    this.answered = this.sequence;
    this.inBrowser = false;
    this.take();
    this.offerDraft();
  }

  take() {
    this.adopt();
    this.tell("*");
  }

  /* Nobody is told yet: a field whose words came and went would lose its caret. */
  adopt() {
    this.values = { ...this.model.get("values") };
    this.typed = {};
    this.key = this.model.get("draft_key");
    this.draft = browserDraft(this.key);
    this.dirty = this.model.get("unsaved");
  }

  offerDraft() {
    const found = this.draft.read();
    if (found?.values && JSON.stringify(found.values) !== JSON.stringify(this.values)) {
      this.model.send({ type: "found", values: found.values, at: found.at });
    }
  }

  /* What was typed before the form knew its draft is added to that draft, or begins it. */
  addEarly(typed) {
    const kept = this.draft.read()?.values ?? this.values;
    const values = { ...kept };
    for (const [name, text] of Object.entries(typed)) {
      values[name] = kept[name] && kept[name] !== this.values[name] ? `${kept[name]} ${text}` : text;
    }
    this.values = values;
    this.dirty = true;
    this.draft.write({ values, at: this.changedAt });
    // Like what is typed: they are called kept when the answer comes.
    this.send({ type: "found" });
    this.tell("*");
  }

  /* Some values from the kernel; what is being typed elsewhere in the form stays. */
  patch(changes) {
    Object.assign(this.values, changes);
    if (this.dirty) {
      this.draft.write({ values: this.values, at: Date.now() });
    }
    this.tell("*");
  }

  tell(name) {
    for (const listener of this.listeners) {
      listener(name);
    }
  }

  set(name, value) {
    if (this.values[name] === value) {
      return;
    }
    this.values[name] = value;
    this.typed[name] = value;
    this.dirty = true;
    this.changedAt = Date.now();
    this.inBrowser = this.draft.write({ values: this.values, at: this.changedAt });
    this.firstWaiting ??= this.changedAt;
    const wait = Math.min(PAUSE_MS, Math.max(0, this.firstWaiting + AT_MOST_MS - this.changedAt));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.push(), wait);
    this.tell(name);
  }

  push() {
    clearTimeout(this.timer);
    if (this.firstWaiting !== undefined) {
      this.send({ type: "keep" });
    }
  }

  press(button, item) {
    clearTimeout(this.timer);
    this.send({ type: "press", button, item: item ?? "" });
  }

  send(message) {
    this.firstWaiting = undefined;
    this.sequence += 1;
    const at = this.changedAt ?? Date.now();
    try {
      this.model.send({ ...message, seq: this.sequence, values: this.values, at });
    } catch {
      /* a dead connection: the silence is what the person is told */
    }
    this.waitForAnswer();
    this.tell(null);
  }

  /* Only the oldest unanswered message counts: typing on must not postpone the warning. */
  waitForAnswer() {
    this.silence ??= setTimeout(() => {
      this.silence = undefined;
      this.silent = this.unanswered;
      this.tell(null);
    }, NO_ANSWER_MS);
  }

  get unanswered() {
    return this.sequence > this.answered;
  }

  hear() {
    const { seq = 0 } = this.model.get("kept");
    this.answered = Math.max(this.answered, seq);
    this.silent = false;
    clearTimeout(this.silence);
    this.silence = undefined;
    if (this.unanswered) {
      this.waitForAnswer();
    }
    this.tell(null);
  }

  saved() {
    if (this.firstWaiting === undefined && this.sequence <= this.model.get("saved").seq) {
      this.dirty = false;
      this.draft.clear();
    }
    this.tell(null);
  }

  dispose() {
    this.push();
    clearTimeout(this.silence);
  }
}

/** Returns the store of a form and how to let go of it. */
const openStore = (model) => {
  const store = new Store(model);
  const hear = () => store.hear();
  const saved = () => store.saved();
  const given = () => {
    const { patch = null, seq } = model.get("given");
    if (model.get("draft_key") !== store.key) {
      // Another interview, or the first values at all: what the browser kept of it comes first.
      const early = store.key ? {} : store.typed;
      clearTimeout(store.timer);
      store.firstWaiting = undefined;
      if (Object.keys(early).length) {
        store.adopt();
        store.addEarly(early);
      } else {
        store.take();
        store.offerDraft();
      }
      return;
    }
    const typedSince = store.firstWaiting !== undefined || store.sequence > seq;
    if (patch || typedSince) {
      store.patch(patch ?? hiddenOf(model.get("values")));
      return;
    }
    store.take();
    if (store.dirty) {
      store.draft.write({ values: store.values, at: model.get("draft_at") || Date.now() });
    } else if (!model.get("offer").label) {
      store.draft.clear();
    }
  };
  model.on("change:kept", hear);
  model.on("change:saved", saved);
  model.on("change:given", given);
  const leave = () => store.push();
  window.addEventListener("pagehide", leave);
  const close = () => {
    window.removeEventListener("pagehide", leave);
    store.dispose();
  };
  return { store, close };
};

/* ---------------------------------------------------------------- fields */

/* Every form loads this module anew: ids and groups carry a mark of their own. */
const MARK = Math.random().toString(36).slice(2, 8);
let counter = 0;

const grow = (area) => {
  if (area.offsetParent !== null) {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  }
};

/** Fields of one line: text, day, time, number, with suggestions where there are any. */
const lineField = (field, store, id, describe) => {
  const types = { day: "date", time: "time", number: "number" };
  const input = make("input", {
    id,
    type: types[field.kind] ?? "text",
    class: `ij-input ij-input-${field.kind}`,
    autocomplete: "off",
    min: field.min,
    max: field.max,
    list: field.options?.length ? `${id}-list` : null,
    "aria-required": field.required ? "true" : null,
    "aria-describedby": describe,
    oninput: () => store.set(field.name, input.value),
    onchange: () => store.set(field.name, input.value),
    onblur: () => store.push(),
  });
  const list = field.options?.length
    ? make("datalist", { id: `${id}-list` }, ...field.options.map((o) => make("option", { value: o.value })))
    : null;
  return { nodes: [input, list], focus: input, show: (value) => input.value !== value && (input.value = value) };
};

const longField = (field, store, id, describe) => {
  const area = make("textarea", {
    id,
    class: "ij-input ij-long",
    rows: field.rows ?? 3,
    style: `min-height: ${(field.rows ?? 3) * 1.5 + 1}em`,
    "aria-required": field.required ? "true" : null,
    "aria-describedby": describe,
    oninput: () => {
      store.set(field.name, area.value);
      grow(area);
    },
    onblur: () => store.push(),
  });
  const seen = new ResizeObserver(() => grow(area));
  seen.observe(area.ownerDocument.body);
  requestAnimationFrame(() => grow(area));
  const show = (value) => {
    if (area.value !== value) {
      area.value = value;
      requestAnimationFrame(() => grow(area));
    }
  };
  return { nodes: [area], focus: area, show, stop: () => seen.disconnect() };
};

const pickField = (field, store, id, describe) => {
  const select = make(
    "select",
    { id, class: "ij-input", "aria-describedby": describe, onchange: () => {
      store.set(field.name, select.value);
      store.push();
    } },
    ...field.options.map((o) => make("option", { value: o.value, text: o.label })),
  );
  return { nodes: [select], focus: select, show: (value) => (select.value = value) };
};

/** One tap: native radio buttons, so that arrows, Tab and screen readers work by themselves. */
const choiceField = (field, store, id) => {
  const group = `ij-radio-${MARK}-${++counter}`;
  const inputs = field.options.map((option, number) =>
    make("input", {
      type: "radio",
      id: `${id}-${number}`,
      name: group,
      value: option.value,
      onchange: () => {
        store.set(field.name, option.value);
        store.push();
      },
    }),
  );
  const pills = inputs.map((input, number) =>
    make("label", { class: "ij-pill", for: input.id }, input, make("span", { text: field.options[number].label })),
  );
  const box = make("div", { class: "ij-pills" }, ...pills);
  const show = (value) => inputs.forEach((input) => (input.checked = input.value === value));
  return { nodes: [box], focus: inputs[0], show, isGroup: true };
};

/** A list of what is there already, with buttons on each entry. */
const rowsField = (field, store) => {
  const list = make("ul", { class: `ij-rows ij-rows-${field.layout ?? "list"}` });
  const draw = () => {
    const items = store.model.get("rows")[field.name] ?? [];
    const entry = Array.from(list.children).findIndex((one) => one.contains(document.activeElement));
    const change = () => list.replaceChildren(
      ...items.map((item) =>
        make(
          "li",
          { class: "ij-row" },
          make("div", { class: "ij-row-words" },
            make("p", { class: "ij-row-title", text: item.title }),
            ...(item.lines ?? []).map((line) => make("p", { class: "ij-row-line", text: line })),
          ),
          make("div", { class: "ij-row-buttons" },
            ...(item.buttons ?? []).map((button) =>
              make("button", {
                type: "button",
                class: "ij-button ij-small",
                "aria-label": button.title ?? null,
                disabled: button.disabled === true,
                text: button.label,
                onclick: () => store.press(button.name, item.id),
              }),
            ),
          ),
        ),
      ),
    );
    keepingFocus(list, change, () => [list.children[Math.min(entry, items.length - 1)]?.querySelector("button")]);
    list.hidden = items.length === 0;
    list.closest(".ij-field")?.toggleAttribute("hidden", list.hidden);
  };
  return { nodes: [list], show: draw, isRows: true };
};

const FIELD = { long: longField, pick: pickField, choice: choiceField, rows: rowsField };

const suggestionChips = (field, store) => {
  if (!field.suggestions?.length) {
    return null;
  }
  const box = make("div", { class: "ij-chips" });
  const draw = () => {
    const chosen = field.many ? namesIn(store.values[field.name] ?? "") : [store.values[field.name]];
    for (const chip of box.children) {
      chip.setAttribute("aria-pressed", String(chosen.includes(chip.textContent)));
    }
  };
  const choose = (text) => {
    const now = namesIn(store.values[field.name] ?? "");
    if (!field.many) {
      store.set(field.name, text);
    } else if (now.includes(text)) {
      store.set(field.name, now.filter((name) => name !== text).join(", "));
    } else {
      store.set(field.name, [...now, text].join(", "));
    }
    store.push();
  };
  box.append(
    ...field.suggestions.map((text) =>
      make("button", { type: "button", class: "ij-chip", text, onclick: () => choose(text) }),
    ),
  );
  return { box, draw };
};

const drawField = (field, store, model) => {
  if (field.kind === "note") {
    const node = make(field.heading ? "h3" : "p", { class: field.heading ? "ij-heading" : "ij-note", text: field.label,
      role: field.alert ? "alert" : null });
    if (field.alert) {
      requestAnimationFrame(() => node.scrollIntoView({ block: "nearest" }));
    }
    return { node, show() {}, fail() {} };
  }
  const id = `ij-${MARK}-${++counter}`;
  const hint = field.hint ? make("p", { class: "ij-hint", id: `${id}-hint`, text: field.hint }) : null;
  const error = make("p", { class: "ij-error", id: `${id}-error`, role: "alert" });
  const describe = `${field.hint ? `${id}-hint ` : ""}${id}-error`;
  const part = (FIELD[field.kind] ?? lineField)(field, store, id, describe);
  const chips = suggestionChips(field, store);
  const label = part.isGroup
    ? make("legend", { class: "ij-label", text: field.label })
    : part.isRows
      ? field.label ? make("p", { class: "ij-label", text: field.label }) : null
      : make("label", { class: "ij-label", for: id, text: field.label });
  const node = make(
    part.isGroup ? "fieldset" : "div",
    { class: `ij-field ij-field-${field.kind}${field.half ? " ij-half" : ""}`, "data-field": field.name,
      "aria-describedby": part.isGroup ? describe : null },
    label,
    hint,
    ...part.nodes.filter((one) => one),
    chips?.box ?? null,
    error,
  );
  return {
    node,
    stop: part.stop,
    show() {
      part.show(store.values[field.name] ?? "");
      chips?.draw();
    },
    fail(sentence) {
      error.textContent = sentence ?? "";
      if (part.focus) {
        (part.isGroup ? node : part.focus).setAttribute("aria-invalid", sentence ? "true" : "false");
      }
      return sentence ? part.focus : null;
    },
    rowsOf: part.isRows ? field.name : null,
  };
};

/* ---------------------------------------------------------------- the view */

const statusWords = (store) => {
  const { problem = "" } = store.model.get("kept");
  const kept = store.inBrowser || store.draft.read() !== null;
  if (store.isCutOff) {
    return kept
      ? ["warn", `Not saved: the notebook’s kernel has stopped. Your words are kept in this browser. ${RUN_AGAIN}`]
      : ["warn", `The notebook’s kernel has stopped. ${RUN_AGAIN}`];
  }
  if (store.unanswered && store.silent) {
    return kept
      ? ["warn", "Not saved: the notebook’s kernel does not answer. Your words are kept in this browser."]
      : ["warn", "Not saved: the notebook’s kernel does not answer. Copy your words before you close this page."];
  }
  if (problem) {
    return ["warn", kept ? `${problem} Your words are kept in this browser.` : problem];
  }
  if (store.dirty && store.model.get("tells_saving")) {
    const { on_disk: onDisk = false } = store.model.get("kept");
    return store.firstWaiting === undefined && !store.unanswered && onDisk
      ? ["kept", "Not saved yet. Your words are kept."]
      : ["kept", "Not saved yet."];
  }
  return ["saved", store.model.get("status")];
};

const offerBar = (model, store) => {
  const words = make("p");
  const bar = make("div", { class: "ij-offer", role: "status" });
  const draw = () => {
    const { label = "" } = model.get("offer");
    bar.hidden = !label;
    bar.replaceChildren();
    if (label) {
      words.textContent = label;
      bar.append(
        words,
        make("button", { type: "button", class: "ij-button ij-small", text: "Use that one", onclick: () => store.press("use_other") }),
        make("button", { type: "button", class: "ij-button ij-small", text: "Leave it", onclick: () => store.press("leave_other") }),
      );
    }
  };
  return { bar, draw };
};

const showForm = (store, model, el) => {
  const root = make("div", { class: "ij-form-fields" });
  el.classList.add("ij-form-place");
  el.append(root);
  const offer = offerBar(model, store);
  const toggle = make("button", { type: "button", class: "ij-toggle", onclick: () => store.press("toggle") });
  const header = make("h2", { class: "ij-section-title" }, toggle);
  const lead = make("p", { class: "ij-hint" });
  const body = make("div", { class: "ij-section-body" });
  const fieldsBox = make("div", { class: "ij-fields" });
  const actions = make("div", { class: "ij-actions" });
  const status = make("p", { class: "ij-status", role: "status" });
  body.append(offer.bar, fieldsBox, actions, status);
  root.append(header, lead, body);
  let drawn = [];

  const showHeader = () => {
    const title = model.get("title");
    const isOpen = model.get("opened");
    header.hidden = !title;
    toggle.textContent = title;
    toggle.setAttribute("aria-expanded", String(isOpen));
    lead.textContent = model.get("lead");
    lead.hidden = !lead.textContent;
    body.hidden = Boolean(title) && !isOpen;
    root.classList.toggle("ij-section", Boolean(title));
    showBody();
  };

  const showBody = () => {
    const isEmpty = model.get("fields").length === 0 && model.get("buttons").length === 0;
    root.hidden = isEmpty && !model.get("title") && !model.get("offer").label;
  };

  const showErrors = () => {
    const errors = model.get("errors");
    let first = null;
    for (const { name, part } of drawn) {
      first = part.fail(errors[name]) || first;
    }
    return first;
  };
  const showStatus = () => {
    const [tone, words] = statusWords(store);
    if (status.textContent !== words) {
      status.textContent = words;
    }
    status.className = `ij-status ij-status-${tone}`;
  };
  const showValues = (name) => {
    for (const one of drawn) {
      if (name === "*" || one.name === name) {
        one.part.show();
      }
    }
    showStatus();
  };
  /* Rebuilds only what changed, so that a new suggestion never takes the focus away. */
  const build = () => {
    const before = new Map(drawn.map((one) => [one.key, one]));
    const known = new Set(drawn.map((one) => one.name));
    const isHere = drawn.length > 0 && root.contains(document.activeElement);
    drawn = model.get("fields").map((field) => {
      const key = JSON.stringify(field);
      const same = before.get(key);
      before.delete(key);
      return same ?? { key, name: field.name, part: drawField(field, store, model) };
    });
    for (const old of before.values()) {
      old.part.stop?.();
    }
    const wanted = drawn.map((one) => one.part.node);
    if (wanted.length !== fieldsBox.children.length || wanted.some((node, i) => node !== fieldsBox.children[i])) {
      const focused = document.activeElement?.closest?.("[data-field]");
      const start = document.activeElement?.selectionStart;
      const name = root.contains(focused) ? focused.dataset.field : null;
      fieldsBox.replaceChildren(...wanted);
      // A caret stands in words: these first.
      showValues("*");
      const inputs = ":is(input, textarea, select)";
      const fresh = isHere && drawn.find((one) => one.name && !known.has(one.name) && one.part.node.querySelector(inputs));
      const back = fresh
        ? fresh.part.node.querySelector(inputs)
        : name && fieldsBox.querySelector(`[data-field="${name}"] ${inputs}`);
      if (fresh || name) {
        back?.focus({ preventScroll: !fresh });
      }
      if (back && !fresh && typeof start === "number" && back.type !== "radio") {
        try {
          back.setSelectionRange(start, start);
        } catch {
          /* dates have no caret */
        }
      }
    }
    showValues("*");
    showErrors();
    showBody();
  };
  const replaceButtons = () =>
    actions.replaceChildren(
      ...model.get("buttons").map((button) =>
        make("button", {
          type: "button",
          class: `ij-button${button.primary ? " ij-primary" : ""}${button.small ? " ij-small" : ""}`,
          "aria-expanded": button.expanded ?? null,
          text: button.label,
          onclick: () => store.press(button.name),
        }),
      ),
    );
  const firstPlaces = () => [actions.querySelector("button"), fieldsBox.querySelector("button"), toggle];
  const buildButtons = () => {
    const at = [...actions.children].indexOf(document.activeElement);
    keepingFocus(root, replaceButtons, () => [actions.children[at], ...firstPlaces()]);
    showBody();
  };
  const connection = () => {
    store.isCutOff = el.closest(".jupyter-widgets-disconnected") !== null;
    showStatus();
  };
  const failed = () => showErrors()?.focus();
  const rowsChanged = () => drawn.forEach((one) => one.part.rowsOf && one.part.show());
  const flush = () => store.push();
  const events = {
    "change:fields": () => keepingFocus(root, build, firstPlaces),
    "change:buttons": buildButtons,
    "change:errors": failed,
    "change:rows": rowsChanged,
    "change:offer": offer.draw,
    "change:status": showStatus,
    comm_live_update: connection,
    "change:title": showHeader,
    "change:opened": showHeader,
    "change:lead": showHeader,
  };
  const stop = listenTo(model, events);
  const valuesChanged = (name) => presses.whenOver(() => showValues(name));
  root.addEventListener("ij-flush", flush);
  store.listeners.add(valuesChanged);
  build();
  buildButtons();
  offer.draw();
  showHeader();
  if (model.get("takes_focus")) {
    model.set("takes_focus", false);
    model.save_changes();
    requestAnimationFrame(() => {
      root.scrollIntoView?.({ block: model.get("title") ? "center" : "nearest" });
      const field = fieldsBox.querySelector(":is(input:checked, input:not([type=radio]), textarea, select)");
      const place = [field, toggle].find((one) => one && one.offsetParent !== null);
      place?.focus({ preventScroll: place === toggle });
    });
  }
  return () => {
    store.listeners.delete(valuesChanged);
    drawn.forEach((one) => one.part.stop?.());
    stop();
  };
};

/* Called once a form: its views share the store. */
export default () => {
  let open;
  return {
    initialize({ model }) {
      open = openStore(model);
      return open.close;
    },
    render({ model, el }) {
      return showForm(open.store, model, el);
    },
  };
};
