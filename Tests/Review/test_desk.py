"""What a person does to one fact: each by key, each in the log."""

from desk import Server, decisions


def test_accepts_and_goes_on(desk, corpus):
    first = desk.current
    desk.move_on("a")
    desk.saved()
    assert desk.state(first) == "accepted" and desk.current != first
    [decision] = decisions(corpus)
    assert (decision["action"], decision["fact"], decision["who"]) == ("accept", first, "李蕾")
    assert decision["quote"]["text"] and decision["extractor"]["version"]


def test_rejects_with_a_reason(desk, corpus):
    first = desk.current
    desk.press("r")
    desk.page.wait_for_selector("dialog[open]")
    desk.move_on("2")
    desk.saved()
    assert desk.state(first) == "rejected"
    assert [(d["action"], d["reason"]) for d in decisions(corpus)] == [("reject", "part_of_name")]


def test_rejects_with_words_of_ones_own(desk, corpus):
    desk.press("r")
    desk.page.fill("dialog .line input", "见上页更正")
    desk.move_on("Enter")
    desk.saved()
    assert decisions(corpus)[0]["reason"] == "见上页更正"


def with_measure(desk):
    """Goes to a fact whose measure has other candidates."""
    fact = desk.page.evaluate("""async () => {
      const { items } = await (await fetch('/api/queue?limit=300&order=article')).json()
      for (const item of items) {
        const article = await (await fetch('/api/article?key=' + encodeURIComponent(item.article))).json()
        const found = article.facts.find(({ record, candidates }) => record.measure?.spans.length === 1
          && record.measure.text.length > 2 && candidates.measure?.length > 2)
        if (found) return found.record.id
      }
    }""")
    desk.open(f"/?fact={fact}")
    desk.wait_for_fact(fact)
    return fact


def test_corrects_by_picking_a_candidate(desk, corpus):
    with_measure(desk)
    old = desk.value("measure")
    desk.press("m")
    names = desk.page.locator("[data-field=measure] .candidate bdi").all_inner_texts()
    pick = next(index for index, name in enumerate(names) if name != old)
    desk.press(str(pick + 1))
    assert desk.value("measure") == names[pick]
    desk.press("Escape")
    desk.move_on("a")
    desk.saved()
    [decision] = decisions(corpus)
    assert decision["action"] == "correct" and decision["fields"]["measure"]["text"] == names[pick]
    assert list(decision["fields"]) == ["measure"]


def test_corrects_by_moving_a_span(desk, corpus):
    with_measure(desk)
    old = desk.value("measure")
    desk.press("m", "{")
    assert desk.value("measure") == old[1:]
    desk.press("}")
    assert desk.value("measure") == old[1:-1]
    desk.press("[", "[", "]")
    grown = desk.value("measure")
    assert len(grown) == len(old) + 1 and grown.endswith(old)
    desk.move_on("a")
    desk.saved()
    measure = decisions(corpus)[0]["fields"]["measure"]
    assert measure["text"] == grown and sum(end - start for start, end in measure["spans"]) == len(grown)


def test_marks_what_was_changed_and_restores_it(desk, corpus):
    with_measure(desk)
    old = desk.value("measure")
    desk.press("m", "{")
    assert desk.page.locator("[data-field=measure].changed .was").inner_text().endswith(old)
    desk.press("0")
    assert desk.value("measure") == old and desk.page.locator(".field.changed").count() == 0
    desk.move_on("a")
    desk.saved()
    assert decisions(corpus)[0]["action"] == "accept"


def test_corrects_by_typing(desk, corpus):
    with_measure(desk)
    desk.press("v", "Enter")
    desk.page.keyboard.type("12.50")
    desk.press("Enter", "u", "Enter")
    desk.page.keyboard.insert_text("千克")
    desk.press("Enter", "x", "2")
    desk.move_on("a")
    desk.saved()
    fields = decisions(corpus)[0]["fields"]
    assert fields["value"] == "12.50" and fields["status"] == "target"
    assert fields["unit"] == {"text": "千克", "code": "kg", "dimension": "mass"}
    assert fields["normalized"]["unit"] == "kg"


def test_typed_words_are_found_in_the_article(desk, corpus):
    with_measure(desk)
    sentence = "".join(desk.page.locator("#text .in-sentence").all_text_contents())
    # Words that are the subject already would correct nothing.
    words = next(sentence[at:at + 2] for at in (0, 1) if sentence[at:at + 2] != desk.value("subject"))
    desk.press("s", "Enter")
    desk.page.keyboard.insert_text(words)
    desk.press("Enter")
    desk.move_on("a")
    desk.saved()
    subject = decisions(corpus)[0]["fields"]["subject"]
    assert subject["text"] == words and len(subject["spans"]) >= 1


def test_takes_the_selection(desk, corpus):
    with_measure(desk)
    desk.press("s")
    desk.page.evaluate("""() => {
      const node = document.querySelector('#text .paragraph:nth-of-type(1) [data-start]').firstChild
      getSelection().setBaseAndExtent(node, 0, node, 2)
    }""")
    text = desk.page.evaluate("getSelection().toString()")
    desk.press("=")
    assert desk.value("subject") == text


