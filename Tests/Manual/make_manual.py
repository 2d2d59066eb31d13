#!/usr/bin/env python3
"""Make the manual page of recognizers, units and conventions from doc comments and word tables.

    make_manual.py [ROOT] > manual.md        the page, in Markdown
    make_manual.py --check [ROOT]            exit 1 where a recognizer's comment lacks a field or a unit a dimension

A recognizer is a type whose doc comment has the fields Recognizes, Rejects and Cost; its comment is its section.
"""
import os, re, sys

FIELDS = ("Recognizes", "Rejects", "Cost")
STAGES = ("Reading", "Layout", "Segmentation", "Recognition", "Article")


def recognizers(root):
    """(stage, type, comment lines), by stage and name."""
    found = []
    for stage in STAGES:
        for folder, _, names in os.walk(os.path.join(root, "Sources/Shudu", stage)):
            for name in sorted(names):
                lines = open(os.path.join(folder, name), encoding="utf-8").read().split("\n")
                comment = []
                for line in lines:
                    text = line.strip()
                    if text.startswith("///"):
                        comment.append(text[3:].removeprefix(" "))
                        continue
                    declared = re.match(r"(?:public |final )*(?:struct|enum|class) (\w+)", text)
                    if declared and any(f"{FIELDS[0]}" in c for c in comment):
                        found.append((stage, declared[1], comment))
                    comment = []
    return sorted(found, key=lambda f: (STAGES.index(f[0]), f[1]))


def table(root, name):
    path = os.path.join(root, "Sources/CLexicon/Data", name + ".tsv")
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line and not line.startswith("#"):
            yield line.split("\t")


def units(root):
    """Dimensions with their standard unit and kind, and the units of each."""
    dimensions, rows = {}, {}
    for fields in table(root, "units"):
        if fields[0].startswith("@"):
            dimensions[fields[0][1:]] = (fields[1], fields[2] if len(fields) > 2 else "")
        else:
            fields += [""] * (7 - len(fields))
            rows.setdefault(fields[2], []).append(fields)
    return dimensions, rows


def manual(root):
    out = ["# Manual", "", "How the program reads, made from its own comments and tables.", ""]
    out += ["## Recognizers", ""]
    for stage, name, comment in recognizers(root):
        out += [f"### {name} ({stage})", "", *comment, ""]
    dimensions, rows = units(root)
    count = sum(len(r) for r in rows.values())
    out += ["## Units", "", f"{count} units in {len(rows)} dimensions; a counter's code stands in braces.", ""]
    for name, (standard, kind) in dimensions.items():
        if name not in rows:
            continue
        out += [f"### {name}", "", f"Standard unit `{standard}`, kind `{kind}`.", "", "| word | code | factor | counts |", "|---|---|---|---|"]
        out += [f"| {r[0]} | `{r[1]}` | {r[3] or '1'} | {r[6]} |" for r in rows[name]]
        out.append("")
    out += ["## Currencies", "", "| word | code | role |", "|---|---|---|"]
    out += [f"| {r[0]} | `{r[1]}` | {r[2]} |" for r in table(root, "currencies") if len(r) > 2]
    out.append("")
    conventions = open(os.path.join(root, "Sources/Shudu/Shudu.docc/Conventions.md"), encoding="utf-8").read()
    out.append(re.sub(r"^#", "##", conventions, flags=re.M))
    return "\n".join(out)


def check(root):
    wrong = []
    found = recognizers(root)
    for stage, name, comment in found:
        text = "\n".join(comment)
        wrong += [f"{stage}/{name}: no field {field}" for field in FIELDS if field not in text]
    dimensions, rows = units(root)
    wrong += [f"units: dimension {name} is not declared" for name in rows if name not in dimensions]
    counters = sum(len(r) for name, r in rows.items() if dimensions.get(name, ("", ""))[1] == "count")
    if counters < 250:
        wrong.append(f"units: {counters} counters")
    print("\n".join(wrong + [f"{len(found)} recognizers, {sum(map(len, rows.values()))} units, {counters} counters, {len(wrong)} wrong"]))
    return 1 if wrong else 0


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    root = args[0] if args else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    if "--check" in sys.argv:
        sys.exit(check(root))
    print(manual(root))


main()
