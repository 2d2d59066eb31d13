#!/usr/bin/env python3
"""Check that a rebuild is a pure function of its corpus, and that nothing breaks the dataset it replaces.

    check_rebuild.py SHUDU CORPUS [--kills N]

- 1 and 2 threads, files and decisions in another order, other locale and time zone, another folder: equal bytes;
- `kill -9` at random moments (6 times; --kills 50 for the long run): the dataset is always the old or the new one,
  whole, and the next run ends with the bytes of an uninterrupted one, leaving nothing beside it;
- a full disk and a read-only one are named, and the dataset stays as it was (needs the right to mount; else skipped).
"""
import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

problems = []


def check(holds, words):
    if not holds:
        problems.append(words)
        print("WRONG", words)


def hashes(folder):
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = hashlib.sha256(file.read()).hexdigest()
    return found


class Rebuild:
    def __init__(self, shudu, source, room):
        self.shudu, self.source, self.room = shudu, source, room
        self.names = ["ports.jsonl", "harvest-torn.md", "finance-html.html", "police.md", "sport.txt", "court.txt"]

    def corpus(self, name, articles=None, order=None):
        """A corpus of some articles, written in some order."""
        folder = os.path.join(self.room, name)
        os.makedirs(os.path.join(folder, "articles"))
        chosen = list(articles or self.names)
        if order:
            order.shuffle(chosen)
        for article in chosen:
            shutil.copyfile(os.path.join(self.source, "articles", article), os.path.join(folder, "articles", article))
        return folder

    def run(self, corpus, output, *options, environment=None, cwd=None):
        command = [self.shudu, "rebuild", corpus, "--output", output, *options]
        return subprocess.run(
            command, env={**os.environ, **(environment or {})}, cwd=cwd, text=True, capture_output=True
        )

    def decisions(self, dataset):
        """Decisions on the first facts: accepted, rejected, corrected, disputed."""
        with open(os.path.join(dataset, "facts.jsonl"), encoding="utf-8") as file:
            facts = [json.loads(line) for line in file][:8]
        lines = []
        for turn, fact in enumerate(facts):
            decision = {
                "id": f"d{turn:025}", "when": f"2026-11-27T10:00:0{turn}.000Z", "who": "甲",
                "action": ["accept", "reject", "correct"][turn % 3], "fact": fact["id"],
                "article": fact["article"]["key"], "version": fact["article"]["version"],
                "sentence": fact["sentence"]["id"], "quote": {"text": fact["quote"]["text"], "before": "", "after": ""},
            }
            if decision["action"] == "correct":
                decision["fields"] = {"status": "target"}
            lines.append(decision)
        return [*lines, {**lines[0], "id": "e" + "0" * 25, "who": "乙", "action": "reject"}]


