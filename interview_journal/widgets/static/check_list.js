/*
 * Yes/no checks in groups, to tick beside what is being written. What a tick means is decided
 * by the kernel; the words beside a group come back from there.
 */
const render = ({ model, el }) => {
  el.classList.add("ij-checks");
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
            onchange: (event) => model.send({ type: "tick", group: given.key, check: one.key, holds: event.target.checked }),
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
        el.querySelector(`[data-check="${CSS.escape(`${given.key}:${one.key}`)}"]`).checked = given.ticked.includes(one.key);
      }
    }
  };
  draw();
  return listenTo(model, { "change:groups": draw });
};

export default { render };
