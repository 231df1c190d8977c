"""What would turn not met into met, on a nominee's sheet; where nothing can, why not, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from thidua.interpreters.html.grounds import grounds
from thidua.interpreters.html.parts import say
from thidua.interpreters.remedying.data import lost_in, remedied_said
from thidua.interpreters.wording import capital

Data = Mapping[str, Any]


def helping(data: Data, language: str) -> Iterator[str]:
    """The ways that the section `remedies` tells, line by line; nothing for what is not found not met."""
    told = data.get("sections", {}).get("remedies")
    if told is None or data["verdict"] != "not_met":
        return
    group = told["group"]
    if group["remedies"]:
        yield from (capital(line.strip().removeprefix("- ")) for line in remedied_said(group, language))
    elif group["lost"]:
        yield _lost_head(group["lost"], language)
        yield from _lost(data, [each for each in told["clauses"] if each["lost"]] or [group], language)


def _lost_head(lost: Sequence[Data], language: str) -> str:
    if any(each["code"] == "judged" for each in lost):
        return say(
            language, "Không tự khắc phục được nếu không được đánh giá lại:", "Without a new judgement nothing helps:"
        )
    return say(language, "Không còn cách nào trong kỳ xét này:", "Nothing can help at this review any more:")


def _lost(data: Data, answers: Sequence[Data], language: str) -> Iterator[str]:
    """Why nothing helps, each reason once with the clauses it stands for; what was found stands above already."""
    items = [data["group"], *data["clauses"]]
    told = {capital(leaf["found"][language]) for item in items for leaf in grounds(item)} - {""}
    places: dict[str, list[str]] = {}
    for answer in answers:
        for lost in answer["lost"]:
            text = lost_in(lost, language)
            found = max((each for each in told if capital(text).startswith(f"{each}; ")), key=len, default=None)
            places.setdefault(text if found is None else text[len(found) + 2 :], []).append(answer["place"])
    for reason, where in places.items():
        yield f"{', '.join(dict.fromkeys(where))}: {reason}."
