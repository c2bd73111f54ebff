"""Images as a browser loads them: in the size that it needs, when they are near, and without moving what is read."""

from __future__ import annotations

from playwright.sync_api import Route

from tests.browser.reader import Reader

FILES = "images => images.map(image => image.currentSrc.split('/').pop())"
PLACES = "images => images.map(image => Math.round(image.getBoundingClientRect().bottom))"


def test_an_image_is_loaded_in_the_size_that_its_place_has_room_for(arabic: Reader) -> None:
    for width, size in ((360, "souq.jpg.480.webp"), (1440, "souq.jpg.1000.webp")):
        # A browser that has a larger one already takes that.
        with arabic.browser.new_context(viewport={"width": width, "height": 800}) as context:
            page = context.new_page()
            page.goto(f"{arabic.address}/")
            assert page.locator(".lead-picture img").evaluate_all(FILES) == [size]


def test_nothing_moves_when_images_come_late_and_only_the_first_is_loaded_at_once(arabic: Reader) -> None:
    held: list[Route] = []
    are_held = True

    def hold(route: Route) -> None:
        # One may be asked for while the others are let go.
        if are_held:
            held.append(route)
        else:
            route.continue_()

    with arabic.browser.new_context(viewport={"width": 800, "height": 600}) as context:
        page = context.new_page()
        page.route("**/images/*", hold)
        page.goto(f"{arabic.address}/", wait_until="domcontentloaded")
        images = page.locator("main img")
        before = images.evaluate_all(PLACES)
        are_held = False
        for each in held:
            each.continue_()
        for image in images.all():
            image.scroll_into_view_if_needed()
            image.evaluate("image => image.decode()")
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
        assert images.evaluate_all(PLACES) == before
        assert [each.get_attribute("loading") for each in images.all()] == [None, "lazy", "lazy"]


def test_a_video_is_one_link_that_leads_to_where_it_can_be_watched_and_loads_nothing_from_there(arabic: Reader) -> None:
    with arabic.opens("images.html") as page:
        link = page.get_by_role("link", name="video.example")
        assert link.count() == 1
        assert link.get_attribute("href") == "https://www.video.example/watch?v=2"
        assert page.locator("iframe, video, object, embed").count() == 0
