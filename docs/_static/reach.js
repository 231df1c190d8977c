// What scrolls by itself, code and tables wider than the screen, is reached by the keys as well.
const reach = () => {
  for (const each of document.querySelectorAll("article pre, article .table-wrapper, article .cell_output, article table")) {
    const scrolls = each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight;
    if (scrolls && getComputedStyle(each).overflowX !== "visible") {
      each.tabIndex = 0;
    } else {
      each.removeAttribute("tabindex");
    }
  }
};
window.addEventListener("load", reach);
window.addEventListener("resize", reach);
document.addEventListener("toggle", reach, true);