def write_decisions(corpus, lines, order=None):
    lines = list(lines)
    if order:
        order.shuffle(lines)
    with open(os.path.join(corpus, "decisions.jsonl"), "w", encoding="utf-8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def check_purity(rebuild):
    order = random.Random(7)
    corpus = rebuild.corpus("pure")
    output = os.path.join(rebuild.room, "pure-out")
    first = rebuild.run(corpus, output)
    check(first.returncode == 0, f"rebuild: {first.stderr}")
    decisions = rebuild.decisions(output)
    write_decisions(corpus, decisions)
    check(rebuild.run(corpus, output).returncode == 0, "rebuild with decisions")
    wanted = hashes(output)
    with open(os.path.join(output, "facts.jsonl"), encoding="utf-8") as file:
        states = {json.loads(line)["review"]["state"] for line in file}
    check({"accepted", "corrected", "disputed", "unreviewed"} <= states, f"review states are only {states}")
    variants = [
        ("one thread", ["--jobs", "1"], {}, None), ("two threads", ["--jobs", "2"], {}, None),
        ("another locale", [], {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"}, None),
        ("another time zone", [], {"TZ": "Pacific/Kiritimati"}, None),
        ("another order", [], {}, order),
    ]
    for turn, (name, options, environment, shuffled) in enumerate(variants):
        other = rebuild.corpus(f"pure-{turn}", order=shuffled)
        write_decisions(other, decisions, shuffled)
        place = os.path.join(rebuild.room, "deep", "er", f"out-{turn}")
        run = rebuild.run(os.path.basename(other), place, *options, environment=environment, cwd=rebuild.room)
        check(run.returncode == 0 and hashes(place) == wanted, f"{name}: other bytes {run.stderr}")
    if not problems:
        print(f"equal bytes: {len(wanted)} files, {', '.join(name for name, *_ in variants)}, other folders")


def check_kills(rebuild, kills):
    chance = random.Random(11)
    corpus = rebuild.corpus("killed", rebuild.names[:4])
    output = os.path.join(rebuild.room, "killed-out")
    check(rebuild.run(corpus, output).returncode == 0, "rebuild before the kills")
    old = os.path.join(rebuild.room, "old")
    shutil.copytree(output, old)
    before = hashes(old)
    for name in rebuild.names[4:]:
        shutil.copyfile(os.path.join(rebuild.source, "articles", name), os.path.join(corpus, "articles", name))
    start = time.monotonic()
    clean = os.path.join(rebuild.room, "clean-out")
    check(rebuild.run(rebuild.corpus("clean"), clean).returncode == 0, "an uninterrupted rebuild")
    whole = time.monotonic() - start
    after = hashes(clean)
    check(before != after, "the kills would show nothing")
    struck = 0
    for turn in range(kills):
        if turn % 2:
            shutil.rmtree(os.path.join(corpus, ".shudu"), ignore_errors=True)
        process = subprocess.Popen(
            [rebuild.shudu, "rebuild", corpus, "--output", output], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0, whole * 1.1))
        process.send_signal(signal.SIGKILL)
        struck += process.wait() == -signal.SIGKILL
        found = hashes(output)
        check(found in (before, after), f"kill {turn}: neither the old dataset nor the new one")
        if found == after:
            shutil.rmtree(output)
            shutil.copytree(old, output)
    run = rebuild.run(corpus, output)
    check(run.returncode == 0 and hashes(output) == after, f"after the kills: other bytes {run.stderr}")
    left = [name for name in os.listdir(rebuild.room) if name.startswith(".")]
    check(not left, f"left behind: {left}")
    print(f"{kills} kills, {struck} before the end: always the old dataset or the new one, whole")


def fill(ballast, left):
    """Fills the disk but for some bytes."""
    with open(ballast, "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 65536)
        except OSError:
            pass
    os.truncate(ballast, max(0, os.path.getsize(ballast) - left))


def check_disks(rebuild):
    corpus = rebuild.corpus("disk", rebuild.names[:4])
    place = os.path.join(rebuild.room, "small")
    os.makedirs(place)
    mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "shudu", place], capture_output=True)
    if mount.returncode != 0:
        print("full and read-only disks: skipped, no right to mount")
        return
    try:
        output = os.path.join(place, "out")
        run = rebuild.run(corpus, output)
        check(run.returncode == 0, f"8 MB should do: {run.stderr}")
        before = hashes(output)
        ballast = os.path.join(place, "ballast")
        # Each time another file of the package meets the full disk.
        for left in (0, 40_000, 200_000, 600_000):
            fill(ballast, left)
            run = rebuild.run(corpus, output, "--bom")
            words = f"full disk, {left} bytes left"
            check(run.returncode == 1 and "no space left on the disk" in run.stderr, f"{words}: {run.stderr[:300]}")
            check(hashes(output) == before, f"{words}: the dataset changed")
            check(".out.rebuild" not in os.listdir(place), f"{words}: a half package is left")
            os.remove(ballast)
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        run = rebuild.run(corpus, output, "--bom")
        check(run.returncode == 1 and "ead-only file system" in run.stderr, f"read-only: {run.returncode} {run.stderr}")
        check(hashes(output) == before, "read-only: the dataset changed")
        if not problems:
            print("a full disk and a read-only one are named, and the dataset stays")
    finally:
        subprocess.run(["umount", place], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shudu")
    parser.add_argument("corpus")
    parser.add_argument("--kills", type=int, default=6)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="shudu-rebuild-") as room:
        rebuild = Rebuild(os.path.abspath(arguments.shudu), arguments.corpus, room)
        check_purity(rebuild)
        check_kills(rebuild, arguments.kills)
        check_disks(rebuild)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
