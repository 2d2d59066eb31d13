"""Keyboard and touch."""

from desk import decisions


def test_a_phone_decides_by_touch(open_desk, server, corpus):
    desk = open_desk(server, viewport={"width": 390, "height": 844}, has_touch=True)
    first = desk.current
    desk.page.tap("[data-do=accept]")
    desk.wait_for_state(first, "accepted")
    desk.page.tap("[data-do=reject]")
    desk.page.tap("dialog .choice >> nth=2")
    desk.saved()
    desk.page.tap("[data-do=undo]")
    desk.until("document.querySelector('#announcer').textContent.includes('已撤销')")
    assert [d["action"] for d in decisions(corpus)] == ["accept", "reject", "undo"]


def test_every_action_has_a_road_without_a_mouse(desk, corpus):
    """Tab alone reaches everything, in the order of the page, and what has the focus shows it."""
    desk.page.evaluate("document.activeElement.blur()")
    seen = []
    for _ in range(80):
        desk.press("Tab")
        seen.append(desk.page.evaluate("""() => {
          const e = document.activeElement
          const visible = e.matches('input[type=radio]') || getComputedStyle(e).outlineStyle !== 'none'
          return [e.id || e.dataset.do || e.name || e.className || e.tagName, visible]
        }"""))
    names = [name for name, _ in seen]
    for wanted in ["skip", "search", "order", "state", "bulk", "queue-scroll", "text-scroll", "accept", "reject", "undo", "redo"]:
        assert wanted in names, (wanted, names)
    assert names.index("search") < names.index("text-scroll") < names.index("accept")
    assert all(visible for name, visible in seen if name != "BODY"), seen


def test_keys_are_off_while_typing_and_composing(desk, corpus):
    fact = desk.current
    desk.page.focus("#search")
    desk.page.keyboard.type("arz")
    desk.press("Escape")
    desk.page.evaluate("""() => {
      const send = (options) => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, ...options }))
      send({ isComposing: true })
      send({ keyCode: 229 })
    }""")
    desk.page.wait_for_timeout(200)
    assert decisions(corpus) == [] and desk.current == fact
    desk.page.evaluate("document.activeElement.blur()")
    desk.move_on("a")
    desk.saved()
    assert len(decisions(corpus)) == 1


def test_keys_are_shown_changed_kept_and_switched_off(desk, corpus):
    desk.press("?")
    desk.page.click("[data-key=accept]")
    desk.press("j")
    assert "下一条" in desk.page.inner_text("#help-status")
    desk.page.click("[data-key=accept]")
    desk.press("y")
    assert desk.page.inner_text("[data-key=accept]") == "Y"
    desk.press("Escape")
    assert desk.page.inner_text("[data-do=accept] kbd") == "Y"
    desk.open("/")
    first = desk.current
    desk.press("a")
    desk.move_on("y")
    desk.wait_for_state(first, "accepted")
    desk.press("?")
    desk.page.uncheck("[role=switch]")
    desk.press("Escape", "y")
    desk.page.wait_for_timeout(200)
    desk.saved()
    assert len(decisions(corpus)) == 1
    desk.press("?")
    desk.page.wait_for_selector("dialog[open]")


def test_keys_of_a_chinese_keyboard_count(desk):
    desk.page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', { key: '？', bubbles: true }))")
    desk.page.wait_for_selector("dialog[open] .help")


def test_says_what_was_done(desk):
    quote = desk.page.inner_text(".headline .quote")
    assert desk.page.get_attribute("#announcer", "role") == "status"
    desk.move_on("a")
    assert desk.page.inner_text("#announcer") == f"已接受 {quote}"




def test_the_address_follows_where_one_rests(desk):
    """A browser refuses more than some changes of the address a second, so that passing by changes none."""
    desk.page.evaluate("() => { const keep = history.replaceState; window.kept = 0; "
                       "history.replaceState = (...all) => { kept += 1; keep.apply(history, all) } }")
    for _ in range(8):
        desk.move_on("j")
    assert desk.page.evaluate("kept") < 8
    fact = desk.shown()
    desk.until("fact => new URLSearchParams(location.search).get('fact') === fact", fact)
    desk.move_on("j")
    fact = desk.shown()
    desk.page.click("[data-language=en]")
    desk.page.wait_for_selector("html[lang=en]")
    desk.ready()
    assert desk.shown() == fact
