"""`kill -9` between the key and the answer: what was acknowledged stands, and nothing stands by half.

`SHUDU_REVIEW_FULL=1` kills a hundred times instead of eight."""

import os
import random
import threading
import time

from desk import Server, decisions, free_port

KILLS = 100 if os.environ.get("SHUDU_REVIEW_FULL") == "1" else 8


def test_no_acknowledged_decision_is_lost(corpus):
    seed = int(os.environ.get("SEED", "7"))
    chance = random.Random(seed)
    port = free_port()
    acknowledged, sent = [], []
    facts = None
    for turn in range(KILLS):
        server = Server(corpus, port=port)
        facts = facts or [item["id"] for item in server.get("/api/queue?limit=500")["items"]]

        def send():
            number = 0
            while True:
                body = {"id": f"{turn:03}x{number:03}".rjust(26, "0"), "action": ["accept", "reject"][number % 2],
                        "fact": facts[(turn * 31 + number) % len(facts)], "reason": "torn" if number % 2 else None}
                sent.append(body["id"])
                try:
                    server.post("/api/decisions", {k: v for k, v in body.items() if v})
                except Exception:
                    return
                acknowledged.append(body["id"])
                number += 1

        thread = threading.Thread(target=send)
        thread.start()
        time.sleep(0.02 + chance.random() * 0.4)
        server.kill()
        thread.join()
        server.process.stdout.close()
        server.process.stderr.close()
    server = Server(corpus, port=port)
    counted = server.get("/api/progress")["decisions"]
    server.post("/api/decisions", {"id": "z" * 26, "action": "accept", "fact": facts[0]})
    server.stop()
    logged = [decision["id"] for decision in decisions(corpus)]
    print(f"seed {seed}: {KILLS} kills, {len(sent)} sent, {len(acknowledged)} acknowledged, {len(logged) - 1} in the log")
    assert len(set(logged)) == len(logged) == counted + 1
    assert set(acknowledged) <= set(logged) <= set(sent) | {"z" * 26}
    assert len(acknowledged) > KILLS // 2
