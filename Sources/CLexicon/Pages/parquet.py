"""Write facts.parquet beside facts.csv, by the table schema of datapackage.json.

    python3 parquet.py FOLDER        (needs PyPI's pyarrow)

`shudu rebuild --parquet` runs this. Columns and rows are those of facts.csv. Exact numbers become decimal128(38, 14)
where each value of the column fits, else strings; nothing is rounded. Text is as the article has it: the apostrophe
that the CSV sets before what looks like a formula is taken away. The same rows give the same bytes with the same
version of pyarrow.
"""
import csv
import datetime
import decimal
import json
import os
import sys

try:
    import pyarrow
    import pyarrow.parquet
except ImportError:
    sys.exit("needs Python's pyarrow: pip install pyarrow")

EXACT = pyarrow.decimal128(38, 14)
KINDS = {
    "string": (pyarrow.string(), lambda text: text[1:] if text.startswith("'") else text),
    "integer": (pyarrow.int64(), int),
    "boolean": (pyarrow.bool_(), lambda text: text == "true"),
    "date": (pyarrow.date32(), datetime.date.fromisoformat),
}


def column(field, cells):
    if field["type"] == "number":
        if field["name"].startswith("confidence") or field["name"] == "carried":
            return pyarrow.array([None if cell == "" else float(cell) for cell in cells], pyarrow.float64())
        try:
            with decimal.localcontext(decimal.Context(prec=60)):
                values = [None if cell == "" else decimal.Decimal(cell) for cell in cells]
                return pyarrow.array(values, EXACT)
        except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError):
            return pyarrow.array([None if cell == "" else cell for cell in cells], pyarrow.string())
    kind, read = KINDS[field["type"]]
    return pyarrow.array([None if cell == "" else read(cell) for cell in cells], kind)


def fields_of(folder):
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
        resources = json.load(file)["resources"]
    return next(resource for resource in resources if resource["name"] == "facts")["schema"]["fields"]


def main(folder, fields):
    csv.field_size_limit(1 << 30)
    with open(os.path.join(folder, "facts.csv"), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    cells = list(zip(*rows)) if rows else [()] * len(fields)
    table = pyarrow.table(
        [column(field, cells[index]) for index, field in enumerate(fields)], names=[field["name"] for field in fields]
    )
    pyarrow.parquet.write_table(table, os.path.join(folder, "facts.parquet"), compression="zstd")


# The program hands the fields over, since it writes datapackage.json last.
main(sys.argv[1], json.loads(sys.argv[2]) if len(sys.argv) > 2 else fields_of(sys.argv[1]))
