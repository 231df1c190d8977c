"""At which reviews two plans can be put side by side; where there is none, what to do about it."""

from __future__ import annotations

from datetime import date
from itertools import product

from thidua.errors import NoReviewError, nearest
from thidua.movements import Plan
from thidua.reviews import Review


def reviews_of_both(old: Plan, new: Plan) -> tuple[str, ...]:
    """The ids of the reviews that both have, in the order of the new one; `NoReviewError` when there is none."""
    names = tuple(one.id for one in new.reviews if any(one.id == other.id for other in old.reviews))
    if not names:
        msg = (
            f"plans {old.id} and {new.id} have no review in common, so nobody can be judged under both; "
            f"there are: {_listed(old)} and {_listed(new)}. Give two editions of one movement, such as a plan and what "
            f"amend() makes of it{_as_one(old, new)}"
        )
        raise NoReviewError(msg)
    return names


def review_of_both(old: Plan, new: Plan, *, on: date, review: str | None) -> str:
    """The id of the review that both are judged for: the one named, or the old one's on that day.

    Raises as `Plan.setting` does for the old plan, `NoReviewError` where the new one has no such review.
    """
    names = reviews_of_both(old, new)
    named = old.setting(on=on, review=review).review.id
    if named not in names:
        msg = (
            f"plan {new.id} has no review {named!r}, for which {old.id} is judged on {on}; name one of both with "
            f"review=…; there are: {', '.join(names)}"
        )
        raise NoReviewError(msg)
    return named


def _listed(plan: Plan) -> str:
    return ", ".join(review.id for review in plan.reviews) or "none"


def _as_one(old: Plan, new: Plan) -> str:
    """How to say that two reviews are one: shown by the two that are nearest, by name or by their days."""
    if not (old.reviews and new.reviews):
        return ""
    one, other = min(product(old.reviews, new.reviews), key=_apart)
    place = new.reviews.index(other)
    return (
        f"; or, where two reviews are the same one, give both one id first. Nearest to one another are {one.id!r} and "
        f"{other.id!r}: amend(new, add_review(evolve(new.reviews[{place}], id={one.id!r}), by=…), effective=…), "
        "where evolve is that of attrs"
    )


def _apart(pair: tuple[Review, Review]) -> tuple[bool, int]:
    """Names that are near come first, then windows that meet, then the days between them."""
    one, other = pair
    between = max(one.window.first, other.window.first) - min(one.window.last, other.window.last)
    return not nearest(other.id, [one.id]), max(0, between.days)
