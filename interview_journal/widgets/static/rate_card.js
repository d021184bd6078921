/*
 * One answer beside the anchors, scored with one key each.
 *
 * Keys are heard on the card's own element only, and never while something is typed. A press is
 * shown at once, sent with a mark of its own, and called saved when the kernel says so. Keys that
 * come while the next answer is on its way wait for it. Words are only ever set as text.
 */
const NO_ANSWER_MS = 4000;
const RUN_AGAIN = "Not saved: the notebook does not answer. Choose Run, then Run All Cells, and score it again.";
const NOT_APPLICABLE = "does not apply";
const LETTERS = "abcdefghijkl";

const key = (text) => make("kbd", { class: "ij-key", "aria-hidden": "true", text });

let counter = 0;
const pressMark = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${++counter}`;

const isTyping = (target) =>
  target.matches?.("textarea, select, [contenteditable=true], input:not([type=checkbox]):not([type=radio])");
const takesEnter = (target) => target.matches?.("button, a, summary");

/** The digit of a key, also where a keyboard needs Shift for it. */
const digitOf = (event) => {
  if (/^[0-5]$/.test(event.key)) {
    return Number(event.key);
  }
  const place = /^Digit([0-5])$/.exec(event.code);
  return place && !/^[\p{L}\p{N}]$/u.test(event.key) && event.key.length === 1 ? Number(place[1]) : null;
};

class Card {
  constructor(model, el) {
    this.model = model;
    this.el = el;
    this.id = `ij-rate-${Math.random().toString(36).slice(2, 8)}`;
    this.local = new Map();
    this.sent = [];
    this.keys = [];
    this.waitsFor = "";
    this.shownKey = "";
    this.text = make("div", { class: "ij-rate-text" });
    this.rows = make("div", { class: "ij-rate-rows" });
    this.status = make("p", { class: "ij-status ij-rate-status", role: "status" });
    this.foot = this.makeFoot();
    el.addEventListener("keydown", (event) => this.hearKey(event));
  }

  /* ------------------------------------------------------------ what is known */

  get card() {
    return this.model.get("card");
  }

  get given() {
    return this.card.rows ?? [];
  }

  row(name) {
    return this.given.find((one) => one.key === name);
  }

  /* What stands for a row now: what was pressed and is on its way, else what is saved. */
  now(row) {
    const pressed = this.local.get(row.key);
    if (pressed?.isGiven) {
      return { isGiven: true, score: pressed.score, ticked: pressed.ticked, feedback: "" };
    }
    return { isGiven: row.is_given, score: row.score, ticked: pressed?.ticked ?? row.ticked, feedback: row.feedback };
  }

  suggestion(row) {
    const now = this.now(row);
    return row.checks.length ? row.suggested[row.checks.filter((one) => now.ticked.includes(one.key)).length] : null;
  }

  resultWords(row) {
    const now = this.now(row);
    if (!now.isGiven) {
      return "";
    }
    if (now.score === null) {
      return NOT_APPLICABLE;
    }
    return this.card.hides ? "scored" : this.levelWords(row, now.score);
  }

  levelWords(row, score) {
    return row.levels.length ? `${score} ${row.levels[score - 1]}` : `${score} of 5`;
  }

  /* ------------------------------------------------------------ what is pressed */

  send(message) {
    const press = pressMark();
    this.sent.push(press);
    try {
      this.model.send({ ...message, key: this.card.key, press });
    } catch {
      /* a dead connection: the silence is what the person is told */
    }
    this.silence ??= setTimeout(() => this.tell(RUN_AGAIN, "warn"), NO_ANSWER_MS);
    return press;
  }

  pick(name, score) {
    const row = this.row(name);
    if (!row) {
      return;
    }
    const { ticked } = this.now(row);
    const press = this.send({ type: "rate", criterion: name, score, checks: ticked });
    this.local.set(name, { isGiven: true, score, ticked, press });
    this.tell("Saving ...");
    this.active = this.after(name);
    this.draw();
    this.focusActive();
  }

  /* The next row that is open; when the person goes through a scored answer, simply the next. */
  after(name) {
    const at = this.given.findIndex((one) => one.key === name);
    const ahead = this.given.slice(at + 1);
    return (this.redoes ? ahead[0] : ahead.find((one) => !this.now(one).isGiven))?.key ?? "";
  }

  tick(name, check) {
    const row = this.row(name);
    const found = row?.checks.find((one) => one.key === check);
    if (!found) {
      return;
    }
    const { ticked } = this.now(row);
    const held = ticked.includes(check) ? ticked.filter((one) => one !== check) : [...ticked, check];
    const pressed = this.local.get(name);
    this.local.set(name, { ...pressed, ticked: held, changed: true });
    this.draw();
    const suggested = this.suggestion(row);
    this.tell(suggested ? `Suggested: ${suggested}. ${row.anchors[suggested - 1]}` : "");
  }

  /* Ticks changed on a row that has its score are kept with that score when it is left. */
  keepTicks() {
    for (const [name, pressed] of this.local) {
      const row = this.row(name);
      if (pressed.changed && row) {
        const { isGiven, score, ticked } = this.now(row);
        if (isGiven) {
          const press = this.send({ type: "rate", criterion: name, score, checks: ticked });
          this.local.set(name, { isGiven: true, score, ticked, press });
        }
      }
    }
  }

  go(type) {
    this.keepTicks();
    this.waitsFor = this.send({ type });
  }

  open(name) {
    this.keepTicks();
    this.active = name;
    this.draw();
    this.focusActive();
  }

  /* ------------------------------------------------------------ keys */

  hearKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !this.given.length) {
      return;
    }
    const act = this.actionOf(event);
    if (act) {
      event.preventDefault();
      if (!event.repeat) {
        this.run(act);
      }
    } else if (this.isMove(event)) {
      event.preventDefault();
    }
  }

  run(act) {
    if (this.waitsFor) {
      this.keys.push(act);
    } else {
      act();
    }
  }

  actionOf(event) {
    const digit = digitOf(event);
    const letter = event.key.toLowerCase();
    if (digit !== null || letter === "n") {
      return () => this.active && this.pick(this.active, digit || null);
    }
    if (event.key === "Enter") {
      return takesEnter(event.target) ? null : () => this.go("next");
    }
    if (event.key === "ArrowRight") {
      return () => this.go("next");
    }
    if (event.key === "ArrowLeft") {
      return () => this.go("back");
    }
    if (letter === "u") {
      return () => this.go("undo");
    }
    const option = event.target.closest?.("[role=radio]");
    if (event.key === " " && option) {
      return () => this.pick(option.dataset.row, option.dataset.score ? Number(option.dataset.score) : null);
    }
    const check = LETTERS.indexOf(letter);
    if (event.key.length === 1 && check >= 0) {
      const found = this.row(this.active)?.checks[check];
      return found ? () => this.tick(this.active, found.key) : null;
    }
    return null;
  }

  /* Up, Down, Home and End move among the levels without choosing one. */
  isMove(event) {
    const option = event.target.closest?.("[role=radio]");
    if (!option || !["ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) {
      return false;
    }
    const all = [...option.parentElement.querySelectorAll("[role=radio]")];
    const at = all.indexOf(option);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
    const next = all[(to + all.length) % all.length];
    all.forEach((one) => (one.tabIndex = one === next ? 0 : -1));
    next.focus();
    return true;
  }

  /* ------------------------------------------------------------ what the kernel says */

  tell(words, tone = "") {
    this.status.className = `ij-status ij-rate-status${tone ? ` ij-status-${tone}` : ""}`;
    this.status.textContent = words;
  }

  hear({ press, words, failed }) {
    const at = this.sent.indexOf(press);
    if (at < 0) {
      return;
    }
    const answered = this.sent.splice(0, at + 1);
    clearTimeout(this.silence);
    this.silence = this.sent.length ? setTimeout(() => this.tell(RUN_AGAIN, "warn"), NO_ANSWER_MS) : undefined;
    for (const [name, pressed] of this.local) {
      if (answered.includes(pressed.press)) {
        // Checks ticked since then wait for the next score.
        if (pressed.changed && !failed) {
          this.local.set(name, { ticked: pressed.ticked, changed: true });
        } else {
          this.local.delete(name);
        }
      }
    }
    if (words) {
      this.tell(words, failed ? "warn" : words.startsWith("Saved") ? "saved" : "");
    }
    const waited = answered.includes(this.waitsFor);
    this.draw();
    if (waited) {
      this.waitsFor = "";
      const keys = this.keys.splice(0);
      if (!failed) {
        keys.forEach((act) => this.run(act));
      }
    }
  }

  asked(message) {
    if (message.type === "focus") {
      requestAnimationFrame(() => {
        if (message.criterion) {
          this.active = message.criterion;
          this.draw();
        }
        this.focusActive({ isNew: !message.criterion });
        if (!message.criterion) {
          this.el.closest(".ij-panel")?.scrollIntoView({ block: "start" });
        }
      });
    }
  }

  /* ------------------------------------------------------------ drawing */

  draw() {
    const hadFocus = this.el.contains(document.activeElement);
    const focused = hadFocus ? document.activeElement.dataset.focus : null;
    const isNew = (this.card.key ?? "") !== this.shownKey;
    if (isNew) {
      if (String(this.card.key).split(":")[0] !== this.shownKey.split(":")[0]) {
        this.tell("");
      }
      this.shownKey = this.card.key ?? "";
      this.local.clear();
      this.redoes = this.given.every((row) => row.is_given);
      this.active = (this.given.find((row) => !row.is_given) ?? this.given[0])?.key ?? "";
    }
    this.el.hidden = !this.given.length;
    if (!this.given.length) {
      this.el.replaceChildren();
      return;
    }
    this.drawText();
    this.rows.replaceChildren(...this.given.map((row) => this.drawRow(row)));
    this.drawFoot();
    if (!this.text.isConnected) {
      const side = make("div", { class: "ij-rate-side" }, this.rows, this.foot);
      this.el.replaceChildren(make("div", { class: "ij-rate-grid" }, this.text, side));
    }
    if (isNew && hadFocus) {
      this.focusActive({ isNew });
    } else if (hadFocus && !this.el.contains(document.activeElement)) {
      const again = [...this.el.querySelectorAll("[data-focus]")].find((one) => one.dataset.focus === focused);
      again ? again.focus({ preventScroll: true }) : this.focusActive();
    }
  }

  /* A new answer is read from its question on; a row that opens comes into sight. */
  focusActive({ isNew = false } = {}) {
    const place = this.active
      ? this.rows.querySelector(`[role=radiogroup] [tabindex="0"]`)
      : this.foot.querySelector("[data-focus=next]");
    place?.focus({ preventScroll: true });
    const seen = isNew ? this.text.firstElementChild : place?.closest(".ij-rate-row, .ij-rate-foot");
    seen?.scrollIntoView({ block: "nearest" });
  }

  /* Keys work at once where nothing else has the focus. */
  focusFirst() {
    const at = document.activeElement;
    const own = this.el.closest(".jp-NotebookPanel");
    const isFree = !at || at === document.body || (own?.contains(at) && !at.closest(".ij-panel") && !isTyping(at));
    if (isFree && this.given.length) {
      const place = this.rows.querySelector(`[role=radiogroup] [tabindex="0"]`);
      place?.focus({ preventScroll: true });
    }
  }

  drawText() {
    const words = this.model.get("words");
    const said = JSON.stringify([words, this.card.kinds]);
    if (said === this.said) {
      return;
    }
    this.said = said;
    const long = (text, label) =>
      make("div", { class: "ij-rate-words", tabindex: "0", role: "region", "aria-label": label, dir: "auto", "data-focus": label, text });
    this.text.replaceChildren(
      ...[
        make("p", { class: "ij-rate-count", text: words.count }),
        words.place ? make("p", { class: "ij-hint", dir: "auto", text: words.place }) : null,
        make("h2", { class: "ij-rate-question", dir: "auto", text: words.question }),
        make("p", { class: "ij-label", text: words.answer_label }),
        long(words.answer, words.answer_label),
        words.heard ? make("p", { class: "ij-hint", text: `What a listener noticed: ${words.heard}` }) : null,
        words.note ? make("p", { class: "ij-hint ij-rate-note", dir: "auto", text: `Your note: ${words.note}` }) : null,
        this.drawKinds(),
      ].filter(Boolean),
    );
  }

  drawKinds() {
    const kinds = this.card.kinds;
    if (!kinds) {
      return null;
    }
    const chip = (option) => {
      const suggested = !kinds.chosen && option.value === kinds.suggested;
      return make(
        "button",
        {
          type: "button",
          class: `ij-chip${suggested ? " ij-suggested" : ""}`,
          "aria-pressed": String(option.value === kinds.chosen),
          "data-focus": `kind:${option.value}`,
          onclick: () => {
            this.send({ type: "kind", value: option.value === kinds.chosen ? "" : option.value });
            this.tell("Saving ...");
          },
        },
        option.label,
        suggested ? make("span", { class: "ij-rate-mark", text: " suggested" }) : null,
      );
    };
    return make(
      "fieldset",
      { class: "ij-field ij-rate-kinds" },
      make("legend", { class: "ij-label", text: "Kind of answer" }),
      make("div", { class: "ij-chips" }, ...kinds.options.map(chip)),
    );
  }

  drawRow(row) {
    const isOpen = row.key === this.active;
    const id = `${this.id}-${this.given.indexOf(row)}`;
    const now = this.now(row);
    const head = make(
      "button",
      {
        type: "button",
        class: "ij-rate-head",
        id: `${id}-head`,
        "aria-expanded": String(isOpen),
        "aria-controls": isOpen ? `${id}-body` : null,
        "data-focus": `row:${row.key}`,
        onclick: () => this.open(isOpen ? "" : row.key),
      },
      make("span", { class: "ij-rate-label", dir: "auto", text: row.label }),
      make("span", { class: `ij-rate-result${now.isGiven ? " ij-rate-given" : ""}`, text: this.resultWords(row) || "not yet" }),
    );
    return make(
      "section",
      { class: `ij-rate-row${isOpen ? " ij-rate-open" : ""}`, "data-row": row.key },
      make("h3", {}, head),
      now.feedback ? make("p", { class: "ij-rate-feedback", text: now.feedback }) : null,
      isOpen ? this.drawBody(row, id) : null,
    );
  }

  drawBody(row, id) {
    return make(
      "div",
      { class: "ij-rate-body", id: `${id}-body` },
      row.question ? make("p", { class: "ij-hint", id: `${id}-question`, text: row.question }) : null,
      row.checks.length ? this.drawChecks(row, id) : null,
      this.drawLevels(row, id),
    );
  }

  drawChecks(row, id) {
    const { ticked } = this.now(row);
    const boxes = row.checks.map((one, at) =>
      make(
        "label",
        { class: "ij-rate-check" },
        make("input", {
          type: "checkbox",
          checked: ticked.includes(one.key),
          "data-focus": `check:${row.key}:${one.key}`,
          onchange: () => this.tick(row.key, one.key),
        }),
        make("span", { text: one.text }),
        key(LETTERS[at].toUpperCase()),
      ),
    );
    return make("fieldset", { class: "ij-rate-checks" }, make("legend", { class: "ij-hint", id: `${id}-checks`, text: "Tick what holds, if you like; it suggests a score." }), ...boxes);
  }

  drawLevels(row, id) {
    const now = this.now(row);
    const suggested = this.suggestion(row);
    const chosen = now.isGiven ? now.score : undefined;
    const levels = [...row.anchors.keys()].map((at) => at + 1);
    const first = chosen !== undefined ? chosen : suggested ?? 1;
    const option = (score) => {
      const isSuggested = score !== null && score === suggested;
      return make(
        "div",
        {
          role: "radio",
          class: `ij-rate-level${isSuggested ? " ij-suggested" : ""}`,
          tabindex: score === first ? "0" : "-1",
          "aria-checked": String(chosen !== undefined && score === chosen),
          "data-row": row.key,
          "data-score": score ?? "",
          "data-focus": `level:${row.key}:${score ?? ""}`,
          onclick: () => this.run(() => this.pick(row.key, score)),
        },
        key(score ?? "0"),
        make(
          "span",
          { class: "ij-rate-anchor", dir: "auto" },
          score !== null && row.levels.length ? make("b", { text: `${row.levels[score - 1]}: ` }) : null,
          make("span", { text: score === null ? "Does not apply" : row.anchors[score - 1] }),
          isSuggested ? make("span", { class: "ij-rate-mark", text: " suggested" }) : null,
        ),
      );
    };
    return make(
      "div",
      { role: "radiogroup", class: "ij-rate-levels", "aria-labelledby": `${id}-head`, "aria-describedby": row.question ? `${id}-question` : null },
      ...[...levels, null].map(option),
    );
  }

  makeFoot() {
    const button = (name, label, hint, look = "") =>
      make("button", { type: "button", class: `ij-button${look}`, "data-focus": name, onclick: () => this.run(() => this.go(name)) }, `${label} `, key(hint));
    this.mean = make("p", { class: "ij-hint ij-rate-mean-line" });
    this.back = button("back", "Back", "←");
    this.next = button("next", "Next answer", "Enter", " ij-primary");
    return make(
      "div",
      { class: "ij-rate-foot" },
      this.mean,
      make("div", { class: "ij-actions" }, this.next, this.back, button("undo", "Undo", "U")),
      this.status,
      make("p", { class: "ij-hint ij-rate-keys", text: "Keys: 1 to 5 score and go on, 0 does not apply, letters tick, Enter or → next answer, ← back, U undo." }),
    );
  }

  drawFoot() {
    this.mean.textContent = this.card.mean ?? "";
    this.back.disabled = this.card.is_first === true;
  }
}

const render = ({ model, el }) => {
  el.classList.add("ij-rate-card");
  const card = new Card(model, el);
  // Words and rows come together and are drawn together.
  const redraw = together(() => card.draw());
  const stop = listenTo(model, {
    "change:words": redraw,
    "change:card": redraw,
    "change:told": (_model, told) => card.hear(told),
    "msg:custom": (message) => card.asked(message),
  });
  card.draw();
  requestAnimationFrame(() => card.focusFirst());
  return () => {
    clearTimeout(card.silence);
    stop();
  };
};

export default { render };
