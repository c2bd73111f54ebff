// Remembers on the reader's own device which facts they have seen, and marks what is new or has changed when they come back.
// Nothing is sent. Without this, the page of changes has all of them by their days.
{
  const FORMAT = 1, MOST_CHARACTERS = 1_500_000, LONG_ENOUGH = 1000, DAY = /^\d{4}-\d\d-\d\d$/;
  const words = globalThis.standfirst, base = new URL("..", document.currentScript.src);
  const KEY = `standfirst:${base.pathname}`;

  // ---------------------------------------------------------------- what is kept
  // { format, pages: { route: day }, facts: { address: version } }: the day on which all was read that was news then, and
  // no version where a fact stood on a page that was opened, but never came into view. Whoever wants nothing kept has
  // { format, off: true }. A change of the format, or of which facts have versions, wants another number.

  const nothing = () => ({ format: FORMAT, pages: {}, facts: {} });

  // Nothing where the browser keeps nothing.
  function read() {
    try {
      const text = localStorage.getItem(KEY);
      return (text && ours(text)) || nothing();
    } catch {
      return undefined;
    }
  }

  function ours(text) {
    try {
      const kept = JSON.parse(text), { format, off, pages, facts } = kept;
      return format === FORMAT && (off || (isTable(pages) && isTable(facts))) && kept;
    } catch {
      return undefined;
    }
  }

  const isTable = (value) => value?.constructor === Object && Object.values(value).every((each) => typeof each === "string");

  // Where it is full, what was kept before is left as it was.
  function write(kept) {
    const text = JSON.stringify(kept);
    try {
      localStorage.setItem(KEY, text.length > MOST_CHARACTERS ? JSON.stringify(nothing()) : text);
    } catch { /* There is no room, or nothing may be kept. */ }
  }

  // Another tab may have written in the meantime.
  function change(make) {
    const kept = read();
    if (!kept || kept.off) return;
    make(kept);
    write(kept);
  }

  // ---------------------------------------------------------------- the facts of this page

  const routeOf = ({ pathname }) => pathname.slice(base.pathname.length).replace(/\.html$/, "") || "index";
  const route = routeOf(location), facts = new Map();

  for (const link of document.querySelectorAll(".own[data-version]")) {
    const address = routeOf(link) + link.hash, { version, former = "" } = link.dataset;
    const others = former.split(" ").filter(Boolean).map((anchor) => `${routeOf(link)}#${anchor}`);
    const fact = facts.get(address) ?? { address, version, others, links: [], title: titleOf(link) };
    fact.links.push(link);
    facts.set(address, fact);
  }

  function titleOf(link) {
    const [before, after] = words.own.split("{title}");
    return link.getAttribute("aria-label").slice(before.length, -after.length || undefined);
  }

  const known = (kept, { address, others }) => [address, ...others].map((each) => kept.facts[each])
    .find((version) => version !== undefined);

  // Facts go from page to page where a list is divided: one that is met here may have been there all along.
  const isDivided = Boolean(document.querySelector("main .rest, .pager[data-divided]"));

  function newsIn(kept) {
    const all = [...facts.values()];
    // A page of which nothing is known was another, whatever its address.
    const wasRead = DAY.test(kept.pages[route] ?? "") && all.some((fact) => known(kept, fact) !== undefined);
    return all.flatMap((fact) => {
      const version = known(kept, fact);
      if (version === undefined) return wasRead && !isDivided ? [{ fact, sort: "new" }] : [];
      return version && version !== fact.version ? [{ fact, sort: "changed" }] : [];
    });
  }

  // ---------------------------------------------------------------- reading

  // What is news on this page, and has not come into view yet.
  const unread = new Set();

  function begin() {
    const kept = read();
    // A page that shows an earlier day stays as it was then.
    if (!kept || document.querySelector("[data-shown-day]")) return;
    if (!kept.off && facts.size) {
      const news = newsIn(kept);
      news.forEach(({ fact }) => unread.add(fact));
      change(open);
      watch(kept.facts);
      if (news.length) show(news, dayBefore(kept));
    }
    document.querySelectorAll(".remember").forEach(offerSwitch);
  }

  // The day on which this page was read; of one that was not, but whose facts were seen, the first day of any.
  function dayBefore({ pages }) {
    return [pages[route], ...Object.values(pages).sort()].find((day) => DAY.test(day)) ?? today();
  }

  function open(kept) {
    for (const fact of facts.values()) if (!unread.has(fact)) keep(kept, fact, known(kept, fact) ?? "");
    forgetWhatIsGone(kept);
    noteDay(kept);
  }

  function keep(kept, { address, others }, version) {
    for (const other of others) delete kept.facts[other];
    kept.facts[address] = version;
  }

  // Until all news has been seen, it is news since the day before it.
  function noteDay(kept) {
    if (!unread.size || !kept.pages[route]) kept.pages[route] = today();
  }

  // On the page of its own address a fact has at least an anchor, unless that page has too many.
  function forgetWhatIsGone(kept) {
    if (document.querySelector("main[data-anchors]")) return;
    for (const address of Object.keys(kept.facts)) {
      const [at, anchor] = address.split("#");
      if (at === route && anchor && !document.getElementById(anchor)) delete kept.facts[address];
    }
  }

  function watch(versions) {
    const waiting = new Map(), shown = new Map(), seen = new Set();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, intersectionRatio, intersectionRect } of entries) {
        clearTimeout(waiting.get(target));
        if (intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2) {
          waiting.set(target, setTimeout(see, LONG_ENOUGH, target));
        }
      }
    }, { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] });

    function see(element) {
      observer.unobserve(element);
      if (document.visibilityState === "visible") {
        if (!seen.size) setTimeout(keepSeen);
        seen.add(shown.get(element));
      } else {
        // It is told of again when the window is.
        observer.observe(element);
      }
    }

    // All at once what came into view at once.
    function keepSeen() {
      for (const fact of seen) unread.delete(fact);
      change((kept) => {
        for (const fact of seen) keep(kept, fact, fact.version);
        noteDay(kept);
      });
      seen.clear();
    }

    for (const fact of facts.values()) {
      if (versions[fact.address] === fact.version) continue;
      for (const { parentElement } of fact.links) {
        shown.set(parentElement, fact);
        observer.observe(parentElement);
      }
    }
  }

  function today() {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  }

  // ---------------------------------------------------------------- what is shown

  function show(news, day) {
    news.forEach(mark);
    const box = make("details", { id: "last_read", className: "last-read" });
    box.dataset.script = "";
    const items = news.map(({ fact, sort }) => {
      const item = make("li");
      item.append(make("span", { className: "label" }, words[sort]), " ", linkTo(placeOf(fact), fact.title));
      return item;
    });
    const list = make("ul"), all = make("p", { className: "detail" });
    list.append(...items);
    all.append(make("a", { href: `${base}${words.changes}?since=${day}` }, words.all));
    const choice = make("div", { className: "remember" });
    choice.append(make("label", {}, words.remember), make("p", { className: "detail", role: "status" }, words.kept));
    choice.firstChild.prepend(make("input", { type: "checkbox" }), " ");
    box.append(make("summary", {}, sentence(news, day)), list, all, choice);
    const opening = document.querySelector("main > .opening") ?? document.querySelector("main"), next = opening.nextElementSibling;
    opening.append(box);
    // Where there is no room for it in the gap, what follows gives way.
    box.classList.toggle("in-flow", !next || box.getBoundingClientRect().bottom > next.getBoundingClientRect().top);
  }

  function sentence(news, day) {
    const counts = ["changed", "new"].map((sort) => [sort, news.filter((each) => each.sort === sort).length])
      .filter(([, count]) => count)
      .map(([sort, count]) => words[`${sort}Count`].replace("{count}", count).replaceAll(" ", "\u00a0"));
    return words.since.replace("{date}", words.dayInWords(day)).replace("{what}", counts.join(words.and));
  }

  // A fact that stands here twice is marked twice.
  function mark({ fact, sort }, number, news) {
    const next = news[number + 1]?.fact;
    for (const link of fact.links) {
      const note = make("p", { className: "news" });
      const on = next ? linkTo(placeOf(next), words.next) : linkTo({ id: "last_read" }, words.list);
      if (next) on.setAttribute("aria-label", words.nextTo.replace("{title}", next.title));
      note.append(make("strong", {}, words[`${sort}Here`]), " ", on);
      link.after(note);
      if (note.offsetWidth > link.parentElement.offsetWidth) note.firstChild.textContent = words[sort];
    }
  }

  // The element in which a fact first stands on this page, by which links lead there.
  function placeOf({ address, links: [{ parentElement }] }) {
    const place = parentElement.id || !parentElement.matches("dt") ? parentElement : parentElement.parentElement;
    place.id ||= `read_${address.replace(/\W/g, "_")}`;
    return place;
  }

  function linkTo(place, text) {
    const link = make("a", { href: `#${place.id}` }, text);
    link.addEventListener("click", () => {
      for (let around = document.getElementById(place.id); around; around = around.parentElement) {
        if (around.matches("details:not(.last-read)")) around.open = true;
      }
    });
    return link;
  }

  function make(tag, properties = {}, text = "") {
    return Object.assign(document.createElement(tag), properties, { textContent: text });
  }

  // ---------------------------------------------------------------- the switch

  function offerSwitch(choice) {
    const box = choice.querySelector("input"), told = choice.querySelector("[role=status]");
    const showChoice = () => { box.checked = !read()?.off; };
    box.addEventListener("change", () => {
      write(box.checked ? nothing() : { format: FORMAT, off: true });
      if (box.checked && facts.size) change(open);
      told.textContent = box.checked ? words.kept : words.forgotten;
      unmark();
    });
    addEventListener("storage", ({ key }) => {
      if (key !== KEY && key !== null) return;
      showChoice();
      if (!box.checked) unmark();
    });
    // Browsers put back what was chosen before, by themselves or with the page that one goes back to.
    addEventListener("pageshow", showChoice);
    showChoice();
    choice.hidden = false;
  }

  function unmark() {
    unread.clear();
    document.querySelectorAll(".news, .last-read > :not(summary, .remember)").forEach((each) => each.remove());
    // What is left in the box is the switch.
    for (const summary of document.querySelectorAll(".last-read > summary")) summary.textContent = words.remember;
  }

  if (document.prerendering) addEventListener("prerenderingchange", begin, { once: true });
  else begin();
}
