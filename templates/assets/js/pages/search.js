// Finds what has all the words of the field, as they are typed, in the array that search-index.js sets: a title, where it
// leads, what it is, what it says, and other names. Nothing is asked of anyone. Without this the page is an index to read.

const MOST = 50, BEFORE = 60, LONGEST = 220, SETTLED = 300;

const form = document.querySelector("form[role=search]"), field = form.elements.q;
const told = document.getElementById("search_told"), list = document.getElementById("search_results");
const pageIndex = document.getElementById("search_index"), template = document.getElementById("search_result");

// ---------------------------------------------------------------- words

// Letters that are often written for one another, besides those that are told apart by case and marks alone.
const FOR_ANOTHER = { ى: "ي", ی: "ي", ک: "ك", ة: "ه", ٱ: "ا", ß: "ss", ς: "σ", ı: "i", ł: "l", ø: "o", đ: "d", æ: "ae", œ: "oe" };
const WRITTEN_FOR_ANOTHER = new RegExp(`[${Object.keys(FOR_ANOTHER).join("")}]`, "g");
const WORD = /[\p{L}\p{N}\p{M}'’ʼʻʾʿ]+/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}']+/gu;
const ARTICLE = /(?<![\p{L}\p{N}])(?:[وفبك]?ال|لل)(\p{L}{3,})/gu;

// Returns a text without case, marks and the lengthening of Arabic lines; digits are those of ASCII, apostrophes straight.
function fold(text) {
  return text.normalize("NFKD").toLowerCase().replace(/[\p{M}ـ]/gu, "").replace(/[’ʼʻʾʿ]/g, "'")
    .replace(WRITTEN_FOR_ANOTHER, (letter) => FOR_ANOTHER[letter])
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() & 15);
}

// The words of a text with a space between. One with an apostrophe stands there joined and in its parts (Sana’a, l’armée),
// an Arabic one also without its article.
function spelt(text) {
  return fold(text).replace(BETWEEN_WORDS, " ")
    .replace(/[^ ]*'[^ ]*/g, (word) => `${word.replaceAll("'", "")} ${word.replaceAll("'", " ")}`)
    .replace(ARTICLE, "$& $1").trim();
}

// The words that are sought, of which what is found must have a beginning of each.
function sought(query) {
  return fold(query).replaceAll("'", "").replace(ARTICLE, "$1").split(BETWEEN_WORDS).filter(Boolean);
}

// ---------------------------------------------------------------- what is found

const spellings = (texts) => `|${texts.map((text) => ` ${spelt(text)} `).join("|")}|`;
let folded;

// Folded when the first word is sought, since a large index takes a moment.
function entries() {
  folded ??= searchIndex.map(([title, href, about, text, ...others]) => (
    { title, href, about, text, others, names: spellings([title, ...others]), says: spellings([about, text]) }
  ));
  return folded;
}

// Returns what has all the words, best first, and the words as they were found; `guessed` where names stand in for one
// that begins no word of the site.
function seek(query) {
  const typed = sought(query), words = typed.map((word) => isKnown(word) ? [word] : namesLike(word));
  const ranked = entries().map((entry) => ({ entry, worth: worth(entry, words, typed) })).filter(({ worth }) => worth);
  return {
    found: ranked.sort((one, other) => other.worth - one.worth).map(({ entry }) => entry),
    words: words.flat(),
    guessed: words.some(([word], number) => word !== typed[number]),
  };
}

function worth(entry, words, typed) {
  const each = words.map((meant) => Math.max(0, ...meant.map((word) => worthOfWord(entry, word))));
  if (each.includes(0)) return 0;
  const isItsName = entry.names.includes(`| ${typed.join(" ")} |`);
  return each.reduce((sum, one) => sum + one, isItsName ? 100 : 0);
}

// A word in a name is worth more than one in a text, and a whole one more than the beginning of another.
function worthOfWord({ names, says }, word) {
  if (names.includes(` ${word}`)) return names.includes(` ${word} `) ? 6 : 5;
  if (says.includes(` ${word}`)) return says.includes(` ${word} `) ? 2 : 1;
  return 0;
}

function isKnown(word) {
  return entries().some((entry) => worthOfWord(entry, word));
}

function namesLike(word) {
  const all = new Set(entries().flatMap(({ names }) => names.split(/[ |]+/)));
  return [...all].filter((name) => isLike(name, word));
}

// Names from other scripts differ most in their vowels (Hafter, Hifter), and slips of the hand in one letter.
function isLike(name, word) {
  const [ofName, ofWord] = [name, word].map((each) => each.replace(/[aeiouy]/g, ""));
  if (ofWord.length >= 3 && name[0] === word[0] && ofName.startsWith(ofWord)) return true;
  return word.length >= 4 && isOneSlipFrom(name, word);
}

// One letter too many, too few, another, or two in the wrong order.
function isOneSlipFrom(name, word) {
  let same = 0;
  while (same < word.length && name[same] === word[same]) same += 1;
  const left = name.slice(same), right = word.slice(same);
  const swapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return swapped || left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1);
}

