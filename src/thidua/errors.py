"""One class per way of failing; each is also the builtin that a caller would guess.

Errors speak to programmers: what was given, what was expected, the nearest right spelling, what to do next.
Findings speak to officers, and live elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import TypeVar

from attrs import field, frozen

from thidua.texts import Text

T = TypeVar("T")


class ThiduaError(Exception):
    """The root of every error this library raises on purpose."""


class FloatRefusedError(ThiduaError, TypeError):
    """A float came where exactness matters; write the number as text or as an integer."""


class NotAQuantityError(ThiduaError, TypeError):
    """Something that is no exact quantity came where one is compared."""


class NotAPredicateError(ThiduaError, TypeError):
    """Something that is no predicate came where predicates are combined or chosen."""


class NoTruthValueError(ThiduaError, TypeError):
    """`bool()` of a verdict or a predicate; compare it, or combine with `&`, `|`, `~`."""


class NoOrderError(ThiduaError, TypeError):
    """`<`, `<=`, `>`, `>=` between predicates; say what is meant with a verb."""


class EmptyCombinationError(ThiduaError, ValueError):
    """A combinator without children has no meaning in the law."""


class CountOutOfRangeError(ThiduaError, ValueError):
    """`at_least(k, …)` with k outside 1…n."""


class AmbiguousCountError(ThiduaError, TypeError):
    """`at_least` over children that may not apply, without saying what fewer applicable ones mean."""


class NothingMissingError(ThiduaError, ValueError):
    """A letter that asks for papers was wanted where none could change the verdict."""


class WrongOwnerError(ThiduaError, TypeError):
    """A fact of one kind of subject or record used for another."""


class WrongUnitError(ThiduaError, TypeError):
    """Two quantities of different units in one sum or comparison."""


class WrongValueError(ThiduaError, ValueError):
    """A value that the fact cannot take: a negative count, an option outside its list, a wrong type."""


class MisplacedError(ThiduaError, ValueError):
    """A node where it may not stand, such as `unless` below the root of a group."""


class UnknownNameError(ThiduaError, LookupError):
    """A name that the plan does not know; the message offers the nearest one."""


class DuplicateNameError(ThiduaError, ValueError):
    """One name given twice where each may stand once."""


class InvalidPlanError(ThiduaError, ValueError):
    """A plan whose parts do not fit: names given twice, facts it does not know, readings of two values; all at once."""


class IncompleteError(ThiduaError, ValueError):
    """Something required is not there: a judgement without a body, a record without its key or day."""


class NoReviewError(ThiduaError, LookupError):
    """No review of the plan holds the day of assessment, and none was named."""


class NotInForceError(ThiduaError, LookupError):
    """A plan was asked about a day before it took effect, or of several editions none is in force on a day."""


class DisagreementError(ThiduaError, ValueError):
    """A table and `assess` disagree about one subject: an error of this library, which must be reported."""


class BadDateError(ThiduaError, ValueError):
    """A day that is not ISO, or not a day of the calendar."""


class InvalidAmendmentError(ThiduaError, ValueError):
    """Amendments that cannot be made: every problem, one a line, with its target and its document."""

    def __init__(self, plan: str, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        head = f"plan {plan} cannot be amended so: {count} problem{'s' if count != 1 else ''}"
        super().__init__("\n".join([head, *(f"  {problem}" for problem in self.problems)]))


@frozen
class Problem:
    """One thing wrong with a document, fit to be shown beside the field it concerns.

    `path` is a JSON path (`$.papers[2].proves[0].at`); `code` belongs to the closed list of `CODES`.
    """

    code: str
    path: str
    message: Text
    found: str = ""
    expected: str = ""
    nearest: str = ""

    def line(self, language: str = "en") -> str:
        """One line: the message, then its place."""
        return f"{self.message.in_(language)} @ {self.path}"


CODES: Mapping[str, Text] = MappingProxyType(
    {
        "ambiguous": Text("ô có thể đọc theo hai cách", "a cell that can be read in two ways"),
        "bad_date": Text("ngày không có trên lịch hoặc viết sai dạng", "no day of the calendar, or not written as one"),
        "cross_reference": Text("hai chỗ không khớp nhau", "two places that do not fit together"),
        "duplicate": Text("ghi hai lần", "given twice"),
        "float": Text("số không nguyên", "a number that is not whole"),
        "formula": Text("ô là công thức, hoặc lỗi của công thức", "a cell that is a formula, or the error of one"),
        "hidden": Text("trang, dòng hoặc cột bị ẩn nhưng có số liệu", "a sheet, row or column hidden but not empty"),
        "incomplete": Text("thiếu hoặc để trống mục bắt buộc", "something required is not there, or empty"),
        "merged": Text("ô gộp", "merged cells"),
        "not_json": Text("không phải JSON, hoặc không đọc được thành chữ", "no JSON, or no text"),
        "out_of_range": Text("giá trị ngoài khoảng cho phép", "a value that the fact cannot have"),
        "too_deep": Text("lồng nhau quá sâu", "lists and objects too deep in one another"),
        "too_large": Text("lớn hơn mức được đọc", "larger than is read"),
        "too_many": Text("còn lỗi khác chưa báo", "more problems than are told"),
        "unknown_field": Text(
            "mục hoặc cột không có trong mẫu", "a key or a column that the format does not know here"
        ),
        "unknown_name": Text("tên không có trong kế hoạch", "a name that the plan does not know"),
        "unreadable": Text("tệp không đọc được", "a file that cannot be read"),
        "wrong_owner": Text("thông tin của loại đối tượng khác", "a fact of another kind of subject"),
        "wrong_type": Text("sai kiểu giá trị", "text for a number, a number for text, and the like"),
        "wrong_unit": Text("sai đơn vị", "a value in the unit of something else"),
    }
)
"""Every code a `Problem` can carry, and what it says of a document; new ones may be added, none is ever reused."""


def _listed(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(problems)


@frozen
class InvalidDocumentError(ThiduaError, ValueError):
    """A document with problems: all of them, in the order of their places."""

    problems: tuple[Problem, ...] = field(converter=_listed)
    source: str = ""

    def __str__(self) -> str:
        return self.report("en")

    def report(self, language: str = "en") -> str:
        """Every problem on a line of its own, after the name of the file."""
        head = f"{self.source}: " if self.source else ""
        count = len(self.problems)
        title = f"{head}{count} lỗi" if language == "vi" else f"{head}{count} problem{'s' if count != 1 else ''}"
        return "\n".join([title, *(f"  {problem.line(language)}" for problem in self.problems)])


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name closest to `name`, or nothing when none is close.

    >>> nearest("poor_housholds", ["area", "poor_households"])
    'poor_households'
    """
    close = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def did_you_mean(name: object, known: Iterable[str]) -> str:
    """The tail of an error message: the nearest name when there is one, else the names there are.

    What is no text is near to none.

    >>> did_you_mean("arae", ["area"])
    "; did you mean 'area'?"
    """
    listed = sorted(known)
    close = nearest(name, listed) if isinstance(name, str) else ""
    return f"; did you mean {close!r}?" if close else f"; there are: {', '.join(listed)}"


