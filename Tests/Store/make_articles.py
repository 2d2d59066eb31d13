#!/usr/bin/env python3
"""Make many articles out of a few, for measuring: the same texts with other figures.

    make_articles.py CORPUS/articles COUNT FOLDER

The same arguments give the same files. Years, dates and `.jsonl` files stay as they are.
"""
import os, random, re, sys

KEEP = re.compile(r"\d{4}-\d\d-\d\d|(?:19|20)\d\d(?=[年/\-.])|\d{1,2}(?=[月日])|<[^>]*>|&#?\w+;|charset[^\n]*")
FIGURE = re.compile(r"\d+")


def main():
    source, count, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    names = sorted(n for n in os.listdir(source) if not n.endswith(".jsonl"))
    texts = [(n, open(os.path.join(source, n), encoding="utf-8", newline="").read()) for n in names]
    for number in range(count):
        name, text = texts[number % len(texts)]
        generator = random.Random(number)
        digits = lambda match: "".join(generator.choice("123456789") for _ in match.group())
        parts, at = [], 0
        for kept in KEEP.finditer(text):
            parts += [FIGURE.sub(digits, text[at : kept.start()]), kept.group()]
            at = kept.end()
        parts.append(FIGURE.sub(digits, text[at:]))
        stem, suffix = os.path.splitext(name)
        place = os.path.join(folder, f"{number // 1000:03d}")
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, f"{stem}-{number:05d}{suffix}"), "w", encoding="utf-8", newline="") as file:
            file.write("".join(parts))


main()
