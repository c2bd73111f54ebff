// The writers' desk: selected words are shown as they are cited. The preview says how (`/_desk/cite`), as `cite` does.
(() => {
  const { cite } = document.currentScript.dataset;
  const panel = () => document.getElementById("desk_panel");
  const part = (name) => document.getElementById(`desk_${name}`);
  // What is cited now: its paragraph and words, as the preview has them; and the button that began it, if one did.
  let shown;
  let began;
  // Answers may come in another order than they were asked for.
  let asked = 0;

  document.documentElement.classList.add("desk_has_script");
  // Beside the body, which the preview brings up to date when something is saved.
  document.documentElement.append(document.getElementById("desk_template").content.cloneNode(true));

  let saved;
  new MutationObserver(() => {
    clearTimeout(saved);
    // What was just written may cite these words.
    saved = setTimeout(() => { if (shown?.isOne) askAgain({}); }, 50);
  }).observe(document.body, { childList: true, characterData: true, subtree: true });

  // ---------------------------------------------------------------- what is selected

  let settling;
  document.addEventListener("selectionchange", () => {
    clearTimeout(settling);
    settling = setTimeout(askForSelection, 150);
  });

  function askForSelection() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || isAsShown(selection)) return;
    const range = selection.getRangeAt(0);
    const texts = [...document.querySelectorAll(".desk_text")].filter((text) => range.intersectsNode(text));
    if (!texts.length) return;
    const first = texts[0], last = texts.at(-1);
    began = undefined;
    ask({
      source: first.dataset.source,
      paragraph: first.dataset.paragraph,
      start: first.contains(range.startContainer) ? offsetIn(first, range.startContainer, range.startOffset) : 0,
      to: last.dataset.paragraph,
      stop: last.contains(range.endContainer) ? offsetIn(last, range.endContainer, range.endOffset) : lengthOf(last),
    });
  }

  // The words that were selected here to show what is cited need not be asked for again.
  function isAsShown(selection) {
    return shown?.selected !== undefined && selection.toString() === shown.selected;
  }

  // ---------------------------------------------------------------- places in a text

  // The text of a paragraph without the numbers that stand in it; characters are counted as Unicode has them.
  function* textsOf(paragraph) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".desk_mark") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) yield walker.currentNode;
  }

  function lengthOf(paragraph) {
    return [...textsOf(paragraph)].reduce((sum, node) => sum + [...node.data].length, 0);
  }

  function offsetIn(paragraph, container, offset) {
    const place = document.createRange();
    place.setStart(container, offset);
    let count = 0;
    for (const node of textsOf(paragraph)) {
      if (node === container) return count + [...node.data.slice(0, offset)].length;
      // Behind the place: it is between nodes.
      if (place.comparePoint(node, 0) > 0) return count;
      count += [...node.data].length;
    }
    return count;
  }

  // The node in which a character stands, and its place there.
  function placeOf(paragraph, offset, isEnd) {
    let count = 0, last;
    for (const node of textsOf(paragraph)) {
      const characters = [...node.data];
      last = [node, node.length];
      if (offset < count + characters.length || (isEnd && offset === count + characters.length)) {
        return [node, characters.slice(0, offset - count).join("").length];
      }
      count += characters.length;
    }
    return last;
  }

  function textOf(number) {
    return document.querySelector(`.desk_text[data-paragraph="${Number(number)}"]`);
  }

  function select(passage) {
    const text = textOf(passage.paragraph);
    if (!text) return;
    getSelection().setBaseAndExtent(...placeOf(text, passage.start, false), ...placeOf(text, passage.end, true));
  }

  function sentencesOf(text) {
    return text.dataset.sentences.trim().split(/\s+/).filter(Boolean).map((span) => span.split("-").map(Number));
  }

  // ---------------------------------------------------------------- how it is cited

  async function ask(query, { selects = false } = {}) {
    const number = (asked += 1);
    const answer = await fetch(`${cite}?${new URLSearchParams(query)}`).catch(() => undefined);
    const said = await answer?.json().catch(() => undefined);
    if (number !== asked || !said || said.error) return;
    show(said);
    if (selects) select(said.passages[0]);
    shown.selected = getSelection().toString();
  }

  function show(said) {
    const passage = said.passages[0];
    shown = { passage, isOne: said.passages.length === 1, selected: undefined };
    say("yaml", said.yaml);
    say("prose", said.passages.map((each) => each.in_prose ?? "").filter(Boolean).join(" "));
    const writtenOut = passage.written_out_yaml && shown.isOne ? passage.written_out_yaml : "";
    say("written_out", writtenOut);
    const remarks = said.passages.map((each) => each.remark).filter(Boolean);
    part("remark").textContent = remarks.join(" ");
    part("remark").hidden = !remarks.length;
    part("known").replaceChildren(...said.passages.flatMap((each) => each.remarks).map(item));
    part("status").textContent = "";
    for (const button of panel().querySelectorAll("[data-step], [data-sentence]")) button.disabled = !shown.isOne;
    panel().hidden = false;
    keepInView(textOf(passage.paragraph));
  }

  function say(name, words) {
    part(name).textContent = words;
    part(name).parentElement.hidden = !words;
  }

  function item(words) {
    const line = document.createElement("li");
    line.textContent = words;
    return line;
  }

  function keepInView(text) {
    const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : undefined;
    const box = (range && text?.contains(range.endContainer) ? range : text)?.getBoundingClientRect();
    const covered = box ? box.bottom - panel().getBoundingClientRect().top : 0;
    if (covered > 0) scrollBy(0, covered + 16);
  }

  // ---------------------------------------------------------------- what is pressed

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button");
    if (!button) return;
    if (button.dataset.copies) copy(button);
    else if (button.dataset.step) step(button.dataset.step, Number(button.dataset.by));
    else if (button.dataset.sentence) goToSentence(Number(button.dataset.sentence));
    else if (button.id === "desk_close") close();
    else if (button.closest(".desk_number")) {
      const text = button.closest(".desk_paragraph").querySelector(".desk_text");
      began = button;
      citeSentence(text, 0).then(() => panel().focus({ preventScroll: true }));
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel().hidden) close();
  });

  function citeSentence(text, index) {
    const sentence = sentencesOf(text)[index];
    if (!sentence) return Promise.resolve();
    const { source, paragraph } = text.dataset;
    return ask({ source, paragraph, start: sentence[0], stop: sentence[1] }, { selects: true });
  }

  function goToSentence(by) {
    const texts = [...document.querySelectorAll(".desk_text")];
    const at = texts.indexOf(textOf(shown.passage.paragraph));
    const sentences = sentencesOf(texts[at]);
    const now = sentences.findLastIndex(([start]) => start <= shown.passage.start);
    if (sentences[now + by]) citeSentence(texts[at], now + by);
    else if (texts[at + by]) citeSentence(texts[at + by], by > 0 ? 0 : sentencesOf(texts[at + by]).length - 1);
  }

  function step(name, by) {
    const { first_word, end_word } = shown.passage;
    askAgain({ [name]: { first: first_word, end: end_word }[name] + by });
  }

  // Asks for the same words, but for what is to be otherwise.
  function askAgain(otherwise) {
    const { source, paragraph, first_word, end_word } = shown.passage;
    ask({ source, paragraph, first: first_word, end: end_word, ...otherwise }, { selects: true });
  }

  async function copy(button) {
    const words = part(button.dataset.copies.replace("desk_", "")).textContent;
    let isCopied = true;
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      isCopied = false;
    }
    part("status").textContent = isCopied ? "Copied." : "The browser does not let this page copy: select the citation and copy it.";
  }

  function close() {
    panel().hidden = true;
    getSelection().removeAllRanges();
    shown = undefined;
    began?.focus();
    began = undefined;
  }
})();