def test_clears_a_field(desk, corpus):
    with_measure(desk)
    desk.press("m", "Backspace")
    assert desk.value("measure") == "无"
    desk.move_on("a")
    desk.saved()
    assert decisions(corpus)[0]["fields"] == {"measure": None}


def test_writes_a_note(desk, corpus):
    fact = desk.current
    desk.press("o")
    desk.page.keyboard.insert_text("与去年口径不同")
    desk.press("Enter")
    desk.page.wait_for_selector(".history")
    desk.saved()
    [decision] = decisions(corpus)
    assert (decision["action"], decision["note"], decision["fact"]) == ("note", "与去年口径不同", fact)
    assert "与去年口径不同" in desk.page.inner_text(".history")


def test_adds_a_fact_from_the_selection(desk, corpus):
    """Any two digits beside each other that are in no fact will do."""
    desk.open("/?order=article")
    key = desk.page.evaluate("""async () => {
      const { items } = await (await fetch('/api/queue?limit=500&order=article')).json()
      for (const key of new Set(items.map(({ article }) => article))) {
        const { unclaimed } = await (await fetch('/api/article?key=' + encodeURIComponent(key))).json()
        if (unclaimed.length) return key
      }
    }""")
    desk.open(f"/?order=article&article={key}")
    before = desk.server.get("/api/count")["total"]
    desk.press("g")
    desk.page.wait_for_selector("dialog[open] .choice")
    desk.press("1")
    desk.page.wait_for_selector(".state-new")
    desk.press("Enter")
    desk.page.keyboard.insert_text("新指标")
    desk.press("Enter", "Escape", "a")
    desk.page.wait_for_selector("#text [data-state=added]")
    desk.saved()
    [decision] = decisions(corpus)
    assert decision["action"] == "add" and decision["record"]["measure"]["text"] == "新指标"
    assert desk.server.get("/api/count")["total"] == before + 1
    desk.press("z")
    desk.until("document.querySelectorAll('#text [data-state=added]').length === 0")
    assert desk.server.get("/api/count")["total"] == before


def test_undoes_and_redoes_also_after_a_restart(desk, corpus, open_desk):
    first = desk.current
    desk.move_on("a")
    second = desk.current
    desk.press("r")
    desk.page.wait_for_selector("dialog[open]")
    desk.move_on("1")
    desk.saved()
    desk.press("z")
    desk.wait_for_state(second, "open")
    desk.wait_for_fact(second)
    port = desk.server.port
    desk.server.stop()
    desk.server.__init__(corpus, port=port)
    desk.open("/")
    assert desk.state(first) == "accepted"
    desk.press("z")
    desk.wait_for_state(first, "open")
    desk.press("Shift+z")
    desk.wait_for_state(first, "accepted")
    desk.press("Control+y")
    desk.wait_for_state(second, "rejected")
    desk.press("Shift+z")
    desk.until("document.querySelector('#announcer').textContent === '没有可重做的了'")
    assert [d["action"] for d in decisions(corpus)] == ["accept", "reject", "undo", "undo", "redo", "redo"]


def test_keeps_decisions_while_the_server_is_away(desk, corpus):
    """A restart in the middle: what was decided meanwhile waits in the browser, and is decided once."""
    first = desk.current
    port = desk.server.port
    desk.server.stop()
    desk.move_on("a")
    desk.page.wait_for_selector("#saved[data-state=stuck]")
    assert decisions(corpus) == []
    desk.server.__init__(corpus, port=port)
    desk.saved()
    assert [(d["action"], d["fact"]) for d in decisions(corpus)] == [("accept", first)]


def test_a_decision_that_is_sent_twice_is_decided_once(server, corpus):
    fact = server.get("/api/queue?limit=1")["items"][0]["id"]
    body = {"id": "0" * 26, "action": "accept", "fact": fact}
    assert server.post("/api/decisions", body) == server.post("/api/decisions", body)
    assert len(decisions(corpus)) == 1


def test_two_tabs_and_two_servers_keep_one_anothers_work(desk, corpus, open_desk, server):
    other = Server(corpus)
    try:
        tab, far = open_desk(server), open_desk(other)
        facts = [item["id"] for item in server.get("/api/queue?limit=30")["items"]]
        for index in range(10):
            for window in (desk, tab, far):
                window.page.evaluate(
                    "async ([id, fact]) => fetch('/api/decisions', { method: 'POST', headers: { 'Content-Type': "
                    "'application/json' }, body: JSON.stringify({ id, action: 'accept', fact }) })",
                    [f"{index:02}{'abc'[[desk, tab, far].index(window)]}".rjust(26, "0"),
                     facts[index * 3 + [desk, tab, far].index(window)]])
        assert sorted(d["fact"] for d in decisions(corpus)) == sorted(facts)
        assert server.get("/api/count?state=accepted")["total"] == 30
        assert other.get("/api/count?state=accepted")["total"] == 30
    finally:
        other.stop()
