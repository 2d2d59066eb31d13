"""Articles in, facts out as Parquet: a job for spark-submit."""

import argparse
import sys

from pyspark.sql import DataFrame, Observation, SparkSession, functions

from shudu_spark import extract, rows_of_facts


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(
        prog="shudu-spark",
        description="Extract the facts of Chinese news articles; a table of facts is written as Parquet, "
        "partitioned by outcome: fact, none (an article without facts) and error.",
    )
    options.add_argument("input", nargs="+", help="files, folders or patterns of articles")
    options.add_argument("--output", required=True, help="the folder to make; it must not exist")
    options.add_argument(
        "--format",
        choices=["parquet", "jsonl", "text"],
        default="jsonl",
        help="jsonl: a line {id, text, date?} each; text: a file in UTF-8 each, its path is the id "
        "(standard: %(default)s)",
    )
    options.add_argument("--text", default="text", help="the texts' column (standard: %(default)s)")
    options.add_argument("--id", default="id", help="the ids' column (standard: %(default)s)")
    options.add_argument("--date", help="the dates' column (standard: `date`, where there is one)")
    options.add_argument("--binary", default="shudu", help="the program (standard: from the PATH)")
    options.add_argument(
        "--installed", action="store_true", help="the program stands at that path on every executor"
    )
    options.add_argument(
        "--max-size", type=int, default=16 << 20, help="refuse lines of more bytes (%(default)s)"
    )
    options.add_argument("--partitions", type=int, help="how many tasks to make of the input")
    return options


def articles(spark: SparkSession, options: argparse.Namespace) -> DataFrame:
    """The input, with the columns that the options name."""
    if options.format == "parquet":
        return spark.read.parquet(*options.input)
    if options.format == "jsonl":
        # A line that is no JSON object becomes an error row with the line beside it.
        columns = dict.fromkeys([options.id, options.text, options.date or "date", "bad_line"])
        schema = ", ".join(f"`{name}` STRING" for name in columns)
        return spark.read.schema(schema).json(
            options.input, mode="PERMISSIVE", columnNameOfCorruptRecord="bad_line"
        )
    files = spark.read.format("binaryFile").load(options.input)
    content = functions.try_validate_utf8(files["content"].cast("string"))
    return files.select(files["path"].alias(options.id), content.alias(options.text))


def run(spark: SparkSession, options: argparse.Namespace) -> str:
    """Writes the facts; gives a line that says how many, or raises where a row was lost."""
    df = articles(spark, options)
    if options.partitions:
        df = df.repartition(options.partitions)
    date = options.date or ("date" if "date" in df.columns else None)
    asked, answered = Observation("asked"), Observation("answered")
    count = functions.count(functions.lit(1)).alias("rows")
    answers = extract(
        df.observe(asked, count),
        options.text,
        options.id,
        date,
        binary=options.binary,
        installed=options.installed,
        max_size=options.max_size,
    ).observe(
        answered,
        count,
        functions.sum(functions.size("facts")).alias("facts"),
        functions.count("error").alias("errors"),
    )
    # A writer for each outcome at once: Spark would sort all rows by outcome otherwise.
    spark.conf.set("spark.sql.maxConcurrentOutputFileWriters", 3)
    rows_of_facts(answers).write.partitionBy("outcome").parquet(options.output)
    before, after = asked.get["rows"], answered.get
    if before != after["rows"]:
        raise RuntimeError(f"{before} articles asked, but {after['rows']} answered")
    return f"{before} articles: {after['facts'] or 0} facts, {after['errors']} refused"


def main(arguments: list[str] | None = None) -> None:
    options = parser().parse_args(arguments)
    spark = SparkSession.builder.appName("shudu").getOrCreate()
    try:
        print(run(spark, options), file=sys.stderr)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
