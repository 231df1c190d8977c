"""Strategies that tell what they draw in a few words: Hypothesis prints them beside what it has found."""

# Hypothesis infers nothing of what lambdas are given.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownLambdaType=false
# pyright: reportUnknownVariableType=false, reportUnknownParameterType=false

from __future__ import annotations

from typing import Any, Generic, TypeVar

from attrs import frozen
from hypothesis import strategies as st

T = TypeVar("T")


@frozen(repr=False)
class Told(Generic[T]):
    """A strategy and its words."""

    words: str
    strategy: st.SearchStrategy[T]

    def __repr__(self) -> str:
        return self.words


@st.composite
def _drawn(draw: st.DrawFn, told: Told[Any]) -> Any:
    return draw(told.strategy)


def told(words: str, strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """The strategy, which is shown as these words and not as all that it may draw."""
    return _drawn(Told(words, strategy))
