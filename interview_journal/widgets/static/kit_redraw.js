/*
 * Drawing once for all that changed at the same time. It stands before a widget's own script.
 */

/** Returns what draws a little later, once for any number of calls until then. */
const together = (draw) => {
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      queueMicrotask(() => {
        asked = false;
        draw();
      });
    }
  };
};
