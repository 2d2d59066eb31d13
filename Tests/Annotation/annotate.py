#!/usr/bin/env python3
"""Turn hand-written annotation sheets into gold records, and say what is wrong with them.

    annotate.py CORPUS [ARTICLE...] [--sheets DIR] [--output DIR]

A sheet is `CORPUS/sheets/<article>.sheet` for `CORPUS/articles/<article>`; the records go to
`CORPUS/gold/articles/<article>.facts.jsonl`, `.entities.jsonl`, `.layout.jsonl`. A line of a sheet is one of

    D date                                the article's date, where the article itself does not say it
    S sentence                            the sentence as a reader reads it; the facts below belong to it
    F anchor | key=value | key=value ...  one fact; the numeral stands between ⟦ and ⟧ inside the anchor
    E type | text [| anchor]              a name
    J tail | head                         a join: the last 8 characters of a torn stretch, the first 8 of its continuation
    B type | text                         a block: its first 12 characters
    # remark

Keys of a fact, with their defaults: q (quote; the numeral), v (value; the numeral without separators), min, max, a (exact),
u (unit; none), k (count), as (level), m (measure; `/` between alternatives), s (subject; likewise), p (predicate),
ch (`increase yoy`), of (share_of), per (`人/年`), tt (time_text), t (time), st (actual), opt (flag), note. A key `s=^` repeats the
value of the fact above, as do `m=^`, `t=^`, `tt=^`.
"""
import json, os, re, sys
from decimal import Decimal, InvalidOperation

KIND = "count money percent percentage_point multiple ratio rank measure duration age frequency".split()
ASPECT = "level change share rank ratio scale".split()
APPROX = "exact about over under nearly at_most at_least".split()
STATUS = "actual target forecast provision".split()
TYPES = "person organization place document event facility product program".split()
BLOCKS = "heading byline dateline caption credit label".split()
KEYS = "q v min max a u k as m s p ch of per tt t st opt note".split()
EDTF = re.compile(r"^(\.\.|\d{4}(-\d\d){0,2})(/(\.\.|\d{4}(-\d\d){0,2}))?$")
WHOLE = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")


def split(value):
    return [x.strip() for x in value.split("/") if x.strip()] or None


def read_article(path):
    text = open(path, "rb").read().decode("utf-8-sig")
    if path.endswith(".jsonl"):
        return json.loads(text.splitlines()[0])["text"]
    return text


