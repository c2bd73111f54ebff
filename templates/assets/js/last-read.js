// Remembers on the reader's own device which facts they have seen, and marks what is new or has changed when they come back.
// Nothing is sent. Without this, the page of changes has all of them by their days.
{
  const FORMAT = 2, MOST_CHARACTERS = 1_500_000, LONG_ENOUGH = 1000, DAY = /^\d{4}-\d\d-\d\d$/;
  const words = globalThis.standfirst, base = new URL("..", document.currentScript.src);
  const KEY = `standfirst:${base.pathname}`;

  // ---------------------------------------------------------------- what is kept
  // { format, pages: { route: day }, facts: { id: version } }: the day on which all was read that was news then, and
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

  // A fact that is renamed, or that has moved to another page, is still the one that was seen.
  for (const link of document.querySelectorAll(".own[data-fact]")) {
    const { fact: ids, version } = link.dataset, [id, ...formerIds] = ids.split(" ");
    const fact = facts.get(id) ?? { id, formerIds, version, links: [], title: titleOf(link) };
    fact.links.push(link);
    facts.set(id, fact);
  }

  function titleOf(link) {
    const [before, after] = words.own.split("{title}");
    return link.getAttribute("aria-label").slice(before.length, -after.length || undefined);
  }

  const known = (kept, { id, formerIds }) => [id, ...formerIds].map((each) => kept.facts[each])
    .find((version) => version !== undefined);

  // A fact that comes up in a text or an excerpt may have been on the site all along, as may one on the pages of a divided
  // list, whose entries go from page to page. It is new where all of the list stands that has it.
  const isDivided = Boolean(document.querySelector("main .rest, .pager[data-divided]"));
  const isOfThisPage = (link) => !isDivided && `${route}/`.startsWith(`${routeOf(link)}/`);
  const isInWholeList = ({ links }) => links.some((link) => isOfThisPage(link) || link.closest("[data-whole]"));

  function newsIn(kept) {
    const all = [...facts.values()];
    // A page of which nothing is known was another, whatever its address.
    const wasRead = DAY.test(kept.pages[route] ?? "") && all.some((fact) => known(kept, fact) !== undefined);
    return all.flatMap((fact) => {
      const version = known(kept, fact);
      if (version === undefined) return wasRead && isInWholeList(fact) ? [{ fact, sort: "new" }] : [];
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
      remember(kept);
      if (news.length) show(news, dayBefore(kept));
    }
    document.querySelectorAll(".remember").forEach(offerSwitch);
  }

  function remember({ facts: versions }) {
    change(open);
    watch(versions);
  }

  // The day on which this page was read; of one that was not, but whose facts were seen, the first day of any.
  function dayBefore({ pages }) {
    return [pages[route], ...Object.values(pages).sort()].find((day) => DAY.test(day)) ?? today();
  }

  function open(kept) {
    for (const fact of facts.values()) if (!unread.has(fact)) keep(kept, fact, known(kept, fact) ?? "");
    noteDay(kept);
  }

  function keep(kept, { id, formerIds }, version) {
    for (const former of formerIds) delete kept.facts[former];
    kept.facts[id] = version;
  }

  // Until all news has been seen, it is news since the day before it.
  function noteDay(kept) {
    if (!unread.size || !kept.pages[route]) kept.pages[route] = today();
  }

  function watch(versions) {
    const waiting = new Map(), shown = new Map(), seen = new Set();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, intersectionRatio, intersectionRect } of entries) {
        if (intersectionRatio < 0.5 && intersectionRect.height < innerHeight / 2) {
          clearTimeout(waiting.get(target));
          waiting.delete(target);
        } else if (!waiting.has(target)) {
          waiting.set(target, setTimeout(see, LONG_ENOUGH, target));
        }
      }
    }, { threshold: Array.from({ length: 51 }, (_, percent) => percent / 100) });

    function see(element) {
      waiting.delete(element);
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
      if (versions[fact.id] === fact.version) continue;
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
  function placeOf({ id, links: [{ parentElement }] }) {
    const place = parentElement.id || !parentElement.matches("dt") ? parentElement : parentElement.parentElement;
    place.id ||= `read_${id.replace(/\W/g, "_")}`;
    return place;
  }

  function linkTo(place, text) {
    const link = make("a", { href: `#${place.id}` }, text);
    link.addEventListener("click", () => {
      for (let around = document.getElementById(place.id); around; around = around.parentElement) {
        if (around.matches("details")) around.open = true;
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
    const follow = () => {
      box.checked = !read()?.off;
      if (!box.checked) unmark();
    };
    box.addEventListener("change", () => {
      write(box.checked ? nothing() : { format: FORMAT, off: true });
      if (box.checked && facts.size) remember(nothing());
      told.textContent = box.checked ? words.kept : words.forgotten;
      unmark();
    });
    addEventListener("storage", ({ key }) => {
      if (key === KEY || key === null) follow();
    });
    // Browsers put back what was chosen before, by themselves or with the page that one goes back to.
    addEventListener("pageshow", follow);
    follow();
    choice.hidden = false;
  }

  function unmark() {
    unread.clear();
    document.querySelectorAll(".news, .last-read > :not(summary, .remember)").forEach((each) => each.remove());
    // What is left in the box is the switch.
    for (const summary of document.querySelectorAll(".last-read > summary")) summary.textContent = words.remember;
  }

  if (document.prerendering) document.addEventListener("prerenderingchange", begin, { once: true });
  else begin();
}
