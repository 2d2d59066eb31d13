"""200 facts accepted by key.

In CI over the tests' few articles. `SHUDU_REVIEW_FULL=1` makes 10,000 articles of the corpus first; run it with a
release build (`SHUDU=.build/release/shudu`). Printed beside an idle run: the same keys with nothing to decide, which is
what browser and test cost by themselves."""

import os
import shutil
import statistics
import time

from desk import ROOT, Server, copied, decisions, process

FULL = os.environ.get("SHUDU_REVIEW_FULL") == "1"
KEYS = 200


def many_articles(folder):
    (folder / "articles").mkdir(parents=True)
    sources = sorted(path for path in (ROOT / "Corpus/articles").iterdir() if path.suffix in (".txt", ".md"))
    for turn in range(10_000):
        source = sources[turn % len(sources)]
        text = source.read_text("utf-8")
        (folder / "articles" / f"{turn:05}{source.suffix}").write_text(f"{text}\n\n本报讯 第{turn}期补记,今年新增{turn + 2}件。\n", "utf-8")
    process(folder)
    return folder


def press(desk, key, count):
    """Presses a key so often, each time when the next fact is shown; gives seconds, and the facts that were left."""
    facts = [desk.shown()]
    start = time.monotonic()
    for _ in range(count):
        facts.append(desk.move_on(key, facts[-1]))
    return time.monotonic() - start, facts[:-1]


def test_200_facts_are_accepted_by_key(template, tmp_path, open_desk):
    corpus = many_articles(tmp_path / "press") if FULL else copied(template, tmp_path / "press")
    server = Server(corpus)
    try:
        desk = open_desk(server)
        desk.page.evaluate("""() => {
          window.acknowledged = []
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (entry.name.endsWith('/api/decisions')) acknowledged.push(entry.duration)
          }).observe({ type: 'resource', buffered: true })
          performance.setResourceTimingBufferSize(5000)
        }""")
        idle, _ = press(desk, "j", KEYS)
        desk.open("/")
        desk.page.evaluate("""() => {
          window.acknowledged = []
          performance.setResourceTimingBufferSize(5000)
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (entry.name.endsWith('/api/decisions')) acknowledged.push(entry.duration)
          }).observe({ type: 'resource' })
        }""")
        busy, facts = press(desk, "a", KEYS)
        assert {desk.state(fact) for fact in facts} == {"accepted"} and len(set(facts)) == KEYS
        desk.saved()
        desk.until(f"acknowledged.length === {KEYS}")
        times = sorted(desk.page.evaluate("acknowledged"))
        articles = len(server.get("/api/facets")["article"])
        print(f"{'10,000' if FULL else articles} articles, {server.get('/api/count')['total']} facts: {KEYS} accepts in {busy:.2f} s, "
              f"{KEYS} steps without a decision {idle:.2f} s; acknowledged in {statistics.median(times):.1f} ms at the "
              f"median, {times[int(KEYS * .95)]:.1f} ms at 95 %")
        assert [(d["action"], d["fact"]) for d in decisions(corpus)] == [("accept", fact) for fact in facts]
        if FULL:
            assert busy < 10 and statistics.median(times) < 50
    finally:
        server.stop()
        if FULL:
            shutil.rmtree(corpus)
