#!/usr/bin/env python3
"""Check a dataset with tools of other makers: PyPI's frictionless and pyarrow, Python's csv, json and sqlite3.

    check_package.py DATASET CORPUS

- datapackage.json and facts.jsonl are as Schemas/ says (independent validator), and `frictionless validate` passes;
- CSV is RFC 4180, and SQLite agrees with it row for row, cell for cell; so do facts.jsonl and facts.parquet (if there);
- every run of Arabic digits in the corpus's articles is in a fact or in unclaimed.csv, counted. Not looked at is
  what is no text of an article: front matter, markup, scripts, navigation, asides and footers of web pages.
"""
import csv
import datetime
import decimal
import html.parser
import json
import os
import re
import sqlite3
import subprocess
import sys

TABLES = ["facts", "articles", "sentences", "entities", "units", "unclaimed"]
problems = []


def check(holds, words):
    if not holds:
        problems.append(words)


def plain(text):
    """A text as it was before it was made safe for spreadsheets."""
    return text[1:] if text.startswith("'") else text


def spans(text):
    return [tuple(map(int, span.split("-"))) for span in text.split(";")] if text else []


def read_csv(folder, name):
    with open(os.path.join(folder, f"{name}.csv"), "rb") as file:
        data = file.read()
    text = data.decode("utf-8-sig")
    check(text.endswith("\r\n") and "\n" not in text.replace("\r\n", ""), f"{name}.csv: not CRLF throughout")
    rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
    return rows[0], rows[1:]


def check_sqlite(folder, descriptor, tables):
    database = sqlite3.connect(f"file:{folder}/dataset.sqlite?mode=ro", uri=True)
    check(database.execute("PRAGMA integrity_check").fetchone() == ("ok",), "dataset.sqlite: not sound")
    check(not database.execute("PRAGMA foreign_key_check").fetchall(), "dataset.sqlite: a reference leads nowhere")
    cells = 0
    for resource in descriptor["resources"]:
        if "schema" not in resource:
            continue
        name, fields = resource["name"], resource["schema"]["fields"]
        header, rows = tables[name]
        check(header == [field["name"] for field in fields], f"{name}: the header is not the schema's")
        columns = ", ".join(f'"{column}"' for column in header)
        stored = database.execute(f'SELECT {columns} FROM "{name}" ORDER BY rowid').fetchall()
        check(len(stored) == len(rows) == resource["rows"], f"{name}: {len(rows)} rows in CSV, {len(stored)} in SQLite")
        for number, (row, other) in enumerate(zip(rows, stored), 1):
            for field, cell, value in zip(fields, row, other):
                cells += 1
                if cell == "":
                    same = value is None
                elif field["type"] == "string":
                    same = plain(cell) == value
                elif field["type"] == "boolean":
                    same = (cell == "true") == bool(value) and value is not None
                elif isinstance(value, float):
                    same = float(cell) == value
                else:
                    same = cell == str(value)
                check(same, f"{name}:{number}: {field['name']} differs")
    return cells


