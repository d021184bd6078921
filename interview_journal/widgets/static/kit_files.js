/*
 * How a page gives a file to the browser, which saves it as it saves any other. It stands before a
 * widget's own script and needs kit_blocks.js.
 */
const KEEP_ADDRESS_MS = 10_000;

/** Saves bytes under a name; `kind` is their media type. */
const saveFile = (name, kind, bytes) => {
  const address = URL.createObjectURL(new Blob([bytes], { type: kind }));
  const link = make("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_ADDRESS_MS);
};
