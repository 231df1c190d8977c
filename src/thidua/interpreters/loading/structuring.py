"""A tree structured by cattrs in the shapes of the format: strictly, and all mistakes of shape at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, partial
from operator import eq
from typing import TYPE_CHECKING, Any

from attrs import fields, has

from thidua.errors import BadDateError
from thidua.interpreters.loading.refusals import (
    LIST,
    OBJECT,
    TEXT,
    TRUE_OR_FALSE,
    WHOLE_NUMBER,
    Path,
    Problems,
    Refused,
    clean,
    closest,
    incomplete,
    is_list,
    is_object,
    shown,
    unknown,
    wrong_type,
)
from thidua.interpreters.loading.shapes import (
    Day,
    RawComplete,
    RawDocument,
    RawDossier,
    RawEntry,
    RawJudgement,
    RawPaper,
    RawSaid,
    RawSubject,
    RawSuccession,
    RawUnit,
    RawValue,
    Whole,
    Words,
)
from thidua.interpreters.loading.trees import BAD, Bad
from thidua.limits import MOST_PROBLEMS
from thidua.periods import day_first, iso_day
from thidua.texts import Text

if TYPE_CHECKING:
    from cattrs import Converter

_KEY = Text("mục", "key")
_SAID = {attribute.name for shape in (RawValue, RawJudgement, RawEntry, RawComplete) for attribute in fields(shape)}
_DAY = Text("ngày, dạng năm-tháng-ngày", "a day, as year-month-day")


class _Missing(Refused):
    """A key that is not there; nothing is said of it where a misspelt one was meant for it."""


def shaped(tree: Any, problems: Problems) -> RawDossier | Bad:
    """The tree in the shapes of the format; what is of another shape becomes `BAD`, and everything else is kept."""
    from cattrs import BaseValidationError  # noqa: PLC0415  # dear to import: only to read or write a file

    if tree is BAD:
        return Bad.BAD
    try:
        return converter().structure(tree, RawDossier)
    except BaseValidationError as error:
        found = _refused(error, ())
    for path, refused in found:
        problems.add(path, refused)
    return converter(strict=False).structure(_without(tree, found), RawDossier)


def _refused(error: Exception, path: Path) -> list[tuple[Path, Refused]]:
    """What was refused, each at its place: cattrs notes the step into an attribute or an element."""
    from cattrs import BaseValidationError, ForbiddenExtraKeysError  # noqa: PLC0415  # as above

    match error:
        case Refused():
            return [(path, error)]
        case BaseValidationError(exceptions=inner):
            found: list[tuple[Path, Refused]] = []
            kept = 0
            for below in inner:
                more = _refused(below, (*path, *_step(below)))
                found.extend(more)
                taken_back = not isinstance(below, BaseValidationError)  # a key missed here may be a misspelt one
                kept += sum(not (taken_back and isinstance(refused, _Missing)) for _, refused in more)
                if kept > MOST_PROBLEMS:  # one more is never told
                    break
            meant = {(*at[:-1], refused.near) for at, refused in found if refused.code == "unknown_field"}
            return [(at, refused) for at, refused in found if not isinstance(refused, _Missing) or at not in meant]
        case ForbiddenExtraKeysError(cl=shape, extra_fields=keys):
            known = [attribute.name for attribute in fields(shape)]
            strange = sorted(keys)[: MOST_PROBLEMS + 1]
            return [((*path, key), unknown(_KEY, key, known, code="unknown_field")) for key in strange]
        case _:  # cattrs looks every required key up, and lets the KeyError stand
            message = Text(f"thiếu mục “{path[-1]}”", f"the key “{path[-1]}” is missing")
            return [(path, _Missing(message, "incomplete"))]


def _step(error: Exception) -> tuple[str | int, ...]:
    notes = getattr(error, "__notes__", ())
    return tuple(getattr(note, "name", getattr(note, "index", "")) for note in notes)[:1]


def _without(tree: Any, found: list[tuple[Path, Refused]]) -> Any:
    """A copy of the tree in which what was refused is `BAD`, and so is what a misspelt key was meant for."""
    copy = _copied(tree)
    for path, refused in found:
        inside = copy
        for step in path[:-1]:
            inside = inside[step]
        if refused.code != "unknown_field":
            inside[path[-1]] = BAD
        elif refused.near:
            inside.setdefault(refused.near, BAD)
    return copy


def _copied(value: Any) -> Any:
    if is_object(value):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if is_list(value) else value


@lru_cache(maxsize=2)
def converter(*, strict: bool = True) -> Converter:
    """The converter of the format, both ways: no value changes its type, and when strict no key is passed over."""
    from cattrs import Converter  # noqa: PLC0415  # as above
    from cattrs.gen import make_dict_structure_fn  # noqa: PLC0415  # as above

    made = Converter()

    def shape(kind: Any) -> Callable[[Any, Any], Any]:
        structure = make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=strict)

        def strictly(value: Any, as_kind: Any) -> Any:
            if not is_object(value):
                raise wrong_type(value, OBJECT)
            return structure(value, as_kind)

        return strictly

    def data(kind: Any) -> Callable[[Any], Any]:
        names = [attribute.name for attribute in fields(kind)]

        def in_order(value: Any) -> dict[str, Any]:
            return {name: made.unstructure(held) for name in names if (held := getattr(value, name)) is not None}

        return in_order

    def listed(of: Any) -> Callable[[Any, Any], Any]:
        def items(value: Any, _: Any) -> Any:
            if value is BAD:
                return value
            if not is_list(value):
                raise wrong_type(value, LIST)
            return made.structure(value, list[of])

        return items

    def one(of: Any) -> Callable[[Any, Any], Any]:
        return lambda value, _: value if value is BAD else made.structure(value, of)

    document = _or_none(one(RawDocument))

    def corrected(value: Any, _: Any) -> Any:
        return value if isinstance(value, str) else document(value, _)

    hooks: list[tuple[Any, Callable[[Any, Any], Any]]] = [
        (Words, _words), (Words | None, _or_none(_words)), (Day, _day), (Day | None, _or_none(_day)), (Whole, _whole),
        (bool | Bad | None, _or_none(_flag)), (Mapping[str, Any] | Bad, _object),
        (RawSubject | Bad, one(RawSubject)), (RawPaper | Bad, one(RawPaper)), (RawUnit | Bad, one(RawUnit)),
        (RawDocument | Bad, one(RawDocument)), (RawDocument | Bad | None, document),
        (RawSuccession | Bad | None, _or_none(one(RawSuccession))), (str | RawDocument | Bad | None, corrected),
        (RawSaid | Bad, lambda value, _: value if value is BAD else made.structure(value, _said(value))),
        (list[RawPaper | Bad] | Bad, listed(RawPaper | Bad)), (list[RawSaid | Bad] | Bad, listed(RawSaid | Bad)),
        (list[RawUnit | Bad] | Bad, listed(RawUnit | Bad)), (list[Words] | Bad | None, _or_none(listed(Words))),
    ]  # fmt: skip
    made.register_structure_hook_factory(has, shape)
    made.register_unstructure_hook_factory(has, data)
    made.register_unstructure_hook(date, date.isoformat)
    for kind, hook in hooks:
        made.register_structure_hook_func(partial(eq, kind), hook)
    return made


def _said(value: Any) -> type[RawSaid]:
    """Which of the four things a paper can say, told by its keys, misspelt ones included."""
    if not is_object(value):
        raise wrong_type(value, OBJECT)
    keys = {key if key in _SAID else closest(key, _SAID) for key in value}
    if not keys & {"fact", "register"}:
        vi, en = "phải ghi “fact” (thông tin) hoặc “register” (sổ)", "a fact or a register must be named"
        raise incomplete(vi, en, expected="fact, register")
    if "register" in keys:
        return RawComplete if "complete" in keys or "through" in keys else RawEntry
    return RawJudgement if "value" not in keys and keys & {"judged", "by", "on", "reason"} else RawValue


_YEARS = range(1_000, 10_000)
"""A number that stands for words: a survey is named by its year."""


def _words(value: Any, _: Any) -> Any:
    if isinstance(value, str | Bad):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        given = shown(value)
        hint = Text(f'ghi trong dấu ngoặc kép: "{given}"', f'write it in quotation marks: "{given}"')
        raise wrong_type(value, TEXT, hint=hint, near=given if value in _YEARS else "")
    raise wrong_type(value, TEXT)


def _whole(value: Any, _: Any) -> Any:
    if value is BAD or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise wrong_type(value, WHOLE_NUMBER)


def _flag(value: Any, _: Any) -> Any:
    if isinstance(value, bool | Bad):
        return value
    raise wrong_type(value, TRUE_OR_FALSE)


def _object(value: Any, _: Any) -> Any:
    if value is BAD or is_object(value):
        return value
    raise wrong_type(value, OBJECT)


def _day(value: Any, _: Any) -> Any:
    return value if value is BAD else day_of(value)


def _or_none(hook: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda value, kind: None if value is None else hook(value, kind)


def day_of(value: Any) -> date:
    """A day written as ISO; one written day first is refused with the way it should be written."""
    if not isinstance(value, str):
        raise wrong_type(value, _DAY)
    try:
        return iso_day(value)
    except BadDateError:
        pass
    try:
        meant = day_first(value).isoformat()
    except BadDateError:
        meant = ""
    vi, en = ("ghi", "write") if meant else ("ví dụ", "such as")
    example = meant or "2022-10-07"
    message = Text(
        f"ngày phải theo dạng năm-tháng-ngày và có trên lịch; đã ghi “{clean(value)}”; {vi} {example}",
        f"a day is written year-month-day and is on the calendar; got “{clean(value)}”; {en} {example}",
    )
    raise Refused(message, "bad_date", found=shown(value), expected="YYYY-MM-DD", near=meant)
