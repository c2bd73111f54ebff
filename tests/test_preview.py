"""The preview, as a writer uses it: started by its command, read through its address, ended with Ctrl-C."""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClosedError, websocket_connect

from standfirst.model import Drafts
from standfirst.options import Options
from standfirst.pipeline import make_site
from tests.previews import ROOT, Desk, Running, comes_about, desk, hang_up, in_a_loop, running, watching

SECTION = "sections/10-what-happened.md"
HOME = "/index.html"


@pytest.fixture
def writing(tmp_path: Path) -> Path:
    """A content folder that a writer works in."""
    return Path(shutil.copytree(ROOT / "generator/standfirst/starter", tmp_path / "content"))


@pytest.fixture
def preview(writing: Path) -> Iterator[Running]:
    """A preview of the folder."""
    with running(writing) as started:
        yield started


@pytest.fixture(scope="module")
def previewed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A preview of a folder in which one test writes after the other."""
    folder = tmp_path_factory.mktemp("writing")
    shutil.copytree(ROOT / "generator/standfirst/starter", folder / "content")
    with desk(folder, folder / "content" / SECTION) as started:
        yield started


@pytest.fixture
def begun(previewed: Desk) -> Desk:
    """The same, with nothing left of what another test wrote."""
    previewed.begin()
    return previewed


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Running]]:
    """A folder that nobody writes in, and its preview."""
    content = Path(
        shutil.copytree(ROOT / "generator/standfirst/starter", tmp_path_factory.mktemp("untouched") / "content")
    )
    with running(content, "--output", str(content.parent / "site")) as started:
        yield content, started


@pytest.fixture
def served(untouched: tuple[Path, Running]) -> Running:
    """The preview of a folder that nobody writes in."""
    return untouched[1]


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


# ---------------------------------------------------------------- what is shown


def test_what_is_saved_is_shown_drafts_too_and_a_mistake_leaves_the_last_good_page(begun: Desk) -> None:
    section, preview = begun.section, begun.preview
    written = section.read_text(encoding="utf-8")
    assert preview.shows(HOME, "livereload.js")

    section.write_text(written.replace("title: What happened?", "title: What is new?\ndraft: true"), encoding="utf-8")
    assert preview.shows(HOME, "What is new?")

    append(section, "\n[](event:nothing)\n")
    assert preview.shows(HOME, "there is no event &#39;nothing&#39;")
    assert "What is new?" in preview.get(HOME).text

    section.write_text(written + "\nMended.\n", encoding="utf-8")
    assert preview.shows(HOME, "Mended.")
    assert "preview_problems" not in preview.get(HOME).text


def test_a_save_renews_the_ids_for_editors_where_there_are_schemas(writing: Path, preview: Running) -> None:
    preview.says("Everything")
    (writing / "schema").mkdir()
    (writing / "facts" / "quay.yaml").write_text("places:\n  quay: {name: The Long Quay}\n", encoding="utf-8")
    ids = writing / "schema" / "ids.json"
    assert comes_about(lambda: ids.exists() and "The Long Quay" in ids.read_text(encoding="utf-8"))


def test_a_template_that_is_begun_edited_and_removed_beside_the_content_is_shown_at_once(
    writing: Path, preview: Running
) -> None:
    assert preview.shows(HOME, "livereload.js")
    footer = writing.parent / "templates" / "partials" / "footer.html"
    footer.parent.mkdir(parents=True)
    for text in ("1 Quay Street", "2 Quay Street"):
        footer.write_text(text, encoding="utf-8")
        assert preview.shows(HOME, text)
    footer.write_text('{% include "default/partials/foter.html" %}', encoding="utf-8")
    assert preview.shows(HOME, "did you mean &#39;default/partials/footer.html&#39;?")
    shutil.rmtree(writing.parent / "templates")
    assert preview.shows(HOME, '<footer class="colophon">')


def test_a_preview_starts_with_content_that_has_problems_and_shows_them_everywhere(writing: Path) -> None:
    written = (writing / SECTION).read_text(encoding="utf-8")
    append(writing / SECTION, "\n[](event:<b>)\n")
    with running(writing) as preview:
        page = preview.get("/any/where")
        assert page.status == 503
        assert "preview_problems" in page.text
        assert "<b>" not in page.text
        # Sources can be read and cited all the same.
        desk = preview.get("/_desk/")
        assert desk.status == 200
        assert "sentences are cited" in desk.text
        assert "preview_problems" in desk.text
        (writing / SECTION).write_text(written, encoding="utf-8")
        assert preview.shows(HOME, "What happened?")


def test_the_site_served_is_the_site_that_is_built_and_nothing_is_written(untouched: tuple[Path, Running]) -> None:
    content, preview = untouched
    built = make_site(Options(content=content, templates=ROOT / "templates", drafts=Drafts.SHOW))
    for artifact in built.artifacts:
        if not artifact.route.startswith("_"):
            assert preview.get(f"/{artifact.route}").of_site == artifact.body, artifact.route
    assert [path.name for path in content.parent.iterdir()] == ["content"]


# ---------------------------------------------------------------- like the real thing


def test_short_addresses_and_what_is_not_there_are_answered_as_by_the_host(served: Running) -> None:
    assert served.get("/glossary").of_site == served.get("/glossary.html").of_site
    assert served.get("/").of_site == served.get(HOME).of_site
    missing = served.get("/no/such/page")
    assert missing.status == 404
    assert missing.of_site == served.get("/404.html").of_site
    assert served.get("/_headers").status == 404


def test_the_headers_of_netlify_toml_apply_and_nothing_is_cached(served: Running) -> None:
    page = served.get("/")
    port = served.address.rpartition(":")[2].strip("/")
    policy = page.headers["Content-Security-Policy"].split("; ")
    assert "script-src 'self'" in policy
    assert f"connect-src 'self' ws://127.0.0.1:{port}" in policy
    assert "upgrade-insecure-requests" not in policy
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Cache-Control"] == "no-store"
    # What the site is for everybody, its drafts are not.
    assert "Access-Control-Allow-Origin" not in served.get("/data/facts.json").headers
    assert served.get("/search-index.js").headers["Cross-Origin-Resource-Policy"] == "same-origin"
    for path in ("/livereload.js", "/__preview__/preview.js", "/none", "/livereload"):
        assert served.get(path).headers["Cache-Control"] == "no-store", path


def test_a_renamed_record_is_found_at_its_old_address(begun: Desk) -> None:
    facts, preview = begun.folder / "content" / "facts" / "facts.yaml", begun.preview
    text = facts.read_text(encoding="utf-8")
    actor = re.search(r"^actors:\n(?:\s*#.*\n)*  ([a-z-]+):", text, re.M)
    assert actor
    facts.write_text(text.replace(actor[0], f"{actor[0]}\n    former_ids: [of-old]"), encoding="utf-8")
    preview.says("facts.yaml")
    moved = preview.get("/actors/of-old")
    assert (moved.status, moved.headers["Location"]) == (301, f"/bridge/actors/{actor[1]}")


def test_requests_for_another_host_are_refused(served: Running) -> None:
    host = served.address.split("/")[2]
    port = host.rpartition(":")[2]
    for name in ("example.org", f"example.org:{port}", "127.0.0.1.example.org", "192.168.0.1"):
        for path in ("/", "/livereload.js", "/__preview__/preview.js", "/_desk", "/_desk/", "/_desk/cite"):
            assert served.get(path, {"Host": name}).status == 403, name
    assert served.get("/", {"Host": f"localhost:{port}"}).status == 200


def test_what_a_page_of_another_site_would_load_is_refused_and_a_link_in_it_is_not(served: Running) -> None:
    script, link = {"Sec-Fetch-Mode": "no-cors"}, {"Sec-Fetch-Mode": "navigate"}
    for site, status in (("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200)):
        assert served.get("/search-index.js", script | {"Sec-Fetch-Site": site}).status == status
        assert served.get("/", link | {"Sec-Fetch-Site": site}).status == 200


def test_what_an_older_browser_says_of_where_it_asks_from_is_heeded(served: Running) -> None:
    own, page = served.address.rstrip("/"), {"Accept": "text/html,*/*"}
    for path in ("/search-index.js", "/data/facts.json", "/"):
        assert served.get(path).status == 200
        for here in ({"Origin": own}, {"Referer": f"{own}/about.html"}, {"Referer": own}):
            assert served.get(path, here).status == 200, here
        for other in ("https://example.org", f"{own}0", f"{own}.example.org", "http://[", "null"):
            assert served.get(path, {"Origin": other}).status == 403, other
            assert served.get(path, {"Referer": other}).status == 403, other
    assert served.get("/", page | {"Referer": "https://example.org/"}).status == 200


def test_websockets_of_other_sites_are_refused(served: Running) -> None:
    async def connects(headers: dict[str, str]) -> bool:
        address = served.address.replace("http", "ws") + "livereload"
        try:
            await hang_up(await websocket_connect(HTTPRequest(address, headers=headers)))
        except HTTPClientError as error:
            return error.code != 403
        return True

    host = served.address.split("/")[2]
    assert in_a_loop(connects({"Origin": f"http://{host}"}))
    assert not in_a_loop(connects({"Origin": "https://example.org"}))
    assert not in_a_loop(connects({"Origin": "http://127.0.0.1:1"}))
    for odd in ("http://[", "[", "null", "http://", "http://a:b:c", "file://"):
        assert not in_a_loop(connects({"Origin": odd})), odd
        assert not in_a_loop(connects({"Origin": odd, "Sec-Fetch-Site": "same-origin"})), odd
    assert not in_a_loop(connects({"Host": "example.org", "Origin": "http://example.org"}))


def test_a_port_that_is_taken_is_passed_over_and_the_preview_says_so(writing: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with running(writing, "--port", str(port)) as preview:
            assert preview.address != f"http://127.0.0.1:{port}/"
            assert preview.shows(HOME, "What happened?")


def test_it_listens_on_this_machine_alone(served: Running) -> None:
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):
        own = "127.0.0.2"
    with socket.socket() as other:
        assert other.connect_ex((own, int(served.address.rpartition(":")[2].strip("/")))) != 0


# ---------------------------------------------------------------- what browsers are told


def test_a_browser_is_told_of_its_own_page_and_of_no_other(begun: Desk) -> None:
    preview = begun.preview

    async def watch() -> None:
        async with watching(preview, "/") as home, watching(preview, "/sources") as sources:
            append(begun.section, "\nSaved.\n")
            told = await home.told()
            assert told
            assert (told["command"], told["path"]) == ("reload", "*")
            assert "Saved." in (await asyncio.to_thread(preview.get, "/")).text
            assert await sources.told(patience=0.5) is None

    in_a_loop(watch())


def test_two_saves_within_a_second_are_both_told_of(begun: Desk) -> None:
    preview = begun.preview

    async def watch() -> None:
        async with watching(preview, "/") as home:
            for word in ("First.", "Second."):
                append(begun.section, f"\n{word}\n")
                assert await home.told()
                assert word in (await asyncio.to_thread(preview.get, "/")).text

    in_a_loop(watch())


def test_what_was_saved_between_loading_a_page_and_connecting_is_told_of(begun: Desk) -> None:
    preview = begun.preview
    loaded = preview.get("/")
    append(begun.section, "\nSaved.\n")
    assert preview.shows("/", "Saved.")

    async def watch() -> None:
        async with watching(preview, "/", loaded) as behind, watching(preview, "/") as current:
            assert await behind.told()
            assert await current.told(patience=0.3) is None

    in_a_loop(watch())


def test_a_style_is_swapped_where_nothing_else_changed(writing: Path, tmp_path: Path) -> None:
    templates = Path(shutil.copytree(ROOT / "templates", tmp_path / "templates"))
    with running(writing, "--templates", str(templates)) as preview:

        async def watch() -> None:
            async with watching(preview, "/") as home:
                append(templates / "assets" / "css" / "base.css", "\nbody { color: red; }\n")
                told = await home.told()
            assert told
            assert str(told["path"]).endswith(".css")
            assert b"color: red" in (await asyncio.to_thread(preview.get, str(told["path"]))).body

        in_a_loop(watch())


def test_browsers_of_several_large_pages_are_all_told_before_the_rest_is_made(writing: Path, tmp_path: Path) -> None:
    # A preview that never pauses long enough to make the rest.
    unhurried = tmp_path / "build.py"
    unhurried.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT / 'generator')!r})\n"
        "from standfirst.cli import main\nfrom standfirst.preview.building import Builder\n"
        "Builder.pause = 3600.0\nsys.exit(main(sys.argv[1:]))\n",
        encoding="utf-8",
    )
    templates = Path(shutil.copytree(ROOT / "templates", tmp_path / "templates"))
    append(templates / "layouts" / "page.html", "<!-- {{ 'x' * 300000 }} -->\n")
    with running(writing, "--templates", str(templates), interrupted=False, program=tmp_path) as preview:

        async def watch() -> None:
            async with watching(preview, "/") as home, watching(preview, "/sources") as sources:
                append(templates / "layouts" / "page.html", "<!-- saved -->\n")
                for browser in (home, sources):
                    assert await browser.told()

        in_a_loop(watch())


def test_a_socket_that_talks_nonsense_is_closed_and_nobody_hears_of_it(served: Running) -> None:
    nonsense = (
        *("", "{}", "[]", '{"command": "info"}', '{"command": "info", "plugins": {"preview": 1}}', "\0"),
        *("[" * 100_000, '{"a":' * 50_000, "9" * 5000, b"\xff", b"\0" * 1000, '{"command": "info", "url": "http://["}'),
    )

    async def talk() -> None:
        for said in nonsense:
            connection = await websocket_connect(served.address.replace("http", "ws") + "livereload")
            await connection.write_message(said, binary=isinstance(said, bytes))
            assert await connection.read_message() is None
            assert connection.close_code == 1002, said[:20]
            connection.close()
            await asyncio.sleep(0)
        connection = await websocket_connect(served.address.replace("http", "ws") + "livereload")
        # It may be closed before all is written.
        with suppress(WebSocketClosedError):
            await connection.write_message("x" * 2_000_000)
        assert await connection.read_message() is None
        connection.close()
        await asyncio.sleep(0)

    in_a_loop(talk())
    for host in ("[", "http://[", "127.0.0.1:x", "\x7f"):
        assert served.get("/", {"Host": host}).status in {400, 403}, host
    assert served.get("/").status == 200
    said = [served.said.get() for _ in range(served.said.qsize())]
    assert not [line for line in said if "Preview on" not in line and "Everything" not in line]


# ---------------------------------------------------------------- mishaps


def test_a_folder_that_is_moved_away_and_back_is_followed(writing: Path, preview: Running, tmp_path: Path) -> None:
    writing.rename(tmp_path / "elsewhere")
    assert preview.shows("/", "there is no folder")
    (tmp_path / "elsewhere").rename(writing)
    assert preview.shows("/", "What happened?")
    append(writing / SECTION, "\nStill here.\n")
    assert preview.shows("/", "Still here.")


def test_a_file_that_cannot_be_read_and_then_is_as_it_was_leaves_no_trace(writing: Path, preview: Running) -> None:
    section = writing / SECTION
    written = section.read_bytes()
    preview.says("Everything: ")
    section.write_bytes(b"\xff")
    assert preview.shows("/", "is not UTF-8")
    section.write_bytes(written)
    preview.says("Everything: 0 of")
    assert "preview_problems" not in preview.get("/").text


def test_saves_by_renaming_and_many_at_once_all_arrive(begun: Desk) -> None:
    sections, preview = begun.section.parent, begun.preview
    for number in range(200):
        new = sections / f".{number}.new"
        new.write_text(f"---\ntitle: Section number {number}\n---\nText.\n", encoding="utf-8")
        new.rename(sections / f"{100 + number}-section-{number}.md")
    assert preview.shows("/", "Section number 199")
    page = preview.get("/").text
    assert all(f"Section number {number}" in page for number in range(200))


def test_a_template_with_a_fault_is_a_problem_like_any_other(writing: Path, tmp_path: Path) -> None:
    templates = Path(shutil.copytree(ROOT / "templates", tmp_path / "templates"))
    page = templates / "pages" / "sources.html"
    written = page.read_text(encoding="utf-8")
    with running(writing, "--templates", str(templates)) as preview:
        page.write_text("{% if %}", encoding="utf-8")
        assert preview.shows("/", "preview_problems")
        page.write_text(written, encoding="utf-8")
        preview.says("1 problem")
        preview.says("pages in")
        assert "preview_problems" not in preview.get("/").text


def test_it_starts_itself_anew_when_the_program_was_edited_unless_that_cannot_start(
    writing: Path, tmp_path: Path
) -> None:
    program = tmp_path / "program"
    for folder in ("generator", "templates"):
        shutil.copytree(ROOT / folder, program / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", program)
    naming = program / "generator/standfirst/cli/__init__.py"
    written = naming.read_text(encoding="utf-8")
    with running(writing, program=program) as preview:
        preview.says("Everything")
        naming.write_text(written + "\ndef (", encoding="utf-8")
        preview.says("goes on with the program as it was")
        assert preview.shows("/", "What happened?")
        naming.write_text(written + "\n# Edited.\n", encoding="utf-8")
        preview.says("starting it anew")
        # Who asks just now waits.
        assert preview.get("/about").status == 200
        assert preview.address in preview.says("Preview on")
        assert preview.shows("/", "What happened?")


def test_ctrl_c_ends_it_at_once_while_it_builds(writing: Path) -> None:
    with running(writing, interrupted=False) as preview:
        preview.ends_quietly()