class Sheet:
    def __init__(self, path, text, stem):
        self.path, self.text, self.stem, self.bad = path, text, stem, 0
        self.facts, self.entities, self.layout, self.sentence, self.last = [], [], [], None, {}

    def say(self, line, message):
        self.bad += 1
        print(f"{self.path}:{line}: {message}")

    def read(self):
        for number, line in enumerate(open(self.path, encoding="utf-8"), 1):
            line = line.rstrip("\n")
            if not line.strip() or line.startswith("#"):
                continue
            head, _, rest = line.partition(" ")
            parts = [x.strip() for x in rest.split(" | ")]
            if head == "S":
                self.sentence = rest.strip()
            elif head == "F":
                self.fact(number, parts)
            elif head == "E":
                self.entity(number, parts)
            elif head in ("J", "B"):
                self.block(number, head, parts)
            elif head != "D":
                self.say(number, f"what is this: {line[:40]}")
        self.facts.sort(key=lambda f: f["start"])
        for turn, fact in enumerate(self.facts, 1):
            fact["id"] = f"{self.stem}-{turn:03}"

    def fact(self, number, parts):
        marked = parts[0]
        m = re.fullmatch(r"(.*)⟦(.+)⟧(.*)", marked, re.S)
        if not m:
            return self.say(number, "no ⟦numeral⟧ in the anchor")
        anchor, numeral = m[1] + m[2] + m[3], m[2]
        if self.text.count(anchor) != 1:
            return self.say(number, f"anchor stands {self.text.count(anchor)} times: {anchor}")
        given = {}
        for part in parts[1:]:
            key, sign, value = part.partition("=")
            if key == "opt":
                given["opt"] = "1"
            elif not sign or key not in KEYS:
                self.say(number, f"unknown part {part!r}")
            else:
                given[key] = self.last.get(key, "") if value == "^" else value
        self.last.update(given)
        for key in ("m", "s", "t", "tt"):
            if key not in given:
                self.last.pop(key, None)
        get = lambda k, d=None: given.get(k) if given.get(k) not in (None, "", "-") else d
        ranged = "min" in given or "max" in given
        value = None if ranged else get("v", numeral.translate(WHOLE).replace(",", "").replace(" ", ""))
        change = get("ch")
        start = self.text.index(anchor) + len(m[1])
        line_start = self.text.rfind("\n", 0, start) + 1
        before = self.text[line_start:start]
        bold = before.count("**") % 2 == 1 or before.rfind("<b>") > before.rfind("</b>") or before.rfind("<strong>") > before.rfind("</strong>")
        heading = re.match(r"#+ |.*<h\d", before) is not None
        fact = {
            "id": "", "quote": get("q", numeral), "anchor": anchor, "numeral": numeral, "value": value,
            "min": get("min"), "max": get("max"), "approx": get("a", "exact"), "unit": get("u"), "kind": get("k", "count"),
            "aspect": get("as", "level"), "measure": split(get("m", "")), "subject": split(get("s", "")),
            "predicate": get("p"), "change": None, "share_of": split(get("of", "")), "per": split(get("per", "")),
            "time_text": get("tt"), "time": None, "status": get("st", "actual"),
            "emphasis": "bold" if bold else "heading" if heading else None, "sentence": self.sentence,
        }
        time = get("t")
        if time:  # `..:2020-11-30` and `2020:2021` spell the slash, which separates alternatives elsewhere
            fact["time"] = time.replace(":", "/")
        if change:
            direction, _, basis = change.partition(" ")
            fact["change"] = {"direction": direction, "basis": basis or "unstated"}
            fact["aspect"] = "change"
        if m[1].count(numeral):
            fact["numeral_index"] = m[1].count(numeral)
        if "opt" in given:
            fact["optional"] = True
        if get("note"):
            fact["note"] = get("note")
        fact["start"], fact["end"] = start, start + len(numeral)
        self.check(number, fact)
        self.facts.append(fact)

    def check(self, number, f):
        for key, allowed in (("kind", KIND), ("aspect", ASPECT), ("approx", APPROX), ("status", STATUS)):
            if f[key] not in allowed:
                self.say(number, f"{key} {f[key]!r}")
        for key in ("value", "min", "max"):
            try:
                Decimal(f[key] or "0")
            except InvalidOperation:
                self.say(number, f"{key} {f[key]!r} is no decimal")
        if f["value"] is None and f["min"] is None and f["max"] is None:
            self.say(number, "no value, min or max")
        if f["time"] and not EDTF.match(f["time"]):
            self.say(number, f"time {f['time']!r}")
        if (f["aspect"] == "change") != (f["change"] is not None):
            self.say(number, "as=change goes with ch=")
        if f["change"] and (f["change"]["direction"] not in ("increase", "decrease", "flat") or f["change"]["basis"] not in ("yoy", "mom", "since", "peer", "unstated")):
            self.say(number, f"change {f['change']}")
        plain = re.sub(r"\*|</?(b|strong|td|tr|th|p|a|span|em|i)\b[^>]*>", "", self.text)
        if f["quote"] not in plain and f["quote"] not in plain.replace("\n", ""):
            self.say(number, f"quote not in the article: {f['quote']}")
        if self.sentence is None:
            self.say(number, "fact before any S line")

    def entity(self, number, parts):
        if parts[0] not in TYPES or len(parts) < 2:
            return self.say(number, f"entity {parts}")
        plain = re.sub(r"[*\n]", "", self.text)
        if parts[1] not in plain and not (len(parts) > 2 and parts[2] in self.text):
            return self.say(number, f"not in the article: {parts[1]}")
        self.entities.append({"text": parts[1], "type": parts[0], "anchor": parts[2] if len(parts) > 2 else parts[1]})

    def block(self, number, head, parts):
        places = lambda s: [m.start() for m in re.finditer(re.escape(s), self.text)]
        if len(parts) != 2:
            return self.say(number, f"two parts wanted: {parts}")
        if head == "B":
            at = places(parts[1])
            if parts[0] not in BLOCKS or not at:
                return self.say(number, f"block {parts}")
            self.layout.append({"kind": "block", "type": parts[0], "text": parts[1], "at": at})
        else:
            tails, heads = places(parts[0]), places(parts[1])
            if not tails or not heads:
                return self.say(number, f"join not in the article: {parts}")
            self.layout.append({"kind": "join", "tail": parts[0], "head": parts[1],
                                "tails": [t + len(parts[0]) for t in tails], "heads": heads})


def main():
    args, options, it = [], {}, iter(sys.argv[1:])
    for a in it:
        if a.startswith("--"):
            options[a] = next(it)
        else:
            args.append(a)
    corpus = args[0]
    sheets = options.get("--sheets", os.path.join(corpus, "sheets"))
    gold = options.get("--output", os.path.join(corpus, "gold", "articles"))
    names = args[1:] or sorted(n[:-6] for n in os.listdir(sheets) if n.endswith(".sheet"))
    os.makedirs(gold, exist_ok=True)
    bad = total = required = 0
    for name in names:
        sheet = Sheet(os.path.join(sheets, name + ".sheet"), read_article(os.path.join(corpus, "articles", name)), name.rsplit(".", 1)[0])
        sheet.read()
        for what, rows in (("facts", sheet.facts), ("entities", sheet.entities), ("layout", sheet.layout)):
            with open(os.path.join(gold, f"{name}.{what}.jsonl"), "w", encoding="utf-8") as out:
                out.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
        bad, total = bad + sheet.bad, total + len(sheet.facts)
        required += sum(not f.get("optional") for f in sheet.facts)
        print(f"{name}: {len(sheet.facts)} facts, {len(sheet.entities)} names, {len(sheet.layout)} layout rows, {sheet.bad} complaints")
    print(f"{len(names)} articles, {total} facts, {required} required, {bad} complaints")
    sys.exit(1 if bad else 0)


main()
