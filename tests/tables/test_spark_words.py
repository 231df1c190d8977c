"""The words of narwhals for Spark: a name with a dot in it is quoted, and everything else is narwhals' own."""

from __future__ import annotations

import narwhals as nw

from thidua.interpreters.columns import spark_words
from thidua.interpreters.columns.engine import Engine


def test_a_name_with_a_dot_is_quoted_and_kept() -> None:
    assert repr(spark_words.col("III.2.2-4")) == repr(nw.col("`III.2.2-4`").alias("III.2.2-4"))


def test_any_other_name_is_not() -> None:
    assert repr(spark_words.col("area")) == repr(nw.col("area"))


def test_all_other_words_are_those_of_narwhals() -> None:
    assert Engine("pyspark", lazy=True).words is spark_words
    assert spark_words.lit is nw.lit
