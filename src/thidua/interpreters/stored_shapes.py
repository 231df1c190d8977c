"""The shape of a stored explanation: what each key holds, all checked at once. Unknown keys are passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from thidua.interpreters.levels import LEVELS
from thidua.interpreters.loading.refusals import (
    LIST,
    OBJECT,
    TEXT,
    TRUE_OR_FALSE,
    Path,
    Problems,
    Refused,
    incomplete,
    is_list,
    is_object,
    misfit,
    unknown,
    wrong_type,
)
from thidua.interpreters.loading.structuring import day_of
from thidua.interpreters.loading.trees import BAD
from thidua.texts import Text
from thidua.verdicts import FINALS, VERDICTS

Check = Callable[[Any, Path, Problems], None]
Shape = Mapping[str, Check]
"""What stands under each key; one that may be left out begins with a question mark."""
_FINALS = {VERDICTS[final].id: final for final in FINALS}


def text(value: Any, path: Path, problems: Problems) -> None:
    """Words."""
    if not isinstance(value, str):
        problems.add(path, wrong_type(value, TEXT))


def flag(value: Any, path: Path, problems: Problems) -> None:
    """Yes or no."""
    if not isinstance(value, bool):
        problems.add(path, wrong_type(value, TRUE_OR_FALSE))


def day(value: Any, path: Path, problems: Problems) -> None:
    """A day of the calendar."""
    try:
        day_of(value)
    except Refused as refused:
        problems.add(path, refused)


def anything(_value: Any, _path: Path, _problems: Problems) -> None:
    """Whatever stands there: nothing is read of it."""


def one_of(what: Text, names: Iterable[str]) -> Check:
    """One name of a closed list."""
    known = list(names)

    def check(value: Any, path: Path, problems: Problems) -> None:
        if not isinstance(value, str):
            problems.add(path, wrong_type(value, TEXT))
        elif value not in known:
            problems.add(path, unknown(what, value, known))

    return check


def or_none(check: Check) -> Check:
    """What may also be none."""

    def checked(value: Any, path: Path, problems: Problems) -> None:
        if value is not None:
            check(value, path, problems)

    return checked


def listed(check: Check) -> Check:
    """A list of such."""

    def each(value: Any, path: Path, problems: Problems) -> None:
        if not is_list(value):
            problems.add(path, wrong_type(value, LIST))
            return
        for index, item in enumerate(value):
            _checked(check, item, (*path, index), problems)

    return each


def shaped(shape: Shape) -> Check:
    """An object with these keys."""

    def check(value: Any, path: Path, problems: Problems) -> None:
        if not is_object(value):
            problems.add(path, wrong_type(value, OBJECT))
            return
        for name, of in shape.items():
            key = name.removeprefix("?")
            if key in value:
                _checked(of, value[key], (*path, key), problems)
            elif key == name:
                problems.add((*path, key), incomplete(f"thiếu mục “{key}”", f"the key “{key}” is missing"))

    return check


def _checked(check: Check, value: Any, path: Path, problems: Problems) -> None:
    if value is not BAD:
        check(value, path, problems)


def mask_of(possible: Iterable[str]) -> int:
    """The set of the finals of these names."""
    return sum({_FINALS[name] for name in possible})


def _verdict(value: Any, path: Path, problems: Problems) -> None:
    """A verdict that is the word for what is still possible."""
    if not is_object(value):
        return
    possible, verdict = value.get("possible"), value.get("verdict")
    if not is_list(possible) or any(name not in _FINALS for name in possible if isinstance(name, str)):
        return
    if not possible:
        problems.add((*path, "possible"), incomplete("không còn khả năng nào", "nothing is possible any more"))
    elif all(isinstance(name, str) for name in possible) and VERDICTS[mask_of(possible)].id != verdict:
        vi, en = (
            "kết luận không khớp với các khả năng còn lại",
            "the verdict is not the word for what is still possible",
        )
        problems.add((*path, "verdict"), misfit(vi, en, found=str(verdict)))


def _parts(value: Any, path: Path, problems: Problems) -> None:
    """What combines has as many parts as it combines."""
    if not is_object(value) or value.get("withheld") is True:
        return
    least, most = _PARTS.get(str(value.get("node")), (0, None))
    children = value.get("children", [])
    if is_list(children) and (len(children) < least or (most is not None and len(children) > most)):
        vi, en = "nút này không đủ hoặc thừa nội dung bên dưới", "the node has too few or too many parts"
        problems.add((*path, "children"), misfit(vi, en, found=str(len(children))))


_PARTS = {"Where": (2, 2), "Unless": (2, 2), "Not": (1, 1), "AllOf": (1, None), "AnyOf": (1, None)}


def _labelled(value: Any, path: Path, problems: Problems) -> None:
    """An adopted option has its words."""
    if is_object(value) and value.get("adopted") is not None and value.get("adopted_label", value) is None:
        problems.add((*path, "adopted_label"), wrong_type(None, OBJECT))


def _moments(value: Any, path: Path, problems: Problems) -> None:
    """The surveys of both moments, or of none."""
    if value != {}:
        shaped({"start_of_period": _WORDS, "review": _WORDS})(value, path, problems)


def _both(*checks: Check) -> Check:
    def check(value: Any, path: Path, problems: Problems) -> None:
        for each in checks:
            each(value, path, problems)

    return check


_WORDS = shaped({"vi": text, "en": text})
_VERDICTS: Shape = {
    "verdict": one_of(Text("kết luận", "verdict"), [*_FINALS, "undetermined"]),
    "possible": listed(one_of(Text("kết luận", "verdict"), _FINALS)),
}
_LEVEL = one_of(Text("mức", "level"), LEVELS)
_DOCUMENT = shaped({"number": text, "issued_on": day, "issuer": text, "title": text, "cite": _WORDS})
_END = or_none(anything)
_DISTANCE: Shape = {"low": _END, "high": _END, "unit": text, "text": _WORDS}
_READING: Shape = {
    "id": text, "question": _WORDS, "adopted": or_none(text), "adopted_label": or_none(_WORDS), "because": _WORDS,
    "flagged": flag,
}  # fmt: skip


def _leaf(value: Any, path: Path, problems: Problems) -> None:
    """Where something was found, it is said why."""
    if is_object(value) and "found" in value:
        shaped(_LEAF)(value, path, problems)


def _node(value: Any, path: Path, problems: Problems) -> None:
    _both(shaped(_NODE), _leaf, _verdict, _parts)(value, path, problems)


_LEAF: Shape = {
    "reasons": listed(text), "missing": listed(_WORDS), "sensitivity": _LEVEL, "withheld": flag,
    "cautions": listed(anything), "?papers": listed(_DOCUMENT), "?evidence": listed(shaped({})),
    "?threshold": or_none(shaped({**_DISTANCE, "exclusive": flag})),
    "?margin": or_none(shaped({**_DISTANCE, "side": text})),
}  # fmt: skip
_NODE: Shape = {
    "path": text, "node": text, **_VERDICTS, "decisive": flag, "required": _WORDS, "?found": _WORDS,
    "?children": listed(_node),
}  # fmt: skip
_ITEM: Shape = {"id": text, "text": _WORDS, "citation": _WORDS, "readings": listed(_both(shaped(_READING), _labelled))}
_RECEIPT: Shape = {
    "library": text, "plan": text, "plan_digest": text, "amendments": listed(text), "dossier_digest": or_none(text),
    "dossier_holds": or_none(_LEVEL), "on": day, "review": text, "level": _LEVEL, "sections": listed(text),
    "body_digest": text,
}  # fmt: skip
_CAUTION: Shape = {
    "code": text, "text": _WORDS, "sensitivity": _LEVEL, "withheld": flag, "about": _WORDS, "?detail": _WORDS,
    "?papers": listed(_DOCUMENT),
}  # fmt: skip
EXPLANATION: Check = _both(
    shaped(
        {
            "format": text,
            "receipt": shaped(_RECEIPT),
            "subject": shaped(
                {"kind": text, "label": _WORDS, "personal": flag, "code": or_none(text), "name": or_none(text)}
            ),
            "on": day,
            "review": shaped({"id": text, "label": _WORDS}),
            "cut_off": day,
            "moments": _moments,
            **_VERDICTS,
            "word": _WORDS,
            "awaits_only_judgement": flag,
            "group": _both(shaped(_ITEM), _node),
            "clauses": listed(
                _both(shaped({**_ITEM, "corrected": text, "awaits_only_judgement": flag}), _node),
            ),
            "cautions": listed(shaped(_CAUTION)),
            "?sections": shaped({}),
        }
    ),
    _verdict,
)
"""What a stored explanation must be for this library to render it, lower it and read it back."""
