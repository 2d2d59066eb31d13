#!/usr/bin/env python3
"""Kill `shudu process` and `shudu decide` at random moments, and see that nothing is lost.

    kill_loop.py PROGRAM CORPUS/articles [KILLS] [SEED]

Makes two corpora of the same articles. One is processed and decided without interruption. In the other the programs
are killed (`kill -9`) KILLS times and then run to their end. Both must hold the same; every decision that was
acknowledged must be in the log, once and whole. 8 kills unless told otherwise.
"""
import json, os, random, shutil, signal, sqlite3, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    program, articles = sys.argv[1], sys.argv[2]
    kills = int(sys.argv[3]) if len(sys.argv) > 3 else 8
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    count = 40 if kills < 20 else 200
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = os.path.join(folder, "whole"), os.path.join(folder, "broken")
        for corpus in (whole, broken):
            subprocess.run([program, "init", corpus], check=True, stdout=subprocess.DEVNULL)
            subprocess.run(
                [sys.executable, os.path.join(HERE, "make_articles.py"), articles, str(count),
                 os.path.join(corpus, "articles")], check=True)
        start = time.monotonic()
        run(program, whole)
        duration = time.monotonic() - start
        lines = decisions(whole, chance)
        answered = decide(program, whole, lines)
        assert answered == {json.loads(line)["id"] for line in lines}, "an undisturbed decision was refused"

        acknowledged, killed = set(), {"process": 0, "decide": 0}
        run_killed(program, broken, chance.uniform(0, duration), ["process"])
        killed["process"] += 1
        while sum(killed.values()) < kills:
            if chance.random() < 0.5:
                again = ["--again"] if chance.random() < 0.7 else []
                killed["process"] += run_killed(program, broken, chance.uniform(0, duration), ["process"] + again)
            else:
                rest = [line for line in lines if json.loads(line)["id"] not in acknowledged]
                if len(rest) < len(lines) // 10:
                    os.remove(os.path.join(broken, "decisions.jsonl"))
                    acknowledged, rest = set(), lines
                    os.system(f"{program} process {broken} > /dev/null")
                was_killed, ids = decide_killed(program, broken, rest, chance)
                acknowledged |= ids
                killed["decide"] += was_killed
            logged = ids_in_log(broken)
            assert acknowledged <= set(logged), f"lost: {acknowledged - set(logged)}"
        run(program, broken)
        decide(program, broken, lines)
        run(program, broken)
        run(program, whole)
        logged = ids_in_log(broken)
        assert len(logged) == len(set(logged)) == len(lines), "a decision is missing or stands twice"
        one, other = content(whole), content(broken)
        for name in one:
            assert one[name] == other[name], f"{name} differ"
        rows = sum(len(table) for table in one.values())
        print(f"killed process {killed['process']} and decide {killed['decide']} times; {rows} rows equal, "
              f"{len(lines)} decisions, none lost")


def run(program, corpus):
    subprocess.run([program, "process", corpus], check=True, stdout=subprocess.DEVNULL)


def run_killed(program, corpus, seconds, arguments):
    """Whether it was killed before it ended."""
    process = subprocess.Popen([program] + arguments + [corpus], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
        return 0
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return 1


def decide(program, corpus, lines):
    done = subprocess.run([program, "decide", corpus], input="".join(lines).encode(), stdout=subprocess.PIPE, check=True)
    return {json.loads(line).get("id") for line in done.stdout.splitlines()}


def decide_killed(program, corpus, lines, chance):
    """Feeds decisions one by one, and kills after some answers, at any moment of the next."""
    process = subprocess.Popen(
        [program, "decide", corpus], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    ids = set()
    stop = chance.randrange(1, 30)
    for line in lines[:stop]:
        process.stdin.write(line.encode())
        process.stdin.flush()
        answer = process.stdout.readline()
        if not answer:
            break  # no index yet, or another writes
        if "id" in json.loads(answer):
            ids.add(json.loads(answer)["id"])
    try:
        process.stdin.write("".join(lines[stop : stop + 50]).encode())
        process.stdin.flush()
    except BrokenPipeError:
        pass
    time.sleep(chance.uniform(0, 0.02))
    alive = process.poll() is None
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read()
    for line in rest.splitlines(keepends=True):
        if line.endswith(b"\n") and "id" in json.loads(line):
            ids.add(json.loads(line)["id"])
    process.wait()
    return alive, ids


def decisions(corpus, chance):
    """Decisions about a share of the facts, with ids and times of their own."""
    with sqlite3.connect(os.path.join(corpus, ".shudu", "index.sqlite")) as index:
        facts = [row[0] for row in index.execute("SELECT DISTINCT id FROM fact ORDER BY id")]
    lines = []
    for number, fact in enumerate(chance.sample(facts, min(300, len(facts)))):
        decision = {"id": f"d{number:05d}", "when": f"2026-01-01T00:{number // 60:02d}:{number % 60:02d}.000Z",
                    "who": chance.choice(["lin", "wang"]), "fact": fact}
        kind = chance.randrange(4)
        if kind == 0:
            decision.update(action="reject", reason="none")
        elif kind == 1:
            decision.update(action="correct", fields={"status": "target"})
        elif kind == 2 and number:
            decision.pop("fact")
            decision.update(action="undo", decision=f"d{chance.randrange(number):05d}")
        else:
            decision.update(action="accept")
        lines.append(json.dumps(decision) + "\n")
    return lines


def ids_in_log(corpus):
    path = os.path.join(corpus, "decisions.jsonl")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        # A last line without its break was never acknowledged.
        return [json.loads(line)["id"] for line in file.read().split("\n")[:-1]]


def content(corpus):
    """Everything the index holds, without the numbers of its rows."""
    queries = {
        "files": "SELECT path, size, hash, key, stamp, error FROM file",
        "articles": "SELECT path, line, article.key, version, title, date, date_from, characters, sentences, facts, "
                    "fingerprint, reprint_of, article.error FROM article JOIN file ON file.id = file",
        "sentences": "SELECT path, line, ordinal, sentence.id, text, spans FROM sentence "
                     "JOIN article ON article.id = article JOIN file ON file.id = file",
        "facts": "SELECT path, line, ordinal, fact.id, record, confidence, kind, measure, subject FROM fact "
                 "JOIN article ON article.id = article JOIN file ON file.id = file",
        "names": "SELECT path, line, count, list FROM entity "
                 "JOIN article ON article.id = article JOIN file ON file.id = file",
        "unclaimed": "SELECT path, line, count, list FROM unclaimed "
                     "JOIN article ON article.id = article JOIN file ON file.id = file",
        "decisions": "SELECT id, time, who, action, undone FROM decision",
        "targets": "SELECT decision, turn, fact, home, way, score FROM target",
        "reviews": "SELECT fact, state, carried, record FROM review",
        "search": "SELECT path, line FROM search JOIN article ON article.id = search.rowid "
                  "JOIN file ON file.id = file WHERE search MATCH '\"增长\"'",
        "indexes": "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    }
    with sqlite3.connect(os.path.join(corpus, ".shudu", "index.sqlite")) as index:
        assert index.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {name: sorted(map(repr, index.execute(query))) for name, query in queries.items()}


main()
