/*
 * Tabs as the keyboard and screen readers know them. It stands before a widget's own script.
 */

/**
 * Makes a list of tabs out of an element and returns what draws them; equal ones are not drawn
 * again.
 *
 * `content` is what the tabs show, by its id; null where it is no part of the same widget.
 */
const tabsIn = (list, content, open) => {
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "Parts of this page");
  let drawn = "";

  list.addEventListener("keydown", (event) => {
    const all = [...list.children];
    const at = all.indexOf(document.activeElement);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (at >= 0 && to !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      const next = all[(to + all.length) % all.length];
      next.focus();
      open(next.dataset.tab);
    }
  });

  const tab = (given, front) => {
    const node = make("button", "ij-tab", given.label);
    node.type = "button";
    node.dataset.tab = given.key;
    node.setAttribute("role", "tab");
    node.setAttribute("aria-selected", String(given.key === front));
    if (content) {
      node.id = `${content.id}-${given.key}`;
      node.setAttribute("aria-controls", content.id);
    }
    node.tabIndex = given.key === front ? 0 : -1;
    node.addEventListener("click", () => open(given.key));
    return node;
  };

  return (tabs, front) => {
    const said = JSON.stringify([tabs, front]);
    if (said === drawn) {
      return;
    }
    drawn = said;
    const had = list.contains(document.activeElement);
    list.replaceChildren(...tabs.map((given) => tab(given, front)));
    list.hidden = tabs.length < 2;
    content?.setAttribute("aria-labelledby", `${content.id}-${front}`);
    if (had) {
      list.querySelector("[aria-selected=true]")?.focus();
    }
  };
};