def expect(given: object, kind: type[object]) -> None:
    """The door of a call that takes one kind of thing, a plan say: `WrongValueError` for anything else.

    >>> expect("III.2.2", Text)
    Traceback (most recent call last):
        ...
    thidua.errors.WrongValueError: expected a Text but got the text 'III.2.2'
    """
    if not isinstance(given, kind):
        its_own = f"; give its .{kind.__name__.lower()}" if _holds_one(given, kind) else ""
        msg = f"expected {_a(kind)} but got {handed(given)}{its_own}"
        raise WrongValueError(msg)


def expect_each(given: Iterable[T], kind: type[object]) -> tuple[T, ...]:
    """The door of a call that takes several of a kind: all of them, or `WrongValueError` for anything else.

    >>> expect_each(Text("xã", "commune"), Text)
    Traceback (most recent call last):
        ...
    thidua.errors.WrongValueError: expected Texts in a list but got a Text
    """
    several: object = given
    if not isinstance(several, Iterable):
        msg = f"expected {kind.__name__}s in a list but got {handed(several)}"
        raise WrongValueError(msg)
    found = tuple(given)
    for each in found:
        expect(each, kind)
    return found


def handed(given: object) -> str:
    """What was handed in, in a few words.

    >>> handed("III.2.2"), handed(Text), handed(None)
    ("the text 'III.2.2'", 'the class Text', 'nothing')
    """
    match given:
        case None:
            return "nothing"
        case str():
            return f"the text {given[:40]!r}"
        case type():
            return f"the class {given.__name__}"
        case _:
            return _a(type(given))


def _holds_one(given: object, kind: type[object]) -> bool:
    """Whether what was handed in has one of that kind, under the name of the kind: an assessment its plan."""
    return not isinstance(given, type) and isinstance(getattr(given, kind.__name__.lower(), None), kind)


def _a(kind: type[object]) -> str:
    return f"{'an' if kind.__name__[0] in 'AEIOUaeiou' else 'a'} {kind.__name__}"
