"""A nominee of the report for the Council: what is told of it, under the number of its sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from thidua.interpreters.award import OpenAward
from thidua.interpreters.explain import OUT
from thidua.interpreters.headline import addressed, headline
from thidua.interpreters.html.grounds import ground_said, grounds, short_of
from thidua.interpreters.html.markup import Markup, tag
from thidua.interpreters.html.parts import say
from thidua.interpreters.turning import Turn
from thidua.interpreters.wording import capital

Data = Mapping[str, Any]


@frozen
class Nominee:
    """One nominee: its explanation at the level of the report, its forms of commendation, the readings it turns on.

    `awards` and `turns` are `None` where they were not looked into, or are not for those who read the report.
    """

    number: int
    data: Data
    awards: tuple[OpenAward, ...] | None = None
    turns: tuple[Turn, ...] | None = None

    @property
    def is_addressed(self) -> bool:
        """Whether the criteria may still address it; where they do not, no clause is asked of it."""
        guard = addressed(self.data["group"])
        return guard is None or guard["verdict"] not in OUT

    def name(self, language: str) -> str:
        """The name, or the kind with the number of the sheet where the name is withheld."""
        return name(self.data["subject"], self.number, language)

    def decided(self, language: str) -> str:
        """What decides, in a line: which clauses, and of the first by how much it falls short, if that can be told."""
        return self._decided(language, "")

    def reason(self, language: str) -> str:
        """What decides, for those who do not see the grounds: with what was found, where no distance can be told."""
        guard = addressed(self.data["group"])
        if guard is not None and not self.is_addressed:
            return capital("; ".join(dict.fromkeys(ground_said(leaf, language) for leaf in grounds(guard))))
        leaves = (leaf for clause in self._failing() for leaf in grounds(clause))
        return self._decided(language, next((leaf["found"][language] for leaf in leaves), ""))

    def _failing(self) -> list[Data]:
        return [clause for clause in self.data["clauses"] if clause["decisive"] and clause["verdict"] == "not_met"]

    def _decided(self, language: str, found: str) -> str:
        failing = self._failing()
        if self.data["verdict"] != "not_met" or not failing:
            _, decisive, *_ = headline(self.data, language)
            return decisive
        first, *rest = [clause["id"] for clause in failing]
        short = next((short_of(leaf, language) for leaf in grounds(failing[0])), "") or found
        return say(language, "Không đạt ", "Not met: ") + ", ".join([f"{first} ({short})" if short else first, *rest])


def name(subject: Data, number: int, language: str) -> str:
    """The name, or the kind with a number where the name is withheld."""
    return subject["name"] or f"{capital(subject['label'][language])} {number}"


def link(to: str, said: str, place: str | None = None) -> Markup:
    """A link to another place of the page; `place` is the name by which that place leads back here."""
    return tag("a", said, href=f"#{to}", id=place)
