// What a mark or a name opens over the page stands beside its line, or under it. Without this, a mark opens its note all the
// same, at the foot of the window, and a name leads to the glossary.
{
  const APART = 4, NAMES = ".prose a[data-fact], .key-points a[data-fact]";
  let opener;

  // ---------------------------------------------------------------- where it stands

  function place(popup) {
    const line = opener.getBoundingClientRect(), column = columnOf(document.querySelector("main"));
    // What is set across the margin leaves no room in it.
    const beside = column.margin && !opener.closest(".wide:not(.summary), .claim, .popup");
    popup.dataset.at = beside ? "margin" : "line";
    popup.style.removeProperty("min-block-size");
    const [top, left] = beside ? inMargin(popup, line, column) : atLine(popup, line, column);
    popup.style.setProperty("--top", `${top + scrollY}px`);
    popup.style.setProperty("--left", `${left + scrollX}px`);
    if (beside) hideNotesUnder(popup);
    // Above its line it would cover the statement that it belongs to: rather the page gives way.
    popup.scrollIntoView({ block: "nearest", inline: "nearest" });
    // What is below it can be asked for only once it is in the window.
    if (!beside && coverWholeLines(popup)) popup.scrollIntoView({ block: "nearest", inline: "nearest" });
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

  function inMargin(popup, line, column) {
    const top = Math.max(0, Math.min(line.top, innerHeight - popup.offsetHeight - APART));
    return [top, column.marginIsLeft ? column.left : column.right - popup.offsetWidth];
  }

  function atLine(popup, line, column) {
    const centred = line.left + line.width / 2 - popup.offsetWidth / 2;
    return [line.bottom + APART, Math.max(column.left, Math.min(centred, column.right - popup.offsetWidth))];
  }

  // Half of a note, or of a line, looks broken beside what covers the other half.
  function hideNotesUnder(popup) {
    const { top, bottom } = popup.getBoundingClientRect();
    for (const note of document.querySelectorAll(".side-note")) {
      const room = note.getBoundingClientRect();
      note.toggleAttribute("data-under", room.height > 0 && room.top < bottom && top < room.bottom);
    }
  }

  function coverWholeLines(popup) {
    const { top, bottom, left, width } = popup.getBoundingClientRect(), words = document.createRange();
    const covered = document.elementsFromPoint(left + width / 2, bottom - 1).find((each) => !popup.contains(each));
    const below = covered?.closest("p, li, dt, dd, h2, h3");
    if (!below) return false;
    words.selectNodeContents(below);
    const lines = [...words.getClientRects()].filter((line) => line.height < 40);
    const cut = lines.filter((line) => line.top < bottom && bottom < line.bottom).map((line) => line.bottom);
    if (cut.length) popup.style.setProperty("min-block-size", `${Math.max(...cut) - top}px`);
    return cut.length > 0;
  }

  // Before a mark's own action opens its note.
  document.addEventListener("click", (event) => {
    opener = event.target.closest(`[popovertarget], ${NAMES}`) ?? opener;
  }, true);

  // Once it is open and can be measured, but before it is painted.
  document.addEventListener("beforetoggle", (event) => {
    if (event.newState === "open" && opener) requestAnimationFrame(() => place(event.target));
  }, true);

  document.addEventListener("toggle", (event) => {
    if (event.newState !== "closed" || document.querySelector(".popup:popover-open")) return;
    for (const note of document.querySelectorAll("[data-under]")) note.removeAttribute("data-under");
  }, true);

  // Whoever goes on by key is not to find the next thing under what is still open.
  document.addEventListener("focusin", ({ target }) => {
    const open = [...document.querySelectorAll(".popup:popover-open")];
    if (target !== opener && !open.some((popup) => popup.contains(target))) open.forEach((popup) => popup.hidePopover());
  });

  addEventListener("resize", () => document.querySelectorAll(".popup:popover-open").forEach(place));

  // ---------------------------------------------------------------- definitions of names

  let pressedOver;

  for (const name of document.querySelectorAll(NAMES)) {
    if (!definitionOf(name)) continue;
    name.ariaExpanded = "false";
    name.ariaHasPopup = "dialog";
  }

  // What a name opens, if there is anything, in a browser that can open it.
  function definitionOf(name) {
    const found = document.getElementById(`definition_${name.dataset.fact.replace(":", "-")}`);
    return found?.showPopover && found;
  }

  document.addEventListener("click", (event) => {
    const name = event.target.closest(NAMES), definition = name && definitionOf(name);
    // As ever, these keys open the glossary in a tab or window of its own.
    if (!definition || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (definition.matches(":popover-open")) definition.hidePopover();
    else if (event.detail === 0) openByKey(definition, name);
    else if (pressedOver !== name) definition.showPopover({ source: name });
  });

  document.addEventListener("toggle", (event) => {
    for (const name of document.querySelectorAll(NAMES)) {
      if (definitionOf(name) === event.target) name.ariaExpanded = String(event.newState === "open" && opener === name);
    }
  }, true);

  function openByKey(definition, name) {
    definition.showPopover({ source: name });
    // It is not yet where it will stand: nothing to scroll to.
    definition.querySelector(":scope > :last-child a").focus({ preventScroll: true });
  }

  // The press that closes a definition is followed by a click, which must not open it again.
  document.addEventListener("pointerdown", (event) => {
    pressedOver = event.target.closest("a[aria-expanded='true']");
  }, true);
}
