/*
 * Hands things over to the browser: a file to save, a text to the clipboard, a mail to write.
 *
 * It shows nothing but a line that says what became of it. Nothing leaves the computer here: the
 * mail program opens with the words in it, and the person sends them or not.
 */
/** Where the clipboard is closed to the page, a marked text is copied the old way. */
const copyByHand = (text) => {
  const area = make("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  const before = document.activeElement;
  document.body.append(area);
  area.select();
  const worked = document.execCommand("copy");
  area.remove();
  before?.focus();
  return worked;
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
};

const openMail = (address) => {
  const link = make("a");
  link.href = address;
  link.target = "_top";
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
};

const render = ({ model, el }) => {
  const line = make("p", "ij-hint");
  line.setAttribute("role", "status");
  el.append(line);
  const say = (text) => {
    line.textContent = "";
    line.textContent = text;
  };
  const hear = async (message, buffers) => {
    if (message.type === "file") {
      saveFile(message.name, message.kind, buffers[0]);
      say(message.said);
    } else if (message.type === "copy") {
      say((await copy(message.text)) ? message.said : message.refused);
    } else if (message.type === "mail") {
      openMail(message.address);
      say(message.said);
    } else if (message.type === "quiet") {
      say("");
    }
  };
  return listenTo(model, { "msg:custom": hear });
};

export default { render };
