"""How a number was built from those of former units, in words: the parts beside the sum, unit by unit."""

from __future__ import annotations

from thidua.interpreters.wording import bounds
from thidua.knowledge import Known
from thidua.quantities import Unit
from thidua.texts import Text

_SINCE = Text("từ khi kế thừa", "since it took over")
_UNKNOWN = Text("chưa có giấy tờ", "nothing on file")


def built_said(known: Known | None, unit: Unit, language: str) -> str:
    """The parts of a sum, with a space before them; nothing for a number that is no sum over units."""
    if known is None or not known.built:
        return ""
    told = (
        f"{name or _SINCE.in_(language)}: "
        + (_UNKNOWN.in_(language) if part is None else bounds(part.low, part.high, unit, language))
        for name, part in known.built
    )
    return f" [{'; '.join(told)}]"