def check_lines(folder, facts):
    header, rows = facts
    with open(os.path.join(folder, "facts.jsonl"), encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    check(len(records) == len(rows), "facts.jsonl and facts.csv have not the same facts")
    for record, cells in zip(records, rows):
        row = {name: plain(cell) if name not in ("value", "min", "max") else cell for name, cell in zip(header, cells)}
        told = [
            (record["id"], row["id"]), (record["quote"]["text"], row["quote"]), (record["value"] or "", row["value"]),
            ((record["measure"] or {}).get("text", ""), row["measure"]), (record["status"], row["status"]),
            ((record["time"] or {}).get("value") or "", row["time_value"]), (record["review"]["state"], row["review"]),
        ]
        check(all(a == b for a, b in told), f"facts.jsonl: {record['id']} differs from facts.csv")


def check_parquet(folder, facts):
    path = os.path.join(folder, "facts.parquet")
    if not os.path.exists(path):
        return
    import pyarrow.parquet

    header, rows = facts
    table = pyarrow.parquet.read_table(path)
    check(table.column_names == header and table.num_rows == len(rows), "facts.parquet: other columns or rows")
    for index, name in enumerate(header):
        for row, value in zip(rows, table.column(name).to_pylist()):
            cell = row[index]
            if isinstance(value, decimal.Decimal):
                same = decimal.Decimal(cell) == value
            elif isinstance(value, float):
                same = float(cell) == value
            elif isinstance(value, bool):
                same = (cell == "true") == value
            elif isinstance(value, datetime.date):
                same = cell == value.isoformat()
            else:
                same = (plain(cell) if cell else None) == value
            check(same, f"facts.parquet: {row[0]}: {name} differs")


class Visible(html.parser.HTMLParser):
    """Where the characters stand that a reader of a page takes for its article: no script, navigation or footer."""

    FURNITURE = {"script", "style", "title", "nav", "aside", "footer", "form"}
    VOID = {"meta", "link", "img", "br", "hr", "input", "source"}

    def __init__(self, text):
        super().__init__(convert_charrefs=False)
        self.places, self.open = set(), []
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            named = any(name in ("id", "class") and value == "nav" for name, value in attrs)
            self.open.append((tag, tag in self.FURNITURE or named))

    def handle_endtag(self, tag):
        while any(name == tag for name, _ in self.open) and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not any(hidden for _, hidden in self.open):
            line, column = self.getpos()
            start = self.starts[line - 1] + column
            self.places.update(range(start, start + len(data)))


def runs(text, path):
    """The runs of Arabic digits of an article, markup and front matter left out."""
    visible = Visible(text).places if path.endswith((".html", ".htm")) else None
    start = 0
    front = re.match(r"---\r?\n.*?\n---\r?\n", text, re.S)
    if front and visible is None:
        start = front.end()
    # Addresses of pictures and links, and the numbers of lists, are markup.
    markup = r"\]\(([^)]*)\)|^ *([0-9]+)[.)] "
    hidden = [match.span() for match in re.finditer(markup, text, re.M)] if visible is None else []
    for match in re.finditer(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*", text):
        low, high = match.span()
        if low < start or any(a <= low < b for a, b in hidden):
            continue
        if visible is None or low in visible:
            yield low, high


def texts(corpus, articles):
    """Decoded articles by key."""
    header, rows = articles
    for row in rows:
        article = dict(zip(header, map(plain, row)))
        path = os.path.join(corpus, article["path"])
        with open(path, "rb") as file:
            data = file.read()
        for charset in ("utf-8-sig", "gb18030", "big5", "utf-16"):
            try:
                text = data.decode(charset)
                break
            except UnicodeDecodeError:
                continue
        if path.endswith(".jsonl"):
            for number, line in enumerate(text.splitlines(), 1):
                if line.strip():
                    record = json.loads(line)
                    name = str(record.get("id", number))
                    if article["key"].endswith("#" + name):
                        yield article["key"], article["path"], record["text"]
        else:
            yield article["key"], article["path"], text


def check_numerals(corpus, tables):
    header, rows = tables["facts"]
    claimed = {}
    columns = [index for index, name in enumerate(header) if name.endswith("_spans") and name != "sentence_spans"]
    at = header.index("article")
    for row in rows:
        for index in columns:
            claimed.setdefault(plain(row[at]), []).extend(spans(row[index]))
    header, rows = tables["unclaimed"]
    listed = {}
    for row in rows:
        row = dict(zip(header, row))
        listed.setdefault(plain(row["article"]), []).extend(spans(row["spans"]))
    total = in_facts = in_list = 0
    for key, path, text in texts(corpus, tables["articles"]):
        def touches(places, low, high):
            return any(a < high and low < b for a, b in places.get(key, []))

        for low, high in runs(text, path):
            total += 1
            if touches(claimed, low, high):
                in_facts += 1
            elif touches(listed, low, high):
                in_list += 1
            else:
                check(False, f"{key}: the numeral {text[low:high]} at {low} is in no fact and not in unclaimed.csv")
    check(total > 0, "no numeral was looked at")
    return total, in_facts, in_list


def main(folder, corpus):
    csv.field_size_limit(1 << 30)
    here = os.path.dirname(os.path.abspath(__file__))
    schemas = os.path.join(here, "..", "Schemas", "check_schemas.py")
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
        descriptor = json.load(file)
    for name, lines in [
        ("dataset-package", json.dumps(descriptor)),
        ("dataset-fact", open(os.path.join(folder, "facts.jsonl"), encoding="utf-8").read()),
    ]:
        run = subprocess.run([sys.executable, schemas, name, "-"], input=lines, text=True, capture_output=True)
        check(run.returncode == 0, f"{name}: {run.stdout.strip()}")
    frictionless = os.path.join(os.path.dirname(sys.executable), "frictionless")
    run = subprocess.run([frictionless, "validate", "datapackage.json"], cwd=folder, text=True, capture_output=True)
    check(run.returncode == 0, f"frictionless: {run.stdout}")
    tables = {name: read_csv(folder, name) for name in TABLES}
    cells = check_sqlite(folder, descriptor, tables)
    check_lines(folder, tables["facts"])
    check_parquet(folder, tables["facts"])
    total, in_facts, in_list = check_numerals(corpus, tables)
    for problem in problems[:20]:
        print(problem)
    print(
        f"{sum(len(rows) for _, rows in tables.values())} rows, {cells} cells agree; {total} runs of digits: "
        f"{in_facts} in facts, {in_list} unclaimed; {len(problems)} problems"
    )
    sys.exit(1 if problems else 0)


main(sys.argv[1], sys.argv[2])
