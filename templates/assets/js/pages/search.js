// Finds what has all the words of the field, as they are typed, in the array that search-index.js sets: a title, where it
// leads, what it is, what it says, and other names. Nothing is asked of anyone. Without this the page is an index to read.
// Of a large site the array is filled from parts, as they are needed: names by their words, then all that is said.

const MOST = 50, BEFORE = 60, LONGEST = 220, SETTLED = 300;

const parts = typeof searchParts === "undefined" ? null : searchParts;
const form = document.querySelector("form[role=search]"), field = form.elements.q;
const told = document.getElementById("search_told"), list = document.getElementById("search_results");
const more = document.getElementById("search_more"), pageIndex = document.getElementById("search_index"), template = document.getElementById("search_result");

// ---------------------------------------------------------------- words

// Letters that are often written for one another, besides those that are told apart by case and marks alone.
const FOR_ANOTHER = {
  ى: "ي", ی: "ي", ک: "ك", ة: "ه", ٱ: "ا", ß: "ss", ς: "σ", ı: "i", ł: "l", ø: "o", đ: "d", æ: "ae", œ: "oe", þ: "th", ð: "d",
  ħ: "h", ŧ: "t", ŋ: "ng", ɓ: "b", ɗ: "d", ƙ: "k",
};
const WRITTEN_FOR_ANOTHER = new RegExp(`[${Object.keys(FOR_ANOTHER).join("")}]`, "g");
// A word, and words that a hyphen, the points of initials or of thousands hold together.
const PART = /[\p{L}\p{N}\p{M}\p{DI}'’ʼʻʾʿ]+/gu;
const WORD = new RegExp(
  `${PART.source}(?:(?:[-‐‑.,٬״"&]|(?<=\\p{N})[ \u00a0\u2009\u202f](?=\\p{N}{3}(?!\\p{N})))${PART.source})*`, "gu");
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;
const ARTICLE = /(?<![\p{L}\p{N}])(?:[وفبك]?ال|لل)(\p{L}{3,})/gu;
// Letters of scripts that have no spaces between words.
const SCRIPTS = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"];
const UNSPACED = new RegExp(`[${SCRIPTS.map((script) => `\\p{Script=${script}}`).join("")}ー]`, "gu");

// What stands in a word that readers may leave out: apostrophes, hyphens, an ampersand, points of initials and thousands.
const HOLDING = /'|(?<=\p{L})&(?=\p{L})|(?<=\p{L})[-‐](?=[\p{L}\p{N}])|(?<=\p{N})[-‐](?=\p{L})/gu;
const INITIALS = /(?<![\p{L}\p{N}'])\p{L}(?:\p{L}?\. ?\p{L}(?![\p{L}\p{N}]{2}))+(?![\p{L}\p{N}])/gu;
const [THOUSANDS, THOUSANDS_AS_TYPED] = [".,٬ ", ".,٬"].map((signs) => (
  new RegExp(`(?<!\\p{N})\\p{N}{1,3}(?:[${signs}]\\p{N}{2,3})*[${signs}]\\p{N}{3}(?!\\p{N})`, "gu")
));

// Returns a text without case, marks, what nobody sees and the lengthening of Arabic lines; digits are those of ASCII,
// apostrophes straight, and the sign within a Hebrew acronym is one.
function fold(text) {
  return text.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{DI}ـ]/gu, "").replace(/[’ʼʻʾʿ׳]/g, "'")
    .replace(/(?<=[א-ת])["״](?=[א-ת])/g, "'")
    .replace(WRITTEN_FOR_ANOTHER, (letter) => FOR_ANOTHER[letter])
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() & 15);
}

// Returns a folded text with what is held together as one word. Thousands may be parted by spaces in a text; whoever
// types them may mean two numbers.
function joined(folded, thousands = THOUSANDS) {
  return folded.replace(thousands, (number) => number.replace(/[^\p{N}]/gu, ""))
    .replace(INITIALS, (letters) => letters.replace(/[. ]/g, "")).replace(HOLDING, "");
}

// Returns the words of a text with one space between; a letter of a script without spaces is one.
function inWords(text) {
  return text.replace(UNSPACED, " $& ").replace(BETWEEN_WORDS, " ").trim();
}

// The ways in which a text may be read: in words that are held together (sanaa, cooperation, us, 3500) or taken apart
// (l’armée), and Arabic ones also without their article.
function readings(text) {
  const folded = fold(text), either = [joined(folded), folded];
  return [...new Set(either.flatMap((each) => [inWords(each), inWords(each.replace(ARTICLE, "$1"))]))];
}

function spelt(text) {
  return readings(text).join(" | ");
}

// A day or a month as machines write it (ISO 8601).
const ISO_DATE = /(?<![\p{N}-])(\p{N}{4})-(\p{N}{2})(?:-(\p{N}{2}))?(?![\p{N}-])/gu;

// The words that are sought, of which what is found must have a beginning of each.
function sought(query) {
  return taken(joined(fold(query.replace(ISO_DATE, inLanguageOfPage)), THOUSANDS_AS_TYPED));
}

function inLanguageOfPage(typed) {
  const [year, month, day] = fold(typed).split("-"), date = new Date(`${year}-${month}-${day ?? "01"}T00:00Z`);
  const parts = { year: "numeric", month: "long", ...(day && { day: "numeric" }) };
  const said = { ...parts, timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" };
  return isNaN(date) ? typed : date.toLocaleDateString(document.documentElement.lang, said);
}

function taken(folded) {
  return folded.replace(ARTICLE, "$1").split(BETWEEN_WORDS).map(inWords).filter(Boolean);
}

// ---------------------------------------------------------------- what is found

const spellings = (texts) => `|${texts.flatMap(readings).map((reading) => ` ${reading} `).join("|")}|`;
let folded, vocabularies;

// Folded when the first word is sought, since a large index takes a moment.
function entries() {
  if (parts && searchIndex.length) takeRows();
  folded ??= searchIndex.map(foldedRow);
  return folded;
}

function foldedRow([title, href, about, text, ...others]) {
  const names = spellings([title, ...others]);
  return { title, href, about, text, others, names, is: spellings([about]), says: spellings([text]) };
}

// Returns what has all the words, best first, and the words as they were found; `guessed` where words of the site stand in
// for one that begins none of them. Where nothing has all of the words, or something has those that count for far more, as
// the name in a question, it is `some` that what is found has.
function seek(query) {
  const ways = [sought(query), taken(fold(query))], typed = ways.find((way) => way.every(isKnown)) ?? ways[0];
  const words = typed.map((word) => isKnown(word) ? [word] : wordsLike(word));
  const guessed = words.some((meant, number) => meant.length && meant[0] !== typed[number]);
  const weighed = weigh(words, typed), all = best(weighed, "ofAll"), inPart = best(weighed, "ofSome");
  const least = inPart.length && inPart[0].ofSome / 2, isQuestion = typed.length > 2;
  const some = typed.length > 1 && (!all.length || (isQuestion && all[0].ofSome < least));
  const found = some ? inPart.filter(({ ofSome }) => ofSome >= least) : all;
  return { found: found.map(({ entry }) => entry), words: words.flat(), guessed, some };
}

const best = (weighed, worth) => weighed.filter((each) => each[worth]).sort((one, other) => other[worth] - one[worth]);

// What each entry is worth if it has all words, and if it has some of them, the rare ones counting most: a word that half
// of all entries have says little.
function weigh(words, typed) {
  const worths = words.map((meant) => entries().map((entry) => worthOfAny(entry, meant)));
  const rarity = worths.map((each) => {
    const having = each.filter(Boolean).length;
    return having && Math.log(each.length / having);
  });
  return entries().map((entry, place) => {
    const each = worths.map((worth) => worth[place]);
    const ofAll = each.includes(0) ? 0 : each.reduce((sum, one) => sum + one, worthOfWhole(entry, typed));
    return { entry, ofAll, ofSome: each.reduce((sum, one, number) => sum + one * rarity[number], 0) };
  });
}

function worthOfWhole(entry, typed) {
  if (entry.names.includes(`| ${typed.join(" ")} |`)) return 100;
  return isItsDay(entry, typed) ? 10 : 0;
}

// What a fact is ends in its day, whose parts are typed in any order.
function isItsDay({ is }, typed) {
  const words = is.split("|")[1].trim().split(" ").slice(-typed.length);
  return typed.length > 1 && typed.every((word) => words.includes(word));
}

function worthOfAny(entry, meant) {
  return Math.max(0, ...meant.map((word) => worthOfWord(entry, word)));
}

// A word in a name is worth more than one in what a fact is and when, that more than one in a text, and a whole one more
// than the beginning of another.
function worthOfWord({ names, is, says }, word) {
  if (names.includes(` ${word}`)) return names.includes(` ${word} `) ? 6 : 5;
  if (is.includes(` ${word} `)) return 3;
  const other = `${is}${says}`;
  if (other.includes(` ${word}`)) return other.includes(` ${word} `) ? 2 : 1;
  return 0;
}

function isKnown(word) {
  return entries().some((entry) => worthOfWord(entry, word));
}

// The words of names that are like one, or else those of texts.
function wordsLike(word) {
  const wordsOf = (texts) => [...new Set(entries().flatMap((entry) => texts(entry).split(/[ |]+/)))];
  vocabularies ??= [wordsOf(({ names }) => names), wordsOf(({ is, says }) => is + says)];
  const [names, texts] = vocabularies.map((words) => words.filter((other) => isLike(other, word)));
  return names.length ? names : texts;
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

// ---------------------------------------------------------------- an index in parts

const loading = new Map(), loaded = new Set(), places = new Map();
let isComplete = !parts, isLoadingAll = false;

// Each part is a script, so that no policy and no folder on disk stands in its way; it adds its rows to the array.
function load(name) {
  if (!loading.has(name)) {
    loading.set(name, new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = `search-index/${name}.js`;
      script.onload = script.onerror = resolve;
      document.head.append(script);
    }).then(() => loaded.add(name)));
  }
  return loading.get(name);
}

// What came with its names alone is the same when all of it comes.
function takeRows() {
  for (const [place, ...row] of searchIndex.splice(0)) {
    if (row[3] || !places.has(place)) places.set(place, foldedRow(row));
  }
  const inOrder = [...places].sort(([one], [other]) => one - other);
  folded = inOrder.map(([, entry]) => entry);
  vocabularies = undefined;
}

// The parts of the names that may have a word which begins like one of the query: `begins` are their first words.
function namesFor(query) {
  const words = new Set([...sought(query), ...taken(fold(query))].map((word) => word.split(" ")[0])), begins = parts.names;
  const may = (word, at) => begins[at] <= `${word}\uffff` && !(at + 1 < begins.length && begins[at + 1] < word);
  return begins.flatMap((_, at) => [...words].some((word) => may(word, at)) ? [`names-${at}`] : []);
}

// Shows what names are found with more of them, and then, where none is what was sought, what else is said.
async function loadNames() {
  const query = field.value, missing = missingNames(query);
  await Promise.all(missing.map(load));
  if (missing.length && field.value === query) show();
}

const missingNames = (query) => namesFor(query).filter((name) => !loaded.has(name));

async function loadAll() {
  isLoadingAll = more.hidden = true;
  told.textContent = told.dataset.looking;
  const all = Array.from({ length: parts.texts }, (_, at) => `texts-${at}`);
  // A few at first, so that what is found in these is shown before the last ones come.
  for (let few = 4; !isComplete; few *= 2) {
    await Promise.all(all.splice(0, few).map(load));
    isComplete = !all.length;
    if (sought(field.value).length) show();
  }
}

function needAll() {
  if (!isLoadingAll) loadAll();
}

// ---------------------------------------------------------------- how it is shown

let settling;

function show() {
  const isSearching = sought(field.value).length > 0;
  const { found, words, guessed, some } = isSearching ? seek(field.value) : { found: [] };
  if (parts && isSearching) loadNames();
  list.replaceChildren(...found.slice(0, MOST).map((entry) => result(entry, words)));
  list.hidden = !found.length;
  pageIndex.hidden = found.length > 0;
  clearTimeout(settling);
  const isAnswered = !isSearching || (found.length > 0 && !guessed && !some);
  settling = setTimeout(settle, SETTLED, isSearching ? message(found.length, guessed, some) : "", isAnswered);
}

// Once nobody types for a moment: what was found is told, and the address leads here again.
function settle(said, isAnswered) {
  const isLooking = !isComplete && Boolean(said) && (!isAnswered || isLoadingAll);
  if (isLooking && !missingNames(field.value).length) needAll();
  told.textContent = isLooking ? told.dataset.looking : said;
  if (more) more.hidden = !said || isLoadingAll || isLooking;
  keep();
}

function keep() {
  const address = new URL(location), query = field.value.trim();
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  if (address.href !== location.href) history.replaceState(null, "", address);
}

function message(count, guessed, hasSome) {
  const { none, alike, partly, some, found } = told.dataset;
  if (!count) return none;
  // The digits that the rest of the page has.
  const counted = count.toLocaleString(document.documentElement.lang, { numberingSystem: "latn" });
  const said = (count > MOST ? some : found).replace("{count}", counted).replace("{shown}", MOST);
  return [guessed && alike, hasSome && partly, said].filter(Boolean).join(" ");
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
  for (const [from, to] of [...text.matchAll(WORD)].flatMap((word) => stretches(word, words))) {
    const mark = Object.assign(document.createElement("mark"), { textContent: text.slice(from, to) });
    nodes.push(text.slice(end, from), mark);
    end = to;
  }
  return [...nodes, text.slice(end)];
}

// Where in a text those parts of a word stand that were sought, or the whole of it where none was by itself.
function stretches({ 0: word, index }, words) {
  const parts = [...word.matchAll(PART)].filter(([part]) => has(part, words));
  const found = parts.flatMap((part) => lettersOf(part, words)).map((places) => places.map((place) => index + place));
  return found.length || !has(word, words) ? found : [[index, index + word.length]];
}

// Where in a part the letters stand that were sought: all of it, or those of a script without spaces alone.
function lettersOf({ 0: part, index }, words) {
  if (part.search(UNSPACED) < 0) return [[index, index + part.length]];
  const letters = [];
  let from = 0;
  for (const letter of part) {
    for (const plain of fold(letter)) letters.push({ plain, from, to: from + letter.length });
    from += letter.length;
  }
  const plain = letters.map((each) => each.plain).join("");
  const word = words.map((each) => each.replaceAll(" ", "")).find((each) => plain.includes(each)) ?? plain;
  const at = [...plain.slice(0, plain.indexOf(word))].length;
  return [[index + letters[at].from, index + letters[at + [...word].length - 1].to]];
}

// ---------------------------------------------------------------- what the reader does

function read() {
  field.value = new URLSearchParams(location.search).get("q") ?? field.value;
  show();
}

field.addEventListener("input", show);
more?.addEventListener("click", () => {
  needAll();
  field.focus();
});
list.addEventListener("click", keep);
addEventListener("popstate", read);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
read();