// ---------------------------------------------------------------- how it is shown

let settling;

function show() {
  const isSearching = sought(field.value).length > 0;
  const { found, words, guessed } = isSearching ? seek(field.value) : { found: [] };
  list.replaceChildren(...found.slice(0, MOST).map((entry) => result(entry, words)));
  list.hidden = !found.length;
  pageIndex.hidden = found.length > 0;
  clearTimeout(settling);
  settling = setTimeout(settle, SETTLED, isSearching ? message(found.length, guessed) : "");
}

// Once nobody types for a moment: what was found is told, and the address leads here again.
function settle(said) {
  told.textContent = said;
  keep();
}

function keep() {
  const address = new URL(location), query = field.value.trim();
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  if (address.href !== location.href) history.replaceState(null, "", address);
}

function message(count, guessed) {
  const { none, alike, some, found } = told.dataset;
  if (!count) return none;
  // The digits that the rest of the page has.
  const counted = count.toLocaleString(document.documentElement.lang, { numberingSystem: "latn" });
  const said = (count > MOST ? some : found).replace("{count}", counted).replace("{shown}", MOST);
  return guessed ? `${alike} ${said}` : said;
}

function result({ title, href, about, text, others }, words) {
  const item = template.content.cloneNode(true), link = item.querySelector("a");
  const missing = words.filter((word) => !has(title, [word])), other = others.find((name) => has(name, missing));
  link.href = href;
  link.append(...marked(title, words));
  item.querySelector(".about").append(...marked(about, words));
  item.querySelector("bdi").append(...marked(other ?? "", words));
  item.querySelector(".snippet").append(...marked(around(text, words), words));
  return item;
}

function has(text, words) {
  const spelling = ` ${spelt(text)}`;
  return words.some((word) => spelling.includes(` ${word}`));
}

// A text from shortly before the first word that was sought, cut between words.
function around(text, words) {
  const first = [...text.matchAll(WORD)].find(([word]) => has(word, words))?.index ?? 0;
  const from = first > BEFORE ? text.indexOf(" ", first - BEFORE) + 1 : 0;
  const whole = text.slice(from), cut = whole.slice(0, LONGEST + 1);
  return (from ? "… " : "") + (cut.length > LONGEST ? `${cut.slice(0, cut.lastIndexOf(" "))} …` : whole);
}

function marked(text, words) {
  const nodes = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!has(word, words)) continue;
    nodes.push(text.slice(end, index), Object.assign(document.createElement("mark"), { textContent: word }));
    end = index + word.length;
  }
  return [...nodes, text.slice(end)];
}

// ---------------------------------------------------------------- what the reader does

function read() {
  field.value = new URLSearchParams(location.search).get("q") ?? field.value;
  show();
}

field.addEventListener("input", show);
list.addEventListener("click", keep);
addEventListener("popstate", read);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
read();
