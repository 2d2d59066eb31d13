#!/usr/bin/env python3
"""Make the fuzzers' seeds from the corpus's articles: make_seeds.py FOLDER.

Each stage has a folder. In `reading` and `pipeline` the first byte of a seed tells the format.
"""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LETTERS = {".txt": b"t", ".md": b"m", ".html": b"h", ".jsonl": b"j"}
# Characters of an article in a seed, and how many seeds of one article.
LENGTH, COUNT = 400, 3


def seeds():
    """Pairs of a stage's names and bytes."""
    for path in sorted((ROOT / "Corpus" / "articles").iterdir()):
        text = path.read_text("utf-8")
        whole = path.suffix in (".html", ".jsonl")
        step = max(1, len(text) // COUNT)
        parts = [text] if whole else [text[at : at + LENGTH] for at in range(0, len(text), step)]
        for part in parts[:COUNT]:
            marked = LETTERS[path.suffix] + part.encode()
            yield "reading", marked
            yield "pipeline", marked
            if not whole:
                yield "layout", part.encode()
                yield "recognition", part.encode()
        yield "reading", b"-" + text[:LENGTH].encode("gb18030")
        yield "reading", b"-" + text[:LENGTH].encode("utf-16")
    for path in sorted((ROOT / "Tests" / "Cases").glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                yield "recognition", line.split("\t")[0].replace("⟦", "").replace("⟧", "").encode()


def main():
    folder = pathlib.Path(sys.argv[1])
    for number, (stage, data) in enumerate(seeds()):
        (folder / stage).mkdir(parents=True, exist_ok=True)
        (folder / stage / f"{number:05}").write_bytes(data)


main()
