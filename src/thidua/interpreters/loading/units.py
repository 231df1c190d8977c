"""Units that ended, in the dossier of their successor: told apart by their codes, and of the successor's kind."""

from __future__ import annotations

from thidua.interpreters.loading.refusals import Path, Problems, Refused, misfit
from thidua.interpreters.loading.shapes import RawSubject, RawSuccession, RawUnit
from thidua.movements import Vocabulary
from thidua.texts import Text


def units_told_apart(raw: RawSuccession, words: Vocabulary | None, problems: Problems) -> None:
    """Refuses a unit that stands twice, one of another kind, and a renaming of anything but one unit."""
    units = raw.units if isinstance(raw.units, list) else []
    missing = raw.missing if isinstance(raw.missing, list) else []
    codes: list[tuple[Path, object]] = []
    for index, unit in enumerate(units):
        who = unit.subject if isinstance(unit, RawUnit) else None
        if isinstance(who, RawSubject):
            codes.append((("units", index, "subject", "code"), who.code))
            _refuse_kind(who, words, problems, ("units", index, "subject", "kind"))
    codes += [(("missing", index), code) for index, code in enumerate(missing)]
    seen: set[object] = set()
    for path, code in codes:
        if isinstance(code, str) and code in seen:
            vi, en = f"đơn vị cũ “{code}” đã có ở trên", f"the former unit “{code}” is there already"
            problems.add(path, misfit(vi, en, found=code))
        seen.add(code)
    if isinstance(raw.units, list) and not units and not missing:
        problems.add(("units",), misfit("chưa có đơn vị cũ nào", "there is no former unit"))
    if raw.renaming is True and (len(units) != 1 or missing):
        vi, en = "đổi tên thì chỉ có một đơn vị cũ, có hồ sơ", "a renaming has one former unit, with its dossier"
        problems.add(("renaming",), misfit(vi, en))


def _refuse_kind(who: RawSubject, words: Vocabulary | None, problems: Problems, path: Path) -> None:
    if words is not None and isinstance(who.kind, str) and who.kind != words.id:
        message = Text(
            f"đơn vị cũ phải là {words.label.vi}", f"a former unit must be of the same kind: {words.label.en}"
        )
        problems.add(path, Refused(message, "wrong_owner", found=who.kind, expected=words.id, near=words.id))
