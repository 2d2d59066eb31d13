"""Articles in a DataFrame to their facts."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import chain

import pyarrow
from pyspark import SparkFiles
from pyspark.sql import Column, DataFrame, functions
from pyspark.sql.types import ArrayType, StringType, StructField, StructType

from shudu_spark.fact_type import fact_type
from shudu_spark.filter_child import FilterChild, Questions

_ID, _LINE, _ANSWER = "_shudu_id", "_shudu_line", "_shudu_answer"


def extract(
    df: DataFrame,
    text: str = "text",
    id: str = "id",
    date: str | None = None,
    *,
    binary: str = "shudu",
    installed: bool = False,
    max_size: int = 16 << 20,
) -> DataFrame:
    """One row for each row of `df`: its columns but the text, and `facts` or `error`.

    `text`, `id` and `date` name columns; the id is the article's key, from which facts have their ids, and the
    date may be a date, a time stamp or a string like 2020-12-30. `facts` is an array of `fact_type()`; where the
    program refuses an article it is null, and `error` says the code and the reason.

    `binary` is the program, by path or by name on the PATH, and is shipped to the executors, unless it is
    `installed` there at that path. A line of more than `max_size` bytes is an error row.

    A task whose child dies, or answers other rows than it was asked, fails and says at which row. The same rows
    give the same facts, so that a task may run again or twice.
    """
    answer = StructType(
        [
            StructField("facts", ArrayType(fact_type())),
            StructField(
                "error",
                StructType([StructField("code", StringType()), StructField("reason", StringType())]),
            ),
        ]
    )
    taken = sorted(set(answer.fieldNames()) & set(df.columns) - {text})
    if taken:
        raise ValueError(f"the DataFrame has columns of these names already: {', '.join(taken)}")
    kept = [df[name] for name in df.columns if name != text]
    fields = [df[id].cast("string").alias("id"), df[text].alias("text")]
    if date is not None:
        fields.append(_day(df, date).alias("date"))
    # Null fields are left out of the line, and the filter says that they are missing.
    line = functions.to_json(functions.struct(*fields)).cast("binary")
    asked = df.select(*kept, df[id].cast("string").alias(_ID), line.alias(_LINE))
    schema = StructType(
        [df.schema[name] for name in df.columns if name != text]
        + [StructField(_ANSWER, StringType())]
    )
    path = binary if installed else _ship(df, binary)
    answered = asked.mapInArrow(_answers(path, installed, max_size), schema)
    parsed = functions.from_json(_ANSWER, answer, {"mode": "FAILFAST"})
    return answered.withColumn(_ANSWER, parsed).select(
        *schema.fieldNames()[:-1], f"{_ANSWER}.facts", f"{_ANSWER}.error"
    )


def rows_of_facts(answers: DataFrame) -> DataFrame:
    """A row for each fact, in the column `fact`; an article without facts keeps one row, where it is null.

    `outcome` is `fact`, `none` (an article that states no number) or `error`.
    """
    others = [name for name in answers.columns if name != "facts"]
    outcome = (
        functions.when(functions.col("error").isNotNull(), "error")
        .when(functions.col("fact").isNull(), "none")
        .otherwise("fact")
    )
    rows = answers.select(*others, functions.explode_outer("facts").alias("fact"))
    return rows.withColumn("outcome", outcome)


def _day(df: DataFrame, name: str) -> Column:
    kind = df.schema[name].dataType.typeName()
    column = df[name].cast("date") if kind.startswith("timestamp") else df[name]
    return column.cast("string")


def _ship(df: DataFrame, binary: str) -> str:
    """Sends the program along with the job; gives the name by which the executors find it."""
    path = shutil.which(binary)
    if path is None:
        raise FileNotFoundError(f"{binary}: no such program; name it by `binary`")
    df.sparkSession.sparkContext.addFile(path)
    return os.path.basename(path)


def _answers(
    path: str, installed: bool, max_size: int
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """What runs on the executors, once a partition."""

    def run(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        questions = (
            Questions(batch, batch.column(_ID).to_pylist(), batch.column(_LINE).to_pylist())
            for batch in batches
            if batch.num_rows > 0
        )
        first = next(questions, None)
        if first is None:
            return
        program = path if installed else SparkFiles.get(path)
        child = FilterChild([program, "extract", "--jsonl", "--max-size", str(max_size)], max_size)
        for answers in child.answered(chain([first], questions)):
            rows = answers.batch.drop_columns([_ID, _LINE]).slice(answers.start, len(answers.lines))
            yield rows.append_column(_ANSWER, pyarrow.array(answers.lines, pyarrow.string()))

    return run
