/*
 * A press takes a tenth of a second, with a tired hand longer, and counts where it began. It
 * stands before a widget's own script, in one module.
 *
 * What the kernel has to show in that time waits: a button that is drawn anew never hears of its
 * click. Where the page moved all the same, the click goes to what was pressed.
 */

/** Knows what is pressed; one for all scripts of the page. */
const presses = (globalThis[Symbol.for("interview_journal.presses")] ??= (() => {
  const AFTER_UP_MS = 60;
  const AT_MOST_MS = 2000;
  const STILL_PX = 8;
  const PRESSED = "button, a, summary, label, [role=radio], input:is([type=checkbox], [type=radio])";
  const waiting = [];
  let held = null;
  let timer;
  const letGo = () => {
    const { node, isMissed } = held;
    held = null;
    if (isMissed && node.isConnected) {
      node.click();
    }
    // Each by itself: one that fails must not take the others along.
    waiting.splice(0).forEach((act) => queueMicrotask(act));
  };
  const letGoIn = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(letGo, pause);
  };
  const hold = (event) => {
    const node = event.target.closest?.(PRESSED);
    if (node?.closest(".ij-panel")) {
      held = { node, x: event.clientX, y: event.clientY };
      letGoIn(AT_MOST_MS);
    }
  };
  const isStill = (event) => Math.hypot(event.clientX - held.x, event.clientY - held.y) <= STILL_PX;
  const listeners = {
    // With Ctrl a Mac opens its menu instead of pressing.
    pointerdown: (event) => event.button === 0 && !event.ctrlKey && hold(event),
    // A finger that moves scrolls the page; what it touched is told by the browser alone.
    pointerup(event) {
      if (held) {
        held.isMissed = event.pointerType === "mouse" && isStill(event);
        letGoIn(AFTER_UP_MS);
      }
    },
    pointercancel: () => held && letGoIn(0),
    keydown: (event) => event.key === " " && hold(event),
    keyup: (event) => event.key === " " && held && letGoIn(AFTER_UP_MS),
    click(event) {
      if (held) {
        held.isMissed &&= !held.node.contains(event.target);
        letGoIn(0);
      }
    },
  };
  for (const [name, listener] of Object.entries(listeners)) {
    window.addEventListener(name, listener, true);
  }
  return { whenOver: (act) => (held ? waiting.push(act) : act()) };
})());

/** Hears a model's events, but for the time of a press; returns what ends it. */
const listenTo = (model, events) => {
  let isOver = false;
  const heard = Object.entries(events).map(([name, handler]) => [
    name,
    (...given) => presses.whenOver(() => isOver || handler(...given)),
  ]);
  heard.forEach(([name, handler]) => model.on(name, handler));
  return () => {
    isOver = true;
    heard.forEach(([name, handler]) => model.off(name, handler));
  };
};

