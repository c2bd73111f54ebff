// Puts a note beside the line that it is about, or under it, when its mark opens it. Without this it opens all the same, at
// the foot of the window.
{
  const APART = 4;
  let opener;

  function place(note) {
    const line = opener.getBoundingClientRect(), column = columnOf(document.querySelector("main"));
    // What is set across the margin leaves no room in it.
    const beside = column.margin && !opener.closest(".wide:not(.summary), .claim, .note");
    note.dataset.at = beside ? "margin" : "line";
    const [top, left] = beside ? inMargin(note, line, column) : atLine(note, line, column);
    note.style.setProperty("--top", `${top + scrollY}px`);
    note.style.setProperty("--left", `${left + scrollX}px`);
  }

  function columnOf(main) {
    const { left, right } = main.getBoundingClientRect(), style = getComputedStyle(main);
    return {
      left: left + parseFloat(style.paddingLeft),
      right: right - parseFloat(style.paddingRight),
      margin: parseFloat(style.getPropertyValue("--margin")) > 0,
      marginIsLeft: style.direction === "rtl",
    };
  }

  function inMargin(note, line, column) {
    const top = Math.max(0, Math.min(line.top, innerHeight - note.offsetHeight - APART));
    return [top, column.marginIsLeft ? column.left : column.right - note.offsetWidth];
  }

  function atLine(note, line, column) {
    const above = line.top - note.offsetHeight - APART, below = line.bottom + APART;
    const top = below + note.offsetHeight > innerHeight && above >= 0 ? above : below;
    const centred = line.left + line.width / 2 - note.offsetWidth / 2;
    return [top, Math.max(column.left, Math.min(centred, column.right - note.offsetWidth))];
  }

  // Before the mark's own action opens the note.
  document.addEventListener("click", (event) => {
    opener = event.target.closest("[popovertarget]") ?? opener;
  }, true);

  // Once it is open and can be measured, but before it is painted.
  document.addEventListener("beforetoggle", (event) => {
    if (event.newState === "open" && opener) requestAnimationFrame(() => place(event.target));
  }, true);

  addEventListener("resize", () => document.querySelectorAll(".note:popover-open").forEach(place));
}
