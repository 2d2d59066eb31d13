"""Every row is answered, with the facts of the plain command; what harms the child fails the job."""

import datetime
import json
import subprocess

import pytest
from conftest import SHUDU
from pyspark.errors import PythonException
from shudu_spark import extract, fact_type, rows_of_facts


def articles(count: int) -> list[tuple]:
    return [(f"a{row}", f"去年新建粮库{row}座,\n储粮12.5万吨。", "2023-07-03") for row in range(count)]


def frame(spark, rows, parts=3):
    return spark.createDataFrame(rows, "id string, text string, date string").repartition(parts)


def plain(rows) -> dict:
    """The plain command's answers by id."""
    lines = "".join(
        json.dumps({"id": id, "text": text, "date": date}) + "\n" for id, text, date in rows
    )
    run = subprocess.run(
        [SHUDU, "extract", "--jsonl"], input=lines.encode(), stdout=subprocess.PIPE, check=True
    )
    return {answer["id"]: answer for answer in map(json.loads, run.stdout.splitlines())}


def answers(df) -> dict:
    rows = [row.asDict(recursive=True) for row in df.collect()]
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: row for row in rows}


def test_the_facts_are_those_of_the_plain_command(spark):
    rows = articles(2500)
    found = answers(extract(frame(spark, rows), date="date", binary=SHUDU))
    expected = plain(rows)
    assert found.keys() == expected.keys()
    for id, answer in expected.items():
        assert found[id]["facts"] == answer["facts"] and found[id]["error"] is None
        assert found[id]["date"] == "2023-07-03" and "text" not in found[id]
    assert found["a7"]["facts"][0]["time"]["value"] == "2022"


def test_error_rows_stand_beside_the_facts(spark):
    odd = "g\n\"'\u2028𠮷\\"
    cases = [
        ("a", "新建粮库3座。", None, None),
        ("b", None, None, "bad_record"),
        ("c", "", None, None),
        ("d", "晴。", None, None),
        ("e", "新建粮库3座。", "昨天", "bad_date"),
        (None, "新建粮库3座。", None, "bad_record"),
        ("f", "粮" * 1000, None, "too_large"),
        (odd, "新建粮库3座。\r\n\u2028", "2023-07-03", None),
    ]
    rows = [case[:3] for case in cases]
    df = extract(frame(spark, rows, 1), date="date", binary=SHUDU, max_size=2000)
    codes = {id: row["error"] and row["error"]["code"] for id, row in answers(df).items()}
    assert codes == {id: code for id, _, _, code in cases}
    flat = rows_of_facts(df).select("id", "outcome", "fact.value").collect()
    assert {(row.id, row.outcome, row.value) for row in flat} == {
        (id, "error", None) if code else (id, "fact", "3") if "粮" in text else (id, "none", None)
        for id, text, _, code in cases
    }


def test_ids_and_dates_of_other_types(spark):
    day = datetime.date(2023, 7, 3)
    rows = [(1 << 40, day, datetime.datetime(2023, 7, 3, 23, 59), "去年新建粮库3座。", 0.5)]
    df = spark.createDataFrame(rows, "key long, day date, moment timestamp, body string, other double")
    for date in ("day", "moment"):
        (row,) = extract(df, text="body", id="key", date=date, binary=SHUDU).collect()
        assert row["key"] == 1 << 40 and row["other"] == 0.5 and row["day"] == day
        assert row["facts"][0]["article"]["key"] == str(1 << 40)
        assert row["facts"][0]["time"]["value"] == "2022"


def test_columns_are_those_of_the_contract(spark):
    names = fact_type().fieldNames()
    (answer,) = plain(articles(1)).values()
    assert names == list(answer["facts"][0])


def test_a_taken_name_is_refused(spark):
    df = spark.createDataFrame([("a", "b", "c")], "id string, text string, facts string")
    with pytest.raises(ValueError, match="facts"):
        extract(df, binary=SHUDU)
    with pytest.raises(FileNotFoundError, match="no-such-program"):
        extract(df.drop("facts"), binary="no-such-program")


def test_empty_partitions_are_no_questions(spark):
    assert extract(frame(spark, articles(1), 5), binary=SHUDU).count() == 1
    assert extract(frame(spark, articles(1), 5).where("id = 'b'"), binary=SHUDU).count() == 0


HARMS = [
    ("dies", "os._exit(3)", "ended with code 3 and no answer to row 'a1000'"),
    ("is_killed", "os.kill(os.getpid(), 9)", "ended with code -9 and no answer to row 'a1000'"),
    ("swallows", "continue", "swallowed row 'a1000': the answer in its place is to 'a1001'"),
    ("doubles", "sys.stdout.buffer.write(answer)", "swallowed row 'a1001': the answer in its place is to 'a1000'"),
    ("babbles", "answer = b'oops' + bytes([10])", "gave no answer to row 'a1000', but 'oops'"),
    ("halves", "answer = answer[:20]", "gave no answer to row 'a1000', but"),
]


@pytest.mark.parametrize("name, harm, message", HARMS, ids=[name for name, *_ in HARMS])
def test_a_child_that_does_harm_fails_the_job(spark, harmful, tmp_path, name, harm, message):
    df = spark.createDataFrame(articles(2000), "id string, text string, date string").coalesce(1)
    program = harmful(name, '"a1000"', harm)
    output = str(tmp_path / "output")
    with pytest.raises(Exception) as failure:
        rows_of_facts(extract(df, binary=program)).write.parquet(output)
    assert message in str(failure.value)
    assert not list((tmp_path / "output").glob("*"))


def test_a_swallowed_last_line_is_found(spark, harmful):
    df = spark.createDataFrame(articles(800), "id string, text string, date string").coalesce(1)
    with pytest.raises(Exception, match="no answer to row 'a799'"):
        extract(df, binary=harmful("last", '"a799"', "continue")).collect()


def test_what_the_child_said_stands_in_the_error(spark, harmful):
    harm = "sys.stderr.write('no memory'); sys.stderr.flush(); os._exit(1)"
    with pytest.raises(Exception, match="it said: no memory"):
        extract(frame(spark, articles(10), 1), binary=harmful("complains", '"a5"', harm)).collect()


def test_a_retried_task_gives_the_same_facts(spark, harmful):
    rows = articles(300)
    program = harmful("dies_once", '"a100"', "os._exit(3)", times=1)
    again = answers(extract(frame(spark, rows), date="date", binary=program))
    assert {id: row["facts"] for id, row in again.items()} == {
        id: answer["facts"] for id, answer in plain(rows).items()
    }
