/* What a panel has to say: one line in a live region, and for our own bugs the details to copy. */
const ROLE = { error: "alert", bug: "alert", note: "status" };

const detailsOf = (text) => {
  const box = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = "Details to send to us (none of your words are in them)";
  const words = document.createElement("pre");
  words.textContent = text;
  words.tabIndex = 0;
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "ij-button";
  copy.textContent = "Copy the details";
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(words);
      copy.textContent = "Marked: press Ctrl+C";
    }
  });
  box.append(summary, words, copy);
  return box;
};

const render = ({ model, el }) => {
  el.classList.add("ij-notice-place");
  const regions = {};
  for (const role of ["status", "alert"]) {
    regions[role] = document.createElement("div");
    regions[role].setAttribute("role", role);
    el.append(regions[role]);
  }
  const draw = () => {
    const { kind = "", text = "", details = "" } = model.get("message");
    for (const [role, region] of Object.entries(regions)) {
      region.replaceChildren();
      region.className = "";
      if (text && ROLE[kind] === role) {
        region.className = `ij-notice ij-notice-${kind}`;
        const line = document.createElement("p");
        line.textContent = text;
        region.append(line);
        if (details) {
          region.append(detailsOf(details));
        }
        if (role === "alert") {
          region.scrollIntoView?.({ block: "nearest" });
        }
      }
    }
  };
  draw();
  return listenTo(model, { "change:message": draw });
};

export default { render };
