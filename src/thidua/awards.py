"""Forms of commendation and the routes to them: who proposes, to whom, who decides. Nothing here says who wins."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from thidua import nodes
from thidua.nodes import Reading
from thidua.subjects import Subject
from thidua.texts import Text


@frozen(cache_hash=True)
class Decider:
    """Who decides a form, in force from a day through another."""

    who: Text
    since: date | None = None
    until: date | None = None
    source: str = ""
    reported: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether this is who decides on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@frozen(cache_hash=True)
class AwardForm:
    """A form of commendation named by the plan."""

    id: str
    provision: str
    label: Text
    deciders: tuple[Decider, ...]
    readings: tuple[Reading, ...] = ()


@frozen(cache_hash=True)
class Route:
    """How a form is reached at a review: whom it is open to, who proposes, to whom, who completes the dossier.

    `asks` are the guards: conditions beside the criteria, most of them questions that stay undetermined until
    somebody answers them. `special` marks the route of III.3.4, which does not rest on the criteria of III.2.
    """

    form: str
    reviews: tuple[str, ...]
    subjects: tuple[type[Subject], ...]
    proposed_by: Text
    proposed_to: Text
    dossier_by: Text
    asks: nodes.Predicate
    provisions: tuple[str, ...]
    special: bool = False
    readings: tuple[Reading, ...] = ()
    note: Text | None = None
