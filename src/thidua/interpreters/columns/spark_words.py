"""The words of narwhals for PySpark, where a dot in the name of a column has to be quoted: `III.2.2-4`."""

from __future__ import annotations

from typing import Any

from thidua.interpreters.columns.engine import words_of


def col(name: str) -> Any:
    """A column by its name, whatever is in it."""
    narwhals = words_of("narwhals")
    return narwhals.col(f"`{name}`").alias(name) if "." in name else narwhals.col(name)


def __getattr__(name: str) -> Any:
    """All other words are those of narwhals."""
    return getattr(words_of("narwhals"), name)
