"""What lint() finds: a fault of a closed list, where it stands, in words of both languages, and how it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, Self

from attrs import frozen

from thidua.displays import Shown, Words
from thidua.errors import expect_each
from thidua.interpreters.comparing.results import Status
from thidua.interpreters.wording import checked_language
from thidua.movements import Plan
from thidua.texts import Text


class Fault(Enum):
    """What can be wrong with a plan though it can be read and run. The list is closed; a code never changes."""

    VACUOUS = Text("ai cũng đạt", "vacuous")
    DEAD = Text("không bao giờ áp dụng", "dead")
    SHADOWED = Text("đã bao hàm trong các tiêu chí khác", "shadowed by others")
    UNSATISFIABLE = Text("không ai đạt được", "unsatisfiable")
    HARDLY_SATISFIABLE = Text("hầu như không ai đạt được", "hardly satisfiable")
    OUTSIDE_ITS_UNIT = Text("ngưỡng nằm ngoài khoảng của đơn vị đo", "a threshold outside its unit")
    NO_SCALE = Text("nội dung phải đánh giá mà thiếu thang mức", "a judged word without a scale")
    NO_CITATION = Text("không dẫn chiếu được", "without citation")
    NO_DIFFERENCE = Text("mọi phương án cho kết quả như nhau", "a reading whose alternatives never differ")
    BEFORE_ITS_DOCUMENT = Text("có hiệu lực trước khi ban hành", "in effect before it was issued")

    @property
    def code(self) -> str:
        """The code, as it stands in data: `"vacuous"`, `"hardly_satisfiable"`."""
        return self.name.lower()


@frozen
class LintFinding:
    """One fault: at a clause, a group or a reading by its id, and of which subjects where not of all.

    `reason` says what was found there. `status` is proved where every world was gone through, tested where the worlds
    that were left could not be made a dossier that shows otherwise, and not decided where the search was given up.
    """

    fault: Fault
    place: str
    reason: Text
    status: Status = Status.PROVED
    about: Text | None = None

    @property
    def code(self) -> str:
        """The code of the fault."""
        return self.fault.code


class LintReport(tuple[LintFinding, ...], Shown):  # noqa: SLOT001  # a tuple has no slots but empty ones
    """The faults of a plan, a tuple of them; it knows what was asked, so that an empty one says more than nothing.

    `reviews` are those at which clauses were asked for faults, `readings` how many readings were tried.
    """

    plan: Plan
    reviews: tuple[Text, ...]
    readings: int

    def __new__(cls, found: Iterable[LintFinding], plan: Plan, reviews: Iterable[Text], readings: int) -> Self:
        """The faults found in a plan."""
        made = super().__new__(cls, found)
        made.plan, made.reviews, made.readings = plan, tuple(reviews), readings
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self), self.plan, self.reviews, self.readings

    def asked(self, language: str = "vi") -> str:
        """What was looked through: how many clauses and readings, at which reviews."""
        clauses, reviews = len(self.plan.clauses), "; ".join(review.in_(language) for review in self.reviews)
        if language == "vi":
            return f"đã soát {clauses} tiêu chí, {self.readings} cách hiểu; kỳ xét: {reviews or 'không có'}"
        return f"looked through: {clauses} clauses, {self.readings} readings; reviews: {reviews or 'none'}"


def report_said(report: LintReport, language: str = "vi") -> str:
    """What was asked of which plan, what was found, and what faults were looked for."""
    checked_language(language)
    sought = "; ".join(fault.value.in_(language) for fault in Fault)
    return "\n".join(
        [
            f"{report.plan.id}: {report.asked(language)}",
            lint_said(report, language),
            f"{'Các lỗi đã tìm' if language == 'vi' else 'Looked for'}: {sought}.",
        ]
    )


def lint_said(result: Iterable[LintFinding], language: str = "vi") -> str:
    """What was found, a line each, in Vietnamese or English."""
    lines = list(_lines(expect_each(result, LintFinding), language))
    return Words("\n".join(lines) or nothing_found(language), language)


def nothing_found(language: str) -> str:
    """What is said of no fault."""
    return "Không thấy lỗi nào." if language == "vi" else "Nothing was found."


def _lines(result: Iterable[LintFinding], language: str) -> Iterator[str]:
    for found in result:
        name, how = (Text(word.value.vi, word.value.en).in_(language) for word in (found.fault, found.status))
        yield f"- {place_said(found, language)}: {name} [{found.code}]. {found.reason.in_(language)} ({how})"


def place_said(found: LintFinding, language: str) -> str:
    """Where it stands, and of which subjects where not of all."""
    return f"{found.place}, {found.about.in_(language)}" if found.about else found.place
