"""The job reads three formats and writes each article's facts, or why there are none."""

import json

import pytest
from conftest import SHUDU
from shudu_spark import job


def run(spark, *arguments) -> str:
    return job.run(spark, job.parser().parse_args([*map(str, arguments), "--binary", SHUDU]))


def rows(spark, folder, outcome):
    return spark.read.parquet(f"{folder}/outcome={outcome}").collect()


def test_json_lines(spark, tmp_path):
    lines = [json.dumps({"id": 1, "text": "新建粮库3座,储粮5吨。", "date": "2023-07-03"}), "nonsense"]
    lines += [json.dumps({"id": "b", "text": "晴。"})]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    output = tmp_path / "out"
    assert run(spark, tmp_path / "in.jsonl", "--output", output) == "3 articles: 2 facts, 1 refused"
    facts = rows(spark, output, "fact")
    assert [(row.id, row.fact.value, row.fact.article.date) for row in facts] == [
        ("1", "3", "2023-07-03"), ("1", "5", "2023-07-03")
    ]
    (refused,) = rows(spark, output, "error")
    assert refused.error.code == "bad_record" and refused.bad_line == "nonsense"
    assert [row.id for row in rows(spark, output, "none")] == ["b"]
    assert (output / "_SUCCESS").exists()
    with pytest.raises(Exception, match="already exists"):
        run(spark, tmp_path / "in.jsonl", "--output", output)


def test_parquet(spark, tmp_path):
    df = spark.createDataFrame([(7, "新建粮库3座。", "x")], "nr int, body string, source string")
    df.write.parquet(str(tmp_path / "in"))
    arguments = ["--format", "parquet", "--id", "nr", "--text", "body", "--partitions", "2"]
    run(spark, tmp_path / "in", "--output", tmp_path / "out", *arguments)
    (row,) = rows(spark, tmp_path / "out", "fact")
    assert (row.nr, row.source, row.fact.quote.text) == (7, "x", "3座")


def test_text_files(spark, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("新建粮库3座。\n储粮5吨。\n", "utf-8")
    (tmp_path / "in" / "b.txt").write_bytes("新建粮库3座。".encode("gb18030"))
    summary = run(spark, tmp_path / "in", "--output", tmp_path / "out", "--format", "text")
    assert summary == "2 articles: 2 facts, 1 refused"
    assert {row.id.rsplit("/")[-1] for row in rows(spark, tmp_path / "out", "fact")} == {"a.txt"}
    (refused,) = rows(spark, tmp_path / "out", "error")
    assert refused.id.endswith("b.txt")


def test_a_failed_job_leaves_no_facts(spark, tmp_path, harmful):
    lines = [json.dumps({"id": row, "text": "新建粮库3座。"}) for row in range(1200)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    options = job.parser().parse_args(
        [str(tmp_path / "in.jsonl"), "--output", str(tmp_path / "out")]
        + ["--binary", harmful("dies_in_job", '"1000"', "os._exit(1)")]
    )
    with pytest.raises(Exception, match="no answer to row '1000'"):
        job.run(spark, options)
    assert not list((tmp_path / "out").glob("*"))
