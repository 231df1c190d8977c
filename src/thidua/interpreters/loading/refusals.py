"""What is wrong at one place of a document, in both languages, and the places gathered in their order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeGuard

from thidua.errors import Problem, nearest
from thidua.limits import MOST_PROBLEMS
from thidua.texts import Text

Path = tuple[str | int, ...]
"""The steps from the top of a document to a place in it."""

LIST = Text("danh sách dạng [...]", "a list [...]")
OBJECT = Text("mục dạng {...}", "an object {...}")
TEXT = Text("chuỗi ký tự", "text")
TRUE_OR_FALSE = Text("true hoặc false", "true or false")
WHOLE_NUMBER = Text("số nguyên", "a whole number")
_SHOWN = 60
_LISTED = 12
_COMPARED = 1_000
"""Names whose spelling is compared with a wrong one; a file may hold more, and then none is guessed."""


class Refused(Exception):  # noqa: N818  # never leaves the loader: it is told as a `Problem`
    """Something that cannot stand where it stands."""

    def __init__(self, message: Text, code: str, *, found: str = "", expected: str = "", near: str = "") -> None:
        super().__init__(message.en)
        self.code, self.message = code, message
        self.found, self.expected, self.near = found, expected, near


class Enough(Exception):  # noqa: N818  # never leaves the loader: what was found until then is told
    """More problems than are told, so that looking on would help nobody."""


class Problems:
    """The problems of one document, gathered in any order and told in the order of their places."""

    def __init__(self, base: Path = ()) -> None:
        self._base = base
        self._found: list[tuple[Path, Refused]] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, path: Path, refused: Refused) -> None:
        """One more, at its place; raises `Enough` when it is one too many."""
        self._found.append(((*self._base, *path), refused))
        if len(self._found) > MOST_PROBLEMS:
            raise Enough

    def within(self, path: Path) -> Problems:
        """The same problems, told from a place within the document."""
        inner = Problems((*self._base, *path))
        inner._found = self._found
        return inner

    def told(self, tree: object) -> tuple[Problem, ...]:
        """All of them, in the order in which their places stand in the document."""
        kept = self._found[:MOST_PROBLEMS]
        ordered = sorted(kept, key=lambda found: (_position(tree, found[0]), found[1].code))
        if len(self._found) > MOST_PROBLEMS:
            ordered.append(((), too_many()))
        return tuple(
            Problem(refused.code, json_path(path), refused.message, refused.found, refused.expected, refused.near)
            for path, refused in ordered
        )


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether it is what JSON calls an object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether it is what JSON calls an array."""
    return isinstance(value, list)


def _position(tree: object, path: Path) -> list[int]:
    """Where a place stands; what is missing stands after all that is there."""
    found: list[int] = []
    for step in path:
        if isinstance(step, int):
            found.append(step)
            tree = tree[step] if is_list(tree) else None
        else:
            keys = list(tree) if is_object(tree) else []
            found.append(keys.index(step) if step in keys else len(keys))
            tree = tree.get(step) if is_object(tree) else None
    return found


def json_path(path: Path) -> str:
    """The place as a JSON path.

    >>> json_path(("papers", 2, "proves", 0, "at")), json_path(("a b",))
    ('$.papers[2].proves[0].at', "$['a b']")
    """
    steps = (
        f"[{step}]" if isinstance(step, int) else f".{step}" if step.isidentifier() else f"['{clean(step)}']"
        for step in path
    )
    return "$" + "".join(steps)


def clean(text: str) -> str:
    """Text that can be printed anywhere: what no terminal shows is spelt out, what is long is cut."""
    shown = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text[: _SHOWN + 1])
    return shown if len(text) <= _SHOWN else f"{shown[:_SHOWN]}…"


