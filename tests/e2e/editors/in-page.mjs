// Functions that are sent into a page with a component by their text: each sees its arguments alone.

/** Shows a text and selects all of it, by the component's own means. @param {Document} root @param {string} text */
export async function selectAll(root, text) {
  const { play } = /** @type {any} */ (root.defaultView);
  await play.put(text);
  play.all();
}

/** Around all the elements of a selector that are drawn. @param {Document} root @param {string} selector */
export function drawnBox(root, selector) {
  const boxes = [...root.querySelectorAll(selector)]
    .map((each) => each.getBoundingClientRect())
    .filter(({ width, height }) => width && height);
  if (!boxes.length) return null;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}
