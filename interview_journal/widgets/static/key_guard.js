/*
 * Keeps the notebook's one-key shortcuts away from a panel: with the focus on a button, x or d d
 * would delete the cell with the form in it, and Shift+Enter would run it again.
 *
 * It listens at the panel's element in the bubbling phase, after the field itself and before
 * the notebook. Keys with Ctrl, Cmd or Alt pass, but for three: Enter never runs the cell, Ctrl+S
 * saves what the panel holds, and undo, copy and the like stay with the text being written.
 *
 * As the one part that every panel has, it also tells when the panel comes into sight.
 */
const LOOK_EVERY_MS = 1000;
const LOOK_AGAIN_MS = 700;
const EDITING = new Set(["a", "c", "v", "x", "y", "z"]);

const panelOf = (el) =>
  new Promise((resolve) => {
    const look = () => {
      const panel = el.closest(".ij-panel");
      if (panel) {
        resolve(panel);
      } else {
        requestAnimationFrame(look);
      }
    };
    look();
  });

const isSave = (event) =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "s";

const isEditing = (event) =>
  event.target.matches?.("input, textarea") && EDITING.has(event.key.toLowerCase());

const guard = (panel, save) => (event) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isSave(event)) {
    event.preventDefault();
    event.stopPropagation();
    for (const form of panel.querySelectorAll(".ij-form-fields")) {
      form.dispatchEvent(new CustomEvent("ij-flush"));
    }
    save();
  } else if (plain || event.key === "Enter" || isEditing(event)) {
    event.stopPropagation();
  }
};

/**
 * Calls back when the panel comes into sight again: another tab may have saved meanwhile.
 * A second time soon after, for what was pressed there may still be on its way to the disk.
 */
const watchSight = (panel, look) => {
  let last = Date.now();
  let wasShown = true;
  let again;
  const tell = () => {
    if (document.visibilityState === "visible" && Date.now() - last > LOOK_EVERY_MS) {
      last = Date.now();
      look();
      clearTimeout(again);
      again = setTimeout(look, LOOK_AGAIN_MS);
    }
  };
  const sight = new IntersectionObserver((entries) => {
    const shown = entries.some((entry) => entry.isIntersecting);
    if (shown && !wasShown) {
      tell();
    }
    wasShown = shown;
  });
  sight.observe(panel);
  document.addEventListener("visibilitychange", tell);
  window.addEventListener("focus", tell);
  return () => {
    clearTimeout(again);
    sight.disconnect();
    document.removeEventListener("visibilitychange", tell);
    window.removeEventListener("focus", tell);
  };
};

const render = ({ model, el }) => {
  el.classList.add("ij-guard");
  let stop = () => {};
  let gone = false;
  panelOf(el).then((panel) => {
    if (gone) {
      return;
    }
    const listen = guard(panel, () => model.send({ type: "save" }));
    panel.tabIndex = -1;
    panel.addEventListener("keydown", listen);
    const look = () => {
      try {
        model.send({ type: "look" });
      } catch {
        /* a page that is left while it opens has let go of its notebook: nobody is there to look */
      }
    };
    const unwatch = watchSight(panel, look);
    // A page loaded anew shows what the kernel had last; the journal may have moved on.
    look();
    stop = () => {
      panel.removeEventListener("keydown", listen);
      unwatch();
    };
  });
  return () => {
    gone = true;
    stop();
  };
};

export default { render };
