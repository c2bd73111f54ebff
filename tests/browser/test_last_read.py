"""A reader who comes back is told what is new and what has changed, and nobody else learns that they were there."""

from __future__ import annotations

import datetime
import functools
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from standfirst.outputs.artifact import ReadyFiles
from standfirst.present import highlights, long_lists
from standfirst.preview.host import Answer, HostRules, answer, rules_of_site
from standfirst.preview.netlify_file import netlify_rules
from standfirst.reading.one_file import read_text
from tests.browser.barriers import barriers_on, what_sticks_out
from tests.browser.host import answering
from tests.browser.test_narrowing import HOW_MUCH_HAS_JUMPED
from tests.explainers import ROOT, content, made

MAY, JUNE = (datetime.datetime(2026, month, 12, 9, tzinfo=datetime.UTC) for month in (5, 6))
# So many that not all are in the window at once.
EVENTS = "".join(
    f"  e{number}: {{date: {2000 + number}, title: Event {number}, text: It was told., uncited: x}}\n"
    for number in range(20)
)
BEFORE = f"events:\n{EVENTS}figures:\n  dead: {{value: 213, unit: people, label: dead, uncited: x}}\n"
AFTER = BEFORE.replace("Event 7", "Event 7 as we know it now").replace(
    "figures:", "  added: {date: 2012-05, title: An event more, uncited: x}\nfigures:"
)
KEY = "standfirst:/"
MARKS = "main .news strong"
# Before any script of the page; a browser throws the same where cookies are forbidden, or a disk is full.
NOTHING_CAN_BE_READ = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); } });"""
# As before somebody follows a link; the browser tells the document once they have.
MADE_READY = "var isMadeReady = true; Object.defineProperty(document, 'prerendering', { get: () => isMadeReady });"
NOTHING_CAN_BE_KEPT = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""


# Of the words themselves, not of what they can be pressed in.
ROOM_AROUND_THE_LINE = """() => {
  const words = document.createRange(), opening = document.querySelector(".opening");
  words.selectNodeContents(document.querySelector(".last-read > summary"));
  const { top, bottom } = words.getBoundingClientRect();
  return [top - opening.querySelector(".dates").getBoundingClientRect().bottom,
    opening.nextElementSibling.getBoundingClientRect().top - bottom];
}"""


class Host:
    """A host on which another site may be published between two visits."""

    def __init__(self) -> None:
        self._rules = netlify_rules(read_text(ROOT / "netlify.toml"))
        self._served: tuple[ReadyFiles, HostRules] | None = None
        self.address = ""

    def publish(self, facts: str, *sections: str, language: str = "en", banner: bytes = b"") -> None:
        site = site_of(facts, sections, language)
        files = ReadyFiles({route: body.replace(b"<main", banner + b"<main") for route, body in site.items()})
        self._served = files, self._rules + rules_of_site(files)

    def answer(self, path: str) -> Answer:
        assert self._served, "nothing is published"
        return answer(path, *self._served)


@functools.cache
def site_of(facts: str, sections: tuple[str, ...], language: str) -> dict[str, bytes]:
    return {route: text.encode() for route, text in made(content(facts, *sections, language=language)).items()}


@pytest.fixture(scope="module")
def serving() -> Iterator[Host]:
    host = Host()
    with answering(host.answer) as host.address:
        yield host


@pytest.fixture
def host(serving: Host) -> Host:
    serving.publish(BEFORE)
    return serving


class Visitor:
    """Somebody with a browser, and a clock that goes on when they read."""

    def __init__(self, context: BrowserContext, host: Host) -> None:
        self._host, self._page = host, context.new_page()
        self._page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        self._page.clock.install(time=MAY)

    def opens(self, route: str, *, at: datetime.datetime | None = None) -> Page:
        if at:
            self._page.clock.set_system_time(at)
        # Its scripts have run then.
        self._page.goto(f"{self._host.address}/{route}", wait_until="domcontentloaded")
        return self._page

    def reads(self, route: str, *, at: datetime.datetime | None = None) -> Page:
        """Open a page and look at all of it."""
        page = self.opens(route, at=at)
        window = page.viewport_size
        assert window, "this browser has a window"
        page.set_viewport_size(window | {"height": page.evaluate("document.documentElement.scrollHeight")})
        self.looks()
        page.set_viewport_size(window)
        return page

    def looks(self) -> None:
        """Look at what is in the window for a second."""
        self.glances()
        self._page.clock.run_for(1_100)

    def glances(self, at: str = "") -> None:
        """Look at a place, or at what is in the window, for no more than a moment."""
        if at:
            self._page.locator(at).evaluate("place => place.scrollIntoView()")
        # The browser tells what is in the window once it has shown that: the page first, which has asked before.
        self._page.evaluate("new Promise(done => new IntersectionObserver(() => done()).observe(document.body))")

    def keeps(self, fact: str) -> str:
        """Return the version in which a fact was seen; nothing of one that was not."""
        facts: dict[str, str] = json.loads(self.kept or "{}").get("facts", {})
        return facts.get(fact, "")

    @property
    def kept(self) -> str | None:
        text: str | None = self._page.evaluate("key => localStorage.getItem(key)", KEY)
        return text


def wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(100):
        if is_so():
            return
        time.sleep(0.02)
    pytest.fail("it did not come to be so in two seconds")


@pytest.fixture
def visitor(browser: Browser, host: Host) -> Iterator[Visitor]:
    with visiting(browser, host) as somebody:
        yield somebody


@contextmanager
def visiting(
    browser: Browser, host: Host, script: str = "", *, width: int = 1280, height: int = 800
) -> Iterator[Visitor]:
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        context.add_init_script(script)
        yield Visitor(context, host)


# ---------------------------------------------------------------- coming back


def test_a_page_that_shows_an_earlier_day_marks_and_remembers_nothing(visitor: Visitor, host: Host) -> None:
    host.publish(AFTER, banner=b'<aside data-shown-day="2026-05-12"></aside>')
    page = visitor.reads("chronology.html")
    assert (visitor.kept, page.locator(".last-read, .news").count()) == (None, 0)


def test_who_comes_back_is_led_through_what_is_new_and_what_has_changed(visitor: Visitor, host: Host) -> None:
    page = visitor.reads("chronology.html")
    assert page.locator(".last-read, .news").count() == 0
    host.publish(AFTER)
    page = visitor.opens("chronology.html", at=JUNE)
    box = page.locator(".last-read")
    assert box.locator("summary").inner_text() == "Since you last read this on 12 May 2026: 1\u00a0changed, 1\u00a0new"
    assert page.locator(MARKS).all_inner_texts() == ["Changed since you last read", "New since you last read"]
    box.locator("summary").click()
    box.get_by_role("link", name="Event 7 as we know it now").click()
    expect(page.locator("#e7")).to_be_in_viewport()
    page.locator("#e7").get_by_role("link", name="Next: An event more").click()
    expect(page.locator("#added")).to_be_in_viewport()
    box.evaluate("box => { box.open = false; }")
    page.locator("#added").get_by_role("link", name="Back to the list").click()
    expect(box.get_by_role("list")).to_be_in_viewport()
    box.get_by_role("link", name="All changes since then").click()
    assert page.url == f"{host.address}/changes.html?since=2026-05-12"


def test_what_was_seen_is_no_news_the_next_time_and_what_was_not_still_is(visitor: Visitor, host: Host) -> None:
    visitor.reads("chronology.html")
    host.publish(AFTER)
    visitor.opens("chronology.html", at=JUNE).locator("#e7").scroll_into_view_if_needed()
    visitor.looks()
    page = visitor.opens("chronology.html")
    assert page.locator(MARKS).all_inner_texts() == ["New since you last read"]
    # It is still news since the day before it.
    assert "12 May 2026: 1\u00a0new" in page.locator(".last-read summary").inner_text()
    visitor.reads("chronology.html")
    assert visitor.opens("chronology.html").locator(".last-read, .news").count() == 0


def test_what_was_passed_by_is_seen_once_the_reader_is_back_at_it(visitor: Visitor) -> None:
    visitor.opens("chronology.html")
    visitor.glances("#e19")
    visitor.glances("#e0")
    visitor.looks()
    assert (bool(visitor.keeps("event:e0")), visitor.keeps("event:e19")) == (True, "")
    visitor.glances("#e19")
    visitor.looks()
    assert visitor.keeps("event:e19")


def test_a_fact_is_the_same_on_whatever_page_it_was_seen(visitor: Visitor, host: Host) -> None:
    visitor.reads("figures.html")
    host.publish(BEFORE.replace("213", "264"))
    page = visitor.opens("index.html", at=JUNE)
    assert page.locator(".figure .news strong").all_inner_texts() == ["Changed"]  # where there is little room
    assert "12 May 2026: 1\u00a0changed" in page.locator(".last-read summary").inner_text()


def test_a_renamed_fact_is_the_one_that_was_seen(visitor: Visitor, host: Host) -> None:
    visitor.reads("chronology.html")
    host.publish(BEFORE.replace("e7: {", "seventh: {former_ids: [e7], "))
    assert visitor.opens("chronology.html").locator(".news").count() == 0
    assert '"event:e7"' not in (visitor.kept or "")


def test_what_stands_on_the_page_of_somebody_renamed_is_what_was_seen(visitor: Visitor, host: Host) -> None:
    quotes = "quotes:\n" + "".join(
        f"  {words}: {{speaker: ann, words: {words}, uncited: x}}\n" for words in ("never", "always")
    )
    host.publish("actors:\n  ann: {name: Ann, kind: person, summary: s, uncited: x}\n" + quotes)
    visitor.reads("index.html")
    host.publish(
        "actors:\n  zoe: {former_ids: [ann], name: Ann, kind: person, summary: s, uncited: x}\n"
        + quotes.replace("ann", "zoe").replace("words: always", "words: hardly ever")
    )
    page = visitor.opens("index.html")
    assert page.locator(".last-read li").all_text_contents() == ["Changed “hardly ever”"]


def test_what_comes_up_in_a_text_is_not_new_and_what_is_added_to_a_whole_list_is(visitor: Visitor, host: Host) -> None:
    host.publish(BEFORE)
    visitor.reads("index.html")
    more = BEFORE + "  hurt: {value: 3, unit: people, label: hurt, uncited: x}\n"
    host.publish(more, "![](event:e3)")
    page = visitor.opens("index.html")
    assert page.locator(".event:has(.own)").count() == 1
    assert page.locator(".last-read li").all_text_contents() == ["New 3 people hurt"]


def test_what_comes_up_into_an_excerpt_is_not_new(
    visitor: Visitor, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(highlights, "MOST_SHOWN", 2)
    rows = [f"  f{number}: {{value: {number}, unit: people, label: told, uncited: x}}\n" for number in range(1, 5)]
    host.publish(f"figures:\n{''.join(rows)}")
    assert visitor.reads("index.html").locator(".figure").count() == 2
    host.publish(f"figures:\n{''.join(rows[1:])}")
    page = visitor.opens("index.html")
    assert page.locator(".figure").last.inner_text().startswith("3")
    assert page.locator(".news").count() == 0


def test_what_is_higher_than_many_windows_is_seen_when_one_is_full_of_it(browser: Browser, host: Host) -> None:
    host.publish(f"claims:\n  long: {{claim: Long., uncited: x, record: {'word ' * 1_000}}}\n")
    with visiting(browser, host, width=320, height=180) as somebody:
        page = somebody.opens("claims.html")
        assert page.locator("#long").evaluate("claim => claim.offsetHeight / innerHeight") > 20
        page.evaluate("scrollTo(0, 1800)")
        somebody.looks()
        assert somebody.keeps("claim:long")


def test_what_moved_here_from_another_page_of_a_list_is_not_new(
    visitor: Visitor, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_lists, "_MOST_BYTES", 1_200)
    claims = [f"  c{number}: {{claim: Claim {number}., uncited: x}}\n" for number in range(20)]
    host.publish(f"claims:\n{''.join(claims)}")
    before = visitor.reads("claims/1.html").locator(".claim").count()
    host.publish(f"claims:\n{''.join(claims[2:])}")
    page = visitor.opens("claims/1.html")
    assert page.locator(".claim").last.get_attribute("id") not in {f"c{number}" for number in range(before)}
    assert page.locator(".news").count() == 0


def test_what_cannot_be_understood_is_as_if_nothing_were_kept(visitor: Visitor) -> None:
    page = visitor.opens("chronology.html")
    fresh = json.loads(visitor.kept or "")
    for wrong in (
        "{", "null", "[]", '{"format": 9}', '{"format": 2, "pages": 3, "facts": {"a": 1}}',
        '{"format": 1, "pages": {"chronology": "2026-05-01"}, "facts": {"event:e1": "0123abcd"}}',
    ):  # fmt: skip
        page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, wrong])
        visitor.opens("chronology.html")
        assert (json.loads(visitor.kept or ""), page.locator(".news").count()) == (fresh, 0), wrong


def test_a_page_that_the_browser_makes_ready_is_read_once_it_is_shown(browser: Browser, host: Host) -> None:
    with visiting(browser, host, MADE_READY) as somebody:
        page = somebody.opens("chronology.html")
        somebody.looks()
        assert somebody.kept is None
        page.evaluate("isMadeReady = false; document.dispatchEvent(new Event('prerenderingchange'))")
        somebody.looks()
        assert somebody.keeps("event:e0")


# ---------------------------------------------------------------- nothing is kept


def test_the_switch_forgets_all_and_stays_off(visitor: Visitor, host: Host) -> None:
    visitor.reads("chronology.html")
    host.publish(AFTER)
    page = visitor.opens("chronology.html")
    page.locator(".last-read summary").click()
    remember = page.get_by_role("checkbox", name="Remember on this device")
    expect(remember).to_be_checked()
    remember.uncheck()
    expect(page.locator(".last-read").get_by_role("status")).to_have_text(
        "What was kept here is deleted, and nothing more is kept."
    )
    assert page.locator(".news").count() == 0
    expect(page.locator(".last-read")).not_to_contain_text("changed")
    visitor.reads("chronology.html")
    assert json.loads(visitor.kept or "") == {"format": 2, "off": True}
    remember = visitor.opens("about.html").get_by_role("checkbox", name="Remember on this device")
    expect(remember).not_to_be_checked()
    remember.check()
    assert json.loads(visitor.kept or "") == {"format": 2, "pages": {}, "facts": {}}


def test_what_is_read_once_it_is_switched_on_again_is_remembered(visitor: Visitor, host: Host) -> None:
    visitor.reads("chronology.html")
    host.publish(AFTER)
    page = visitor.opens("chronology.html")
    page.locator(".last-read summary").click()
    remember = page.get_by_role("checkbox", name="Remember on this device")
    remember.uncheck()
    remember.check()
    visitor.looks()
    assert visitor.keeps("event:e0")
    assert not visitor.keeps("event:e19")


def test_who_goes_back_to_a_page_from_where_it_was_switched_off_is_told_nothing_there(
    visitor: Visitor, host: Host
) -> None:
    visitor.reads("chronology.html")
    host.publish(AFTER)
    page = visitor.opens("chronology.html")
    # No other tab has told it; the browser shows it as it was left.
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, '{"format": 2, "off": true}'])
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.locator(".news").count() == 0


@pytest.mark.parametrize("script", [NOTHING_CAN_BE_READ, NOTHING_CAN_BE_KEPT], ids=["denied", "full"])
def test_a_browser_that_keeps_nothing_shows_the_page_and_no_more(browser: Browser, host: Host, script: str) -> None:
    with visiting(browser, host, script) as somebody:
        somebody.opens("chronology.html")
        somebody.looks()
        host.publish(AFTER)
        page = somebody.opens("chronology.html")
        assert page.locator(".last-read, .news").count() == 0
        assert page.locator(".event").count() == 21
        expect(page.locator("form.narrow")).to_be_visible()


# ---------------------------------------------------------------- how it looks


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_when_a_late_script_tells_what_changed(browser: Browser, host: Host, width: int) -> None:
    def come_late(script: Route) -> None:
        time.sleep(0.15)
        script.continue_()

    with visiting(browser, host, width=width) as somebody:
        somebody.reads("chronology.html")
        host.publish(AFTER.replace("Event 0", "Event zero"))
        page = somebody.opens("robots.txt")
        page.route("**/*.js", come_late)
        somebody.opens("chronology.html")
        expect(page.locator(".last-read")).to_be_visible()
        expect(page.locator("#e0 .news")).to_be_visible()
        page.clock.resume()
        assert page.evaluate(HOW_MUCH_HAS_JUMPED) == 0
        above, below = page.evaluate(ROOM_AROUND_THE_LINE)
        assert above == pytest.approx(below, abs=3)
        assert min(above, below) >= 8


# The longest words of the interface, and those from right to left; where there is most room for a mark, and least.
@pytest.mark.parametrize(("language", "route"), [("ar", "chronology.html"), ("fr", "figures.html")])
def test_axe_finds_no_barrier_in_what_a_returning_reader_is_told(
    browser: Browser, host: Host, language: str, route: str
) -> None:
    host.publish(BEFORE, language=language)
    with visiting(browser, host, width=360) as somebody:
        somebody.reads(route)
        host.publish(AFTER.replace("213", "264"), language=language)
        page = somebody.opens(route)
        page.locator(".last-read summary").click()
        assert page.locator(".news").count() > 0
        assert (barriers_on(page), what_sticks_out(page)) == ([], [])
        page.emulate_media(color_scheme="dark")
        assert barriers_on(page, within="main", asked=["color-contrast"]) == []


def test_on_paper_nothing_of_it_is_printed(visitor: Visitor, host: Host) -> None:
    visitor.reads("chronology.html")
    host.publish(AFTER)
    page = visitor.opens("chronology.html")
    page.emulate_media(media="print")
    assert not [each for each in page.locator(".last-read, .news").all() if each.is_visible()]


# ---------------------------------------------------------------- what changed since a day

UPDATES = (
    BEFORE
    + "updates:\n"
    + "".join(
        f"  u{month}: {{date: 2026-0{month}-03, kind: update, text: Told., affects: ['event:e{month}']}}\n"
        for month in (3, 4, 5, 6)
    )
)


def days_shown(page: Page) -> list[str]:
    return [each.get_attribute("data-day") or "" for each in page.locator("main [data-day]").filter(visible=True).all()]


def test_an_address_shows_what_changed_since_a_day_and_another_day_can_be_chosen(visitor: Visitor, host: Host) -> None:
    host.publish(UPDATES)
    page = visitor.opens("changes.html?since=2026-05-03")
    told, field = page.locator(".by-day").get_by_role("status"), page.get_by_label("Show what changed since")
    assert days_shown(page) == ["2026-06-03", "2026-05-03"]
    expect(told).to_have_text("Changes since 3 May 2026: 2")
    expect(field).to_have_value("2026-05-03")
    field.fill("2026-06-04")
    field.blur()
    expect(told).to_have_text("Nothing has changed since 4 June 2026.")
    assert page.url.endswith("/changes.html?since=2026-06-04")
    page.go_back()
    assert days_shown(page) == ["2026-06-03", "2026-05-03"]
    page.get_by_role("button", name="Show all").click()
    assert len(days_shown(page)) == 4
    assert page.url.endswith("/changes.html")
    expect(field).to_be_focused()


def test_a_day_that_is_typed_is_asked_for_once_it_is_whole(visitor: Visitor, host: Host) -> None:
    host.publish(UPDATES)
    page = visitor.opens("changes.html")
    visited = page.evaluate("history.length")
    page.get_by_label("Show what changed since").focus()
    page.keyboard.type("05012026")
    assert page.url.endswith("?since=2026-05-01")
    assert page.evaluate("history.length") == visited + 1


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "Modifications depuis le 1er mai 2026\u00a0: 2"), ("ar", "التغييرات منذ 1 مايو 2026: 2")],
)
def test_the_day_is_said_in_the_words_of_the_page(visitor: Visitor, host: Host, language: str, told: str) -> None:
    host.publish(UPDATES, language=language)
    page = visitor.opens("changes.html?since=2026-05-01")
    expect(page.locator(".by-day").get_by_role("status")).to_have_text(told)


def test_a_day_that_is_none_is_told_and_all_is_shown(visitor: Visitor, host: Host) -> None:
    host.publish(UPDATES)
    for asked in ("2026-02-30", "0000-01-01", "2026-5-1", "<b>"):
        page = visitor.opens(f"changes.html?since={asked}")
        assert len(days_shown(page)) == 4
        expect(page.locator(".by-day").get_by_role("status")).to_contain_text(f"There is no such day: {asked}.")


def test_of_a_long_list_the_day_goes_with_the_reader_to_its_pages(
    visitor: Visitor, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_lists, "_MOST_BYTES", 1_200)
    rows = "".join(
        f"  u{day}: {{date: 2026-05-{day}, kind: update, text: T., authors: [A]}}\n" for day in range(10, 31)
    )
    host.publish(f"updates:\n{rows}")
    page = visitor.opens("changes.html?since=2026-05-28")
    assert days_shown(page) == ["2026-05-30", "2026-05-29", "2026-05-28"]
    page.get_by_role("link", name="28 May 2026: T.").click()
    page.wait_for_url("**/changes/1.html?since=2026-05-28#2026-05-28")
    told = page.locator(".by-day").get_by_role("status")
    assert days_shown(page) == ["2026-05-30", "2026-05-29", "2026-05-28"]
    expect(told).to_have_text("Changes since 28 May 2026, on this page: 3")
    page.get_by_role("link", name="After:").click()
    page.wait_for_url("**/changes/2.html?since=2026-05-28")
    expect(told).to_have_text("All changes on this page are from before 28 May 2026.")


def test_without_a_script_all_days_stand_there_and_nothing_asks_for_one(browser: Browser, host: Host) -> None:
    host.publish(UPDATES)
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{host.address}/changes.html?since=2026-05-03")
        assert len(days_shown(page)) == 4
        for control in (page.locator("form"), page.get_by_role("checkbox"), page.locator(".last-read")):
            assert not [each for each in control.all() if each.is_visible()]


# ---------------------------------------------------------------- several tabs


def test_what_is_switched_off_in_one_tab_is_off_in_the_others(browser: Browser, host: Host) -> None:
    with browser.new_context() as context:
        one, other = Visitor(context, host), Visitor(context, host)
        one.reads("chronology.html")
        host.publish(AFTER)
        page = one.opens("chronology.html")
        assert page.locator(".news").count() == 2
        other.opens("about.html").get_by_role("checkbox", name="Remember on this device").uncheck()
        expect(page.locator(".news")).to_have_count(0)
        one.looks()
        assert json.loads(one.kept or "") == {"format": 2, "off": True}


def test_two_tabs_keep_what_was_seen_in_either(browser: Browser, host: Host) -> None:
    with browser.new_context() as context:
        one, other = Visitor(context, host), Visitor(context, host)
        page = one.opens("chronology.html")
        one.looks()
        other.reads("figures.html")
        # A browser tells its tabs of what one of them keeps a moment later.
        wait_until(lambda: bool(one.keeps("figure:dead")))
        page.locator("#e19").scroll_into_view_if_needed()
        one.looks()
        assert all(map(one.keeps, ("event:e0", "event:e19", "figure:dead")))
