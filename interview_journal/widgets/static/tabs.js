/* The parts of a panel, one of them in front. What they show stands below, in other widgets. */
const render = ({ model, el }) => {
  const list = make("div", "ij-tabs");
  el.append(list);
  const tabs = tabsIn(list, null, (key) => model.send({ type: "choose", key }));
  const draw = () => tabs(model.get("tabs"), model.get("front"));
  draw();
  return listenTo(model, { "change:tabs": draw, "change:front": draw });
};

export default { render };
