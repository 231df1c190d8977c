"""By which documents a plan was amended, where its title alone would let it be taken for the plan as published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from thidua.interpreters.wording import joined
from thidua.movements import Plan
from thidua.periods import written
from thidua.texts import Text


def amending(plan: Plan) -> tuple[Text, ...]:
    """The documents that amended the plan, each once, as they are cited."""
    acts = dict.fromkeys(made.by for made in plan.amendments)
    return tuple(Text(act.cite("vi"), act.cite("en")) for act in acts)


def amended_line(documents: list[str], language: str) -> Iterator[str]:
    """One line that names them; none for a plan as published."""
    if documents:
        listed = joined(documents, "và" if language == "vi" else "and", mark="; ")
        yield f"{'Kế hoạch đã được sửa đổi, bổ sung theo' if language == 'vi' else 'The plan is amended by'}: {listed}"


def amended_said(receipt: Mapping[str, Any], language: str) -> Iterator[str]:
    """The same line from a receipt, which names each amendment with its day of effect and its document."""
    acts = dict.fromkeys(_act(line, language) for line in receipt["amendments"])
    yield from amended_line(list(acts), language)


def _act(line: str, language: str) -> str:
    """The document and its day of effect; a line that is written otherwise, as it stands."""
    day, _, made = line.partition(" ")
    act = made.partition(" (")[2].removesuffix(")")
    try:
        since = written(date.fromisoformat(day), language)
    except ValueError:
        return line
    return f"{act} ({'hiệu lực từ' if language == 'vi' else 'in force from'} {since})"
