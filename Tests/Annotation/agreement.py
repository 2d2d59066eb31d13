#!/usr/bin/env python3
"""Agreement of two annotations of the same articles, field by field.

    agreement.py FIRST_DIR SECOND_DIR

Both hold `<article>.facts.jsonl`. A fact of one is a fact of the other where they begin at the same numeral. Optional facts
of either are left out. A name agrees where the second's best name is among the first's, or the first's among the second's.
"""
import json, os, re, sys


def load(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


def bare(name):
    return re.sub(r"[\s*“”\"'《》「」]", "", name).rstrip("的").lower()


def names_agree(a, b):
    if not a or not b:
        return not a and not b
    a, b = [bare(x) for x in a], [bare(x) for x in b]
    return a[0] in b or b[0] in a


FIELDS = {
    "value": lambda a, b: (a["value"], a["min"], a["max"]) == (b["value"], b["min"], b["max"]),
    "unit": lambda a, b: a["unit"] == b["unit"],
    "approx": lambda a, b: a["approx"] == b["approx"],
    "kind": lambda a, b: a["kind"] == b["kind"],
    "aspect": lambda a, b: a["aspect"] == b["aspect"],
    "measure": lambda a, b: names_agree(a["measure"], b["measure"]),
    "subject": lambda a, b: names_agree(a["subject"], b["subject"]),
    "time": lambda a, b: a["time"] == b["time"],
    "status": lambda a, b: a["status"] == b["status"],
}


def main():
    first_dir, second_dir = sys.argv[1:3]
    shared = first = second = 0
    right = dict.fromkeys(FIELDS, 0)
    full = articles = 0
    for name in sorted(os.listdir(second_dir)):
        if not name.endswith(".facts.jsonl") or not os.path.exists(os.path.join(first_dir, name)):
            continue
        a, b = load(os.path.join(first_dir, name)), load(os.path.join(second_dir, name))
        free = {f["start"] for f in a + b if f.get("optional")}
        a = {f["start"]: f for f in a if f["start"] not in free}
        b = {f["start"]: f for f in b if f["start"] not in free}
        both = sorted(a.keys() & b.keys())
        articles, shared, first, second = articles + 1, shared + len(both), first + len(a), second + len(b)
        for at in both:
            for field, agree in FIELDS.items():
                right[field] += agree(a[at], b[at])
            full += all(FIELDS[f](a[at], b[at]) for f in ("value", "unit", "measure", "subject", "time", "status"))
    print(f"{articles} articles, {first} and {second} facts, {shared} in both: {2 * shared / (first + second):.3f}")
    for field, count in right.items():
        print(f"{field:10}{count / shared:8.3f}")
    print(f"{'full':10}{full / shared:8.3f}")


main()
