"""A day or a number that can be but one: in words, the anniversary named where the day lies full years back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from thidua.interpreters.comparing.points import is_day
from thidua.interpreters.comparing.worlds import Place
from thidua.interpreters.found import value_said
from thidua.movements import Setting
from thidua.nodes import Fact
from thidua.periods import years_after
from thidua.quantities import Exact
from thidua.texts import Text

ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


class Pinned(NamedTuple):
    """The one value of a fact with which something can be met at a review.

    `years` is how many full years, to the day, a day lies before the cut-off; 0 where it does not.
    """

    fact: Fact
    years: int
    value: date | Exact
    review: Text


def pinned(place: Place, value: Exact, setting: Setting) -> Pinned:
    """The value as it is said, a day as a day."""
    day = date.fromordinal(int(value)) if is_day(place) else None
    span = max(0, setting.cut_off.year - day.year) if day else 0
    years = span if day and years_after(day, span) == setting.cut_off else 0
    return Pinned(place.fact, years, day or value, setting.review.label)


def pinned_said(found: Iterable[Pinned]) -> Text:
    """One sentence for each fact, with the value at each review."""
    by_fact: dict[tuple[Fact, int], dict[date | Exact, list[Text]]] = {}
    for each in found:
        by_fact.setdefault((each.fact, each.years), {}).setdefault(each.value, []).append(each.review)
    said = [_said(fact, years, values) for (fact, years), values in by_fact.items()]
    return Text(" ".join(each.vi for each in said), " ".join(each.en for each in said))


def _said(fact: Fact, years: int, values: dict[date | Exact, list[Text]]) -> Text:
    vi, en = (list(_listed(fact, values, language)) for language in ("vi", "en"))
    if not years:
        return Text(
            f"Chỉ đạt được khi {fact.label.vi} đúng là {' hoặc '.join(vi)}.",
            f"It can be met only where {fact.label.en} is exactly {' or '.join(en)}.",
        )
    nth = ORDINALS.get(years, f"{years}-year")
    return Text(
        f"Chỉ đạt được vào đúng ngày tròn {years:02d} năm kể từ {fact.label.vi}: "
        f"khi ngày đó là {' hoặc '.join(vi)}; sớm hơn hay muộn hơn đều không đạt.",
        f"It can be met only on the {nth} anniversary of {fact.label.en}: "
        f"where that day is {' or '.join(en)}, and neither sooner nor later.",
    )


def _listed(fact: Fact, values: dict[date | Exact, list[Text]], language: str) -> Iterator[str]:
    for value, reviews in values.items():
        yield f"{value_said(fact, value, language)} ({'; '.join(review.in_(language) for review in reviews)})"
