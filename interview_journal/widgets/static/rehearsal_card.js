/*
 * One question to say aloud, its better words when they are asked for, and a grade in one key.
 *
 * Keys are heard on the card's own element only. A press is sent with a mark of its own; keys
 * that come while the next question is on its way wait for it. Words are only ever set as text.
 */
const NO_ANSWER_MS = 4000;
const RUN_AGAIN = "Not saved: the notebook does not answer. Choose Run, then Run All Cells, and grade it again.";
const LONG_ENOUGH = "Two minutes. A good moment to come to the end.";
const GRADE_IT = "How did it go? One key, 1 to 5";
const REFUSED = "The browser gave no microphone. Saying it aloud is what counts.";

let counter = 0;
const pressMark = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${++counter}`;
const keyMark = (text) => make("kbd", { class: "ij-key", "aria-hidden": "true", text });
const takesEnter = (target) => target.matches?.("button, a, summary, audio");
const digitOf = (event) => {
  const place = /^[1-5]$/.exec(event.key) ?? /^Digit([1-5])$/.exec(event.code);
  return place ? Number(place[1] ?? place[0]) : null;
};

class Card {
  constructor(model, el) {
    this.model = model;
    this.el = el;
    this.sent = [];
    this.keys = [];
    this.shownKey = "";
    this.isShown = false;
    this.timer = new Timer(() => this.drawTimer());
    this.voice = new Voice(() => this.drawVoice());
    this.status = make("p", { class: "ij-status", role: "status" });
    el.addEventListener("keydown", (event) => this.hearKey(event));
  }

  get words() {
    return this.model.get("words");
  }

  get key() {
    return this.model.get("card").key ?? "";
  }

  /* ------------------------------------------------------------ what is pressed */

  send(message) {
    this.waitsFor = pressMark();
    this.sent.push(this.waitsFor);
    try {
      this.model.send({ ...message, key: this.key, press: this.waitsFor });
    } catch {
      /* a dead connection: the silence is what the person is told */
    }
    this.silence ??= setTimeout(() => this.tell(RUN_AGAIN, "warn"), NO_ANSWER_MS);
  }

  show() {
    if (this.isShown) {
      return;
    }
    this.isShown = true;
    this.timer.stop();
    this.voice.stop();
    this.drawBody();
    this.body.querySelector("h2").focus({ preventScroll: true });
    this.body.scrollIntoView({ block: "nearest" });
  }

  grade(score) {
    if (this.isShown) {
      this.tell("Saving ...");
      this.send({ type: "grade", grade: score });
    }
  }

  toggleTimer() {
    this.timer.runs ? this.timer.stop() : this.timer.start();
  }

  toggleVoice() {
    if (canRecord()) {
      this.voice.state === "recording" ? this.voice.stop() : this.voice.start();
    }
  }

  run(act) {
    this.waitsFor ? this.keys.push(act) : act();
  }

  hearKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.key) {
      return;
    }
    const act = this.actionOf(event);
    if (act) {
      event.preventDefault();
      if (!event.repeat) {
        this.run(act);
      }
    }
  }

  actionOf(event) {
    const digit = digitOf(event);
    if (digit !== null) {
      return () => this.grade(digit);
    }
    if (event.key === "Enter") {
      return takesEnter(event.target) ? null : () => this.show();
    }
    if (event.key === "ArrowRight" && !event.target.matches("audio")) {
      return () => this.send({ type: "skip" });
    }
    const acts = {
      t: () => this.toggleTimer(),
      r: () => this.toggleVoice(),
      u: () => this.send({ type: "undo" }),
      escape: () => this.send({ type: "leave" }),
    };
    return acts[event.key.toLowerCase()] ?? null;
  }

  /* ------------------------------------------------------------ what the kernel says */

  tell(words, tone = "") {
    this.status.className = `ij-status${tone ? ` ij-status-${tone}` : ""}`;
    this.status.textContent = words;
  }

  hear({ press, words, failed }) {
    const at = this.sent.indexOf(press);
    if (at < 0) {
      return;
    }
    this.sent.splice(0, at + 1);
    clearTimeout(this.silence);
    this.silence = this.sent.length ? setTimeout(() => this.tell(RUN_AGAIN, "warn"), NO_ANSWER_MS) : undefined;
    this.draw();
    this.tell(words ?? "", failed ? "warn" : "saved");
    if (!this.sent.length) {
      this.waitsFor = "";
      const keys = this.keys.splice(0);
      if (!failed) {
        keys.forEach((act) => this.run(act));
      }
    }
  }

  /* ------------------------------------------------------------ drawing */

  draw() {
    const said = JSON.stringify([this.words, this.model.get("card")]);
    if (said === this.said) {
      return;
    }
    this.said = said;
    const hadFocus = this.el.contains(document.activeElement);
    if (this.key !== this.shownKey) {
      this.shownKey = this.key;
      this.isShown = false;
      this.timer.reset();
      this.voice.release();
    }
    this.el.hidden = !this.key;
    if (!this.key) {
      this.el.replaceChildren();
      return;
    }
    this.body = make("div", { class: "ij-rehearse-body" });
    this.timerPlace = make("span", { class: "ij-rehearse-time", role: "timer", "aria-live": "off" });
    this.timerButton = this.button("timer", "Start the timer", "T", () => this.toggleTimer());
    this.mark = make("p", { class: "ij-hint", role: "status" });
    this.voicePlace = make("div", { class: "ij-rehearse-voice" });
    this.question = make("h1", { class: "ij-rehearse-question", tabindex: "-1", dir: "auto", text: this.words.question });
    this.el.replaceChildren(
      make(
        "div",
        { class: "ij-rehearse-head" },
        make("p", { class: "ij-rehearse-count", text: this.words.count }),
        this.button("leave", "Leave it for now", "Esc", () => this.run(() => this.send({ type: "leave" }))),
      ),
      this.question,
      make("p", { class: "ij-hint", text: this.words.hint }),
      make("div", { class: "ij-actions" }, this.timerButton, this.timerPlace),
      this.mark,
      this.voicePlace,
      this.body,
      make(
        "div",
        { class: "ij-actions ij-rehearse-foot" },
        this.button("skip", "Not this one", "→", () => this.run(() => this.send({ type: "skip" }))),
        ...(this.model.get("card").can_undo ? [this.button("undo", "Undo", "U", () => this.run(() => this.send({ type: "undo" })))] : []),
      ),
      this.status,
    );
    this.drawTimer();
    this.drawVoice();
    this.drawBody();
    if (hadFocus || this.takesFocus) {
      this.takesFocus = false;
      this.question.focus({ preventScroll: true });
      this.el.scrollIntoView({ block: "nearest" });
    }
  }

  button(name, label, hint, press, look = " ij-small") {
    return make(
      "button",
      { type: "button", class: `ij-button${look}`, "data-focus": name, onclick: press },
      make("span", { text: label }),
      " ",
      keyMark(hint),
    );
  }

  drawTimer() {
    if (!this.timerButton) {
      return;
    }
    const { timer } = this;
    this.timerButton.firstChild.textContent = timer.runs ? "Stop the timer" : timer.seconds ? "Go on with the timer" : "Start the timer";
    this.timerPlace.textContent = timer.runs || timer.seconds ? timer.words : "";
    this.timerPlace.classList.toggle("ij-rehearse-long", timer.isLong);
    const words = timer.isLong ? LONG_ENOUGH : "";
    if (this.mark.textContent !== words) {
      this.mark.textContent = words;
    }
  }

  drawVoice() {
    if (!this.voicePlace || !canRecord()) {
      return;
    }
    const { state, address } = this.voice;
    const hadFocus = this.voicePlace.contains(document.activeElement);
    const label = { recording: "Stop the recording", asking: "Waiting for the browser ..." }[state] ?? (address ? "Record it again" : "Record my voice, to hear it");
    const record = this.button("voice", label, "R", () => this.toggleVoice());
    const parts = [make("div", { class: "ij-actions" }, record)];
    if (address) {
      parts.push(make("audio", { controls: true, src: address, "aria-label": "Your own voice" }));
    }
    const said = { recording: "Recording. It stays in this page and is gone with the next question.", refused: REFUSED }[state] ?? "";
    parts.push(make("p", { class: "ij-hint", role: "status", text: said }));
    this.voicePlace.replaceChildren(...parts);
    if (hadFocus) {
      record.focus({ preventScroll: true });
    }
  }

  drawBody() {
    if (!this.isShown) {
      const show = this.button("show", this.words.show, "Enter", () => this.run(() => this.show()), " ij-primary");
      this.body.replaceChildren(make("div", { class: "ij-actions" }, show));
      return;
    }
    const { words } = this;
    const grades = this.model.get("card").grades ?? [];
    this.body.replaceChildren(
      make("h2", { tabindex: "-1", text: words.label }),
      make("div", { class: "ij-rehearse-words", dir: "auto", tabindex: "0", role: "region", "aria-label": words.label, text: words.answer }),
      ...(words.note ? [make("p", { class: "ij-hint", text: words.note })] : []),
      ...this.points(words.points ?? []),
      make("h2", { text: GRADE_IT }),
      make(
        "div",
        { class: "ij-actions ij-rehearse-grades", role: "group", "aria-label": GRADE_IT },
        ...grades.map((label, at) => this.gradeButton(label, at + 1)),
      ),
    );
  }

  points(points) {
    if (!points.length) {
      return [];
    }
    const list = make("ul", {}, ...points.map((text) => make("li", { dir: "auto", text })));
    return [make("h2", { text: "Keep this as you said it before" }), list];
  }

  gradeButton(label, score) {
    return make(
      "button",
      { type: "button", class: "ij-button", "data-focus": `grade:${score}`, onclick: () => this.run(() => this.grade(score)) },
      make("kbd", { class: "ij-key", text: String(score) }),
      " ",
      make("span", { text: label }),
    );
  }

  leavePage() {
    clearTimeout(this.silence);
    this.timer.reset();
    this.voice.release();
  }
}

const render = ({ model, el }) => {
  el.classList.add("ij-rehearse");
  const card = new Card(model, el);
  // Words and key come together and are drawn together.
  const redraw = together(() => card.draw());
  const focus = (message) => {
    if (message.type === "focus") {
      requestAnimationFrame(() => {
        card.takesFocus = !card.question?.isConnected;
        card.question?.focus({ preventScroll: true });
        el.scrollIntoView({ block: "nearest" });
      });
    }
  };
  const leave = () => card.leavePage();
  const stop = listenTo(model, {
    "change:words": redraw,
    "change:card": redraw,
    "change:told": (_model, told) => card.hear(told),
    "msg:custom": focus,
  });
  window.addEventListener("pagehide", leave);
  card.draw();
  return () => {
    leave();
    window.removeEventListener("pagehide", leave);
    stop();
  };
};

export default { render };
