"""Facts of Chinese news articles in Apache Spark, by the shudu program."""

from shudu_spark.extraction import extract, rows_of_facts
from shudu_spark.fact_type import fact_type
from shudu_spark.filter_child import FilterError

__all__ = ["FilterError", "extract", "fact_type", "rows_of_facts"]
