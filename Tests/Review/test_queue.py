"""The queue: order, filters, search, bulk; all in the address."""

import sqlite3

from desk import decisions


def quotes(desk):
    return desk.page.locator("#queue-list .row-quote").all_text_contents()


def test_least_certain_come_first(desk, server):
    confidences = [item["confidence"] for item in server.get("/api/queue?limit=100")["items"]]
    assert confidences == sorted(confidences) and confidences[0] < confidences[-1]


def test_pages_meet_without_gap_or_overlap(server):
    for order in ["confidence", "article", "measure", "subject", "kind", "status", "conflict"]:
        whole = [item["id"] for item in server.get(f"/api/queue?limit=500&order={order}")["items"]]
        pages, after = [], ""
        while after is not None:
            page = server.get(f"/api/queue?limit=37&order={order}&after={after}")
            pages += [item["id"] for item in page["items"]]
            after = page.get("next")
        assert pages[:500] == whole and len(set(pages)) == len(pages) == server.get("/api/count")["total"]


def test_loads_as_one_scrolls(desk, server):
    assert desk.page.locator("#queue-list .row").count() == 60
    desk.page.evaluate("document.querySelector('.queue-scroll').scrollTo(0, 1e6)")
    desk.until("document.querySelectorAll('#queue-list .row').length > 60")


def test_searches_sentences_and_measures(desk, server):
    desk.press("/")
    desk.page.keyboard.insert_text("吞吐量")
    desk.press("Enter")
    desk.until("location.search.includes('q=')")
    desk.until("document.querySelector('#queue-list .row')")
    found = server.get("/api/queue?limit=500&q=%E5%90%9E%E5%90%90%E9%87%8F")["items"]
    assert 0 < len(found) < server.get("/api/count")["total"]
    desk.until(f"document.querySelector('#queue-count').textContent.startsWith('{len(found)} ')")


def test_filters_live_in_the_address(desk, open_desk, server):
    desk.page.select_option("[name=order]", "measure")
    desk.press("Escape")
    desk.page.click("#more-filters summary")
    desk.page.select_option("[name=kind]", "money")
    desk.until("location.search.includes('kind=money')")
    desk.page.wait_for_selector("#queue-list .row")
    address = desk.page.evaluate("location.pathname + location.search")
    colleague = open_desk(server)
    colleague.open(address)
    assert quotes(colleague) == quotes(desk) and "order=measure" in address
    assert colleague.page.input_value("[name=kind]") == "money"
    desk.page.go_back()
    desk.until("!location.search.includes('kind=money')")
    desk.until("document.querySelector('[name=kind]').value === ''")


def test_filters_by_state_article_place_and_measure(server):
    total = server.get("/api/count")["total"]
    item = next(i for i in server.get("/api/queue?limit=400")["items"] if i.get("measure") and i.get("subject"))
    server.post("/api/decisions", {"id": "1" * 26, "action": "reject", "fact": item["id"], "reason": "torn"})
    count = lambda **filters: server.get(
        "/api/count?" + "&".join(f"{k}={urlquote(v)}" for k, v in filters.items()))["total"]
    assert count(state="rejected") == count(state="decided") == 1
    assert count(state="open") == total - 1 and count(state="accepted") == 0
    assert 0 < count(article=item["article"]) < total
    assert 0 < count(measure=item["measure"]) < total and 0 < count(place=item["subject"]) < total


def urlquote(text):
    import urllib.parse
    return urllib.parse.quote(text)


def test_open_facts_leave_an_open_queue_behind_undo_brings_them_back(server):
    fact = server.get("/api/queue?limit=1&state=open")["items"][0]["id"]
    server.post("/api/decisions", {"id": "2" * 26, "action": "accept", "fact": fact})
    assert server.get("/api/queue?limit=1&state=open")["items"][0]["id"] != fact
    server.post("/api/undo", {})
    assert server.get("/api/queue?limit=1&state=open")["items"][0]["id"] == fact


def test_bulk_shows_a_sample_and_is_one_decision_and_one_undo(desk, corpus, server):
    desk.open("/?kind=money")
    money = server.get("/api/count?kind=money")["total"]
    first = desk.current
    desk.move_on("a")
    desk.saved()
    desk.press("b")
    desk.page.wait_for_selector("dialog .sample li")
    assert desk.page.locator("dialog .sample li").count() == min(20, money - 1)
    assert str(money - 1) in desk.page.inner_text("dialog .lead")
    assert desk.page.evaluate("document.activeElement.textContent") == "取消"
    desk.press("Tab", "Enter")
    desk.until("document.querySelectorAll('#queue-list .row:not([data-state=accepted])').length === 0")
    log = decisions(corpus)
    assert [d["action"] for d in log] == ["accept", "accept"] and len(log[1]["facts"]) == money - 1
    assert server.get("/api/count?state=accepted")["total"] == money
    desk.press("z")
    desk.until("document.querySelectorAll('#queue-list .row[data-state=accepted]').length === 1")
    assert desk.state(first) == "accepted" and server.get("/api/count?state=accepted")["total"] == 1
    desk.press("Shift+z")
    desk.until("document.querySelectorAll('#queue-list .row:not([data-state=accepted])').length === 0")


def test_bulk_refuses_what_was_not_shown(server, corpus):
    import urllib.error
    preview = server.post("/api/bulk/preview", {"filters": {"kind": "money"}})
    fact = preview["sample"][0]["id"]
    server.post("/api/decisions", {"id": "3" * 26, "action": "accept", "fact": fact})
    try:
        server.post("/api/bulk", {"filters": {"kind": "money"}, "count": preview["count"], "id": "4" * 26})
        raise AssertionError("was taken")
    except urllib.error.HTTPError as error:
        assert error.code == 409
    assert len(decisions(corpus)) == 1


def test_bulk_sent_twice_is_one_decision(server, corpus):
    preview = server.post("/api/bulk/preview", {"filters": {"kind": "money"}})
    request = {"filters": {"kind": "money"}, "count": preview["count"], "id": "5" * 26}
    first = server.post("/api/bulk", request)
    assert server.post("/api/bulk", request) == first and first["count"] == preview["count"] > 1
    assert len(decisions(corpus)) == 1
