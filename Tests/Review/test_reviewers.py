"""A second reviewer sees facts blind; differences are measured and settled; progress is told."""

from desk import Server, decisions


def judge(server, fact, turn, action, **more):
    return server.post("/api/decisions", {"id": f"{turn}".rjust(26, "0"), "action": action, "fact": fact, **more})


def test_a_second_reviewer_is_blind_and_differences_are_settled(corpus, open_desk):
    first, second = Server(corpus, "李蕾"), Server(corpus, "王强")
    try:
        facts = [item["id"] for item in first.get("/api/queue?limit=6")["items"]]
        for turn, fact in enumerate(facts):
            judge(first, fact, f"a{turn}", "accept")
        assert [item["id"] for item in second.get("/api/queue?state=second&limit=9")["items"]] == facts
        desk = open_desk(second)
        desk.open("/?state=second")
        assert {desk.state(fact) for fact in facts} == {"open"}
        assert "李蕾" not in desk.page.content()
        for _ in facts[:3]:
            desk.move_on("a")
        desk.press("r")
        desk.page.wait_for_selector("dialog[open]")
        desk.press("1")
        desk.saved()
        desk.until(f"new URLSearchParams(location.search).get('fact') === '{facts[4]}'")
        desk.press("x", "4", "a")
        desk.saved()
        judge(second, facts[5], "b5", "accept")
        agreement = {row["field"]: row for row in second.get("/api/agreement")["fields"]}
        assert agreement["verdict"]["facts"] == 6 and abs(agreement["verdict"]["agreement"] - 5 / 6) < 1e-9
        assert agreement["status"]["facts"] == 5 and agreement["measure"]["agreement"] == 1
        desk.open("/settle")
        assert desk.page.inner_text(".dispute .source").endswith("1 / 2")
        differing = [desk.page.locator("tr.differs th").all_inner_texts()]
        desk.press("1")
        desk.until("document.querySelector('.dispute .source')?.textContent.endsWith('1 / 1')")
        differing.append(desk.page.locator("tr.differs th").all_inner_texts())
        # The one is rejected by one reviewer, so only the other differs in a field.
        assert sorted(differing) == [[], ["虚实"]]
        desk.press("2")
        desk.page.wait_for_selector("#dispute .empty")
        desk.until(
            "fetch('/api/disputes').then(r => r.json()).then(({ items }) => items.length === 0)")
        settled = [d for d in decisions(corpus) if d["action"] == "settle"]
        assert [d["who"] for d in settled] == ["王强", "王强"]
        assert first.get("/api/disputes")["items"] == []
    finally:
        first.stop()
        second.stop()


def test_progress_is_told_with_intervals(server, open_desk):
    items = server.get("/api/queue?limit=20")["items"]
    for turn, item in enumerate(items):
        if turn % 5 == 4:
            judge(server, item["id"], f"c{turn}", "reject", reason="misread")
        elif turn % 5 == 3:
            judge(server, item["id"], f"c{turn}", "correct", fields={"measure": {"text": "甲", "spans": []}})
        else:
            judge(server, item["id"], f"c{turn}", "accept")
    progress = server.get("/api/progress")
    precision = {row["field"]: row for row in progress["precision"]}
    assert (precision["fact"]["right"], precision["fact"]["checked"]) == (16, 20)
    assert (precision["measure"]["right"], precision["measure"]["checked"]) == (12, 16)
    assert precision["fact"]["low"] < 0.8 < precision["fact"]["high"]
    assert progress["states"]["corrected"] == 4 and progress["decisions"] == 20
    assert progress["reviewers"][0]["name"] == "李蕾" and progress["median_seconds"] > 0
    desk = open_desk(server)
    desk.open("/progress")
    assert desk.page.locator(".plot svg[role=img]").count() == 3
    assert "75%" in desk.page.inner_text("#progress")
