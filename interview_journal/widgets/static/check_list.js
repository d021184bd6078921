/*
 * Yes/no checks in groups, to tick beside what is being written. What a tick means is decided
 * by the kernel; the words beside a group come back from there.
 */
/* How long an answer of the kernel may be older than a tick, in milliseconds. */
const ANSWERED_MS = 2000;

const render = ({ model, el }) => {
  el.classList.add("ij-checks");
  /* What was ticked here and is not answered yet: the answer to the tick before knows nothing of it. */
  const ticked = new Map();
  const tick = (group, check, holds) => {
    ticked.set(`${group}:${check}`, { holds, until: Date.now() + ANSWERED_MS });
    model.send({ type: "tick", group, check, holds });
    setTimeout(draw, ANSWERED_MS);
  };
  const group = (given) =>
    make(
      "fieldset",
      {},
      make("legend", {}, make("span", { dir: "auto", text: given.label }), make("span", { class: "ij-hint", "data-words": given.key })),
      ...given.checks.map((one) =>
        make(
          "label",
          { class: "ij-check" },
          make("input", {
            type: "checkbox",
            "data-check": `${given.key}:${one.key}`,
            onchange: (event) => tick(given.key, one.key, event.target.checked),
          }),
          make("span", { text: one.text }),
        ),
      ),
    );
  let shown = "";
  const draw = () => {
    const groups = model.get("groups");
    const names = JSON.stringify(groups.map((one) => [one.key, one.label, one.checks]));
    if (names !== shown) {
      shown = names;
      el.replaceChildren(make("h2", { text: model.get("heading") }), make("p", { class: "ij-hint", text: model.get("hint") }), ...groups.map(group));
    }
    for (const given of groups) {
      el.querySelector(`[data-words="${CSS.escape(given.key)}"]`).textContent = given.words;
      for (const one of given.checks) {
        const name = `${given.key}:${one.key}`;
        const told = given.ticked.includes(one.key);
        const own = ticked.get(name);
        if (own !== undefined && own.holds !== told && Date.now() < own.until) continue;
        ticked.delete(name);
        el.querySelector(`[data-check="${CSS.escape(name)}"]`).checked = told;
      }
    }
  };
  draw();
  return listenTo(model, { "change:groups": draw });
};

export default { render };
