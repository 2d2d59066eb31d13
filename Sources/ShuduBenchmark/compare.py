#!/usr/bin/env python3
"""Speeds of other programs that find times and amounts in Chinese text, over the same text as ShuduBenchmark's.

    pip install jionlp recognizers-text-suite 'emoji<2'
    compare.py [FOLDER] [--benchmark .build/release/ShuduBenchmark]

Runs ShuduBenchmark over the folder's articles (.txt, .md), then JioNLP's extract_time and extract_money and the
number, unit and time models of Recognizers-Text over the same articles, one process and one thread each, by processor
time. A library that is not installed is left out by name. Lines without text are skipped; JioNLP is given a paragraph at
a time, as its manual does; what it cannot read costs it nothing.
"""

import argparse
import logging
import pathlib
import subprocess
import sys
import time


def articles(folder):
    paths = sorted(path for path in pathlib.Path(folder).iterdir() if path.suffix in (".txt", ".md"))
    return [path.read_text(encoding="utf-8") for path in paths]


def paragraphs(texts):
    return [line.strip() for text in texts for line in text.splitlines() if line.strip()]


def jionlp_runs():
    import jionlp

    yield "jionlp extract_time", lambda line: jionlp.ner.extract_time(line, with_parsing=True)
    yield "jionlp extract_money", lambda line: jionlp.ner.extract_money(line, with_parsing=True)


def recognizers_runs():
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    for name, recognize in [
        ("number", recognize_number),
        ("currency", recognize_currency),
        ("dimension", recognize_dimension),
        ("datetime", recognize_datetime),
    ]:
        yield f"recognizers-text {name}", lambda line, f=recognize: f(line, Culture.Chinese)


def measure(run, lines, seconds):
    """Bytes a second by processor time, over as many lines as the time allows, and how many lines it failed on."""
    run(lines[0])  # tables are loaded at the first call
    done = failed = 0
    start = time.process_time()
    for line in lines:
        try:
            run(line)
        except Exception:
            failed += 1
        done += len(line.encode())
        if time.process_time() - start > seconds:
            break
    return done / (time.process_time() - start), failed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", default="Corpus/articles")
    parser.add_argument("--benchmark", default=".build/release/ShuduBenchmark")
    parser.add_argument("--seconds", type=float, default=20, help="processor time for each of the others")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)  # JioNLP logs each string that it cannot read
    subprocess.run([options.benchmark, options.folder], check=True)
    lines = paragraphs(articles(options.folder))
    for name, runs in [("jionlp", jionlp_runs), ("recognizers-text-suite", recognizers_runs)]:
        try:
            for title, run in runs():
                speed, failed = measure(run, lines, options.seconds)
                note = f"  ({failed} paragraphs failed)" if failed else ""
                print(f"{title:<28}{speed / 1e6:10.4f} MB/s{note}", flush=True)
        except ImportError as error:
            print(f"{name} is not installed ({error})", file=sys.stderr)


if __name__ == "__main__":
    main()
