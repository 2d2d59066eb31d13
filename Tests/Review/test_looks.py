"""Language, theme, width, accessibility: what is seen without deciding."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from desk import Server, copied


@pytest.fixture(scope="module")
def corpus(template, tmp_path_factory):
    return copied(template, tmp_path_factory.mktemp("looks") / "press")


@pytest.fixture(scope="module")
def server(corpus):
    """One for all, with three facts accepted."""
    server = Server(corpus)
    for turn, item in enumerate(server.get("/api/queue?limit=3")["items"]):
        server.post("/api/decisions", {"id": f"{turn}".rjust(26, "0"), "action": "accept", "fact": item["id"]})
    yield server
    server.stop()


def serious(page):
    """What axe-core finds of weight, as text that names rule and element."""
    results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
    return [
        f"{violation['id']}: {node['html'][:160]} {node['any'][:1]}"
        for violation in results.response["violations"] if violation["impact"] in ("serious", "critical", "moderate")
        for node in violation["nodes"][:3]]


@pytest.mark.parametrize("path", ["/", "/settle", "/progress"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_desk, server, path, scheme):
    # Axe builds its report with markup of its own, which the policy would refuse.
    desk = open_desk(server, color_scheme=scheme, bypass_csp=True)
    desk.open(path)
    desk.page.wait_for_timeout(300)
    assert serious(desk.page) == []
    if path == "/":
        desk.press("m")
        assert serious(desk.page) == []
        for key in ["?", "r", "b", "g"]:
            desk.press("Escape", key)
            desk.page.wait_for_selector("dialog[open]")
            assert serious(desk.page) == [], key
            desk.press("Escape")
            desk.page.wait_for_selector("dialog", state="detached")


def test_axe_finds_nothing_serious_on_a_phone(open_desk, server):
    desk = open_desk(server, viewport={"width": 390, "height": 844}, bypass_csp=True)
    assert serious(desk.page) == []


def test_speaks_the_browsers_language_and_the_readers_choice(open_desk, server):
    english = open_desk(server, locale="en-GB")
    assert english.page.get_attribute("html", "lang") == "en" and "Accept" in english.page.inner_text(".actions")
    assert english.page.get_attribute("#text", "lang") == "zh-Hans"
    english.page.click("[data-language=zh]")
    english.page.wait_for_selector("html[lang=zh-Hans] body[data-ready=yes]")
    assert "接受" in english.page.inner_text(".actions")
    english.open("/progress")
    assert english.page.inner_text("h1") == "进度"
    chinese = open_desk(server, locale="zh-TW")
    assert chinese.page.get_attribute("html", "lang") == "zh-Hans"


def ground(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_is_dark_by_system_and_by_choice(open_desk, server):
    light, dark = open_desk(server, color_scheme="light"), open_desk(server, color_scheme="dark")
    assert ground(light.page) != ground(dark.page)
    light.page.select_option("#theme", "dark")
    assert ground(light.page) == ground(dark.page)
    light.open("/")
    assert ground(light.page) == ground(dark.page) and light.page.input_value("#theme") == "dark"


@pytest.mark.parametrize("width", [390, 320, 768, 1024])
def test_fits_the_width(open_desk, server, width):
    desk = open_desk(server, viewport={"width": width, "height": 800}, has_touch=width < 700)
    for path in ["/", "/settle", "/progress"]:
        desk.open(path)
        assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    desk.open("/")
    small = desk.page.evaluate("""[...document.querySelectorAll('button, select, summary, a')]
      .filter((e) => e.checkVisibility() && !e.closest('.unseen') && !e.classList.contains('skip'))
      .map((e) => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
      .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)""")
    assert small == []


def test_no_field_is_told_by_colour_alone(desk):
    """Every mark in the article has a sign of its own, and no two look the same in grey."""
    marks = desk.page.evaluate("""() => {
      const style = (name) => {
        const piece = document.createElement('span')
        piece.className = `in-${name}`
        document.querySelector('#text').append(piece)
        const { textDecorationStyle, textDecorationThickness, fontWeight } = getComputedStyle(piece)
        piece.remove()
        return [textDecorationStyle, textDecorationThickness, fontWeight].join()
      }
      return ['quote', 'measure', 'subject', 'time'].map(style)
    }""")
    assert len(set(marks)) == 4
    glyphs = desk.page.locator(".glyph").all_inner_texts()
    assert len({glyph for glyph in glyphs if glyph}) == len([glyph for glyph in glyphs if glyph]) >= 8


def test_raw_and_joined_reading_show_the_same_characters(desk):
    joined = desk.page.inner_text("#text")
    desk.press("w")
    assert desk.page.get_attribute("#text", "data-mode") == "raw"
    raw = desk.page.evaluate("document.querySelector('#text').textContent")
    assert len(raw) >= len("".join(joined.split())) and desk.page.locator(".in-quote").count() > 0