def shown(value: object) -> str:
    """What was found, short and as it is written in JSON."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return clean(value)
        case int():
            return clean(str(value))
        case list():
            return "[...]"
        case dict():
            return "{...}"
        case _:
            return type(value).__name__


def closest(name: str, known: Iterable[str]) -> str:
    """The known name that was meant: the same but for its letter case, or else the nearest in spelling."""
    listed = list(known)
    same = {folded(each): each for each in listed}
    return same.get(folded(name)) or (nearest(name, listed) if len(listed) <= _COMPARED else "")


def folded(name: str) -> str:
    """A name without what people write differently: letter case, blanks, hyphens."""
    return name.strip().casefold().replace(" ", "_").replace("-", "_")


def wrong_type(value: object, expected: Text, *, hint: Text | None = None, near: str = "") -> Refused:
    """Of another type than asked; nothing is converted in silence."""
    if value is None:
        return incomplete(
            "chưa có giá trị; nếu chưa có giấy tờ thì bỏ hẳn mục này",
            "there is no value; leave it out when no paper tells it",
            expected=expected.en,
        )
    quoted = f"“{clean(value)}”" if isinstance(value, str) else shown(value)
    vi, en = (f"; {hint.vi}", f"; {hint.en}") if hint else ("", "")
    what = ("chuỗi ký tự ", "the text ") if isinstance(value, str) else ("", "")
    return Refused(
        Text(
            f"cần {expected.vi} nhưng đã ghi {what[0]}{quoted}{vi}",
            f"expected {expected.en} but got {what[1]}{quoted}{en}",
        ),
        "wrong_type",
        found=shown(value),
        expected=expected.en,
        near=near,
    )


def incomplete(vi: str, en: str, *, expected: str = "") -> Refused:
    """Something required is not there."""
    return Refused(Text(vi, en), "incomplete", expected=expected)


def misfit(vi: str, en: str, *, found: str = "") -> Refused:
    """Two places of the document that do not fit together."""
    return Refused(Text(vi, en), "cross_reference", found=found)


def unknown(
    what: Text, name: str, known: Iterable[str], *, code: str = "unknown_name", near: str | None = None
) -> Refused:
    """A name that is not known here, with the one that was meant, or else those there are."""
    message = Text(f"không có {what.vi} “{clean(name)}”", f"there is no {what.en} “{clean(name)}”")
    return offering(message, name, known, code=code, near=near)


def offering(
    message: Text, name: str, known: Iterable[str], *, code: str = "unknown_name", near: str | None = None
) -> Refused:
    """What is wrong with a name, and which ones would be right."""
    listed = list(known)
    meant = closest(name, listed) if near is None else near
    there = ", ".join(listed if len(listed) <= _LISTED else [*listed[:_LISTED], "…"])
    vi = f"; có phải là “{meant}”?" if meant else f"; hiện có: {there}" if listed else ""
    en = f"; did you mean “{meant}”?" if meant else f"; there are: {there}" if listed else ""
    told = Text(f"{message.vi}{vi}", f"{message.en}{en}")
    return Refused(told, code, found=clean(name), expected=", ".join(listed[:_COMPARED]), near=meant)


def too_large(vi: str, en: str, most_vi: str, most_en: str = "") -> Refused:
    """More than is read, and how much is."""
    most = f"at most {most_en or most_vi}"
    return Refused(Text(f"{vi}; tối đa {most_vi}", f"{en}; {most}"), "too_large", expected=most)


def too_many() -> Refused:
    """More problems than are told."""
    vi = f"còn lỗi khác; chỉ báo {MOST_PROBLEMS} lỗi đầu tiên, sửa rồi đọc lại"
    en = f"there are more problems; only the first {MOST_PROBLEMS} are told, correct them and read it again"
    return Refused(Text(vi, en), "too_many", expected=f"at most {MOST_PROBLEMS}")


def out_of_place(key: str, vi: str, en: str, *, near: str = "") -> Refused:
    """A key that the format knows, but that does not belong to what is said here."""
    return Refused(Text(vi, en), "unknown_field", found=key, near=near)


def said_of(fact: Any) -> Text:
    """The name of a fact or register with what it is called, so that an officer knows it too."""
    return Text(f"“{fact.name}” ({fact.label.vi})", f"“{fact.name}” ({fact.label.en})")
