"""What is publicly known of another place's plan: each statement with how sure it is, and what stays unknown.

Such a plan is a plan of its own, never an amendment of ours: an amendment would keep the clauses of Quỳnh Nhai, and
nobody has reported those places to have them.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import frozen

from thidua.clauses import Clause, Criteria
from thidua.facts import dated_rate
from thidua.movements import Plan, Review, Vocabulary
from thidua.nodes import Reading, ReadingKind
from thidua.periods import Period, Survey
from thidua.provisions import Provision, Role
from thidua.readings import by_reading, reading
from thidua.subjects import Subject
from thidua.texts import Text


class Certainty(Enum):
    """How sure a statement about a plan is."""

    SEEN = Text("đã thấy trong văn bản", "seen in the instrument")
    REPORTED = Text("theo nguồn đã đăng, chưa đối chiếu nguyên văn", "reported; not compared with the instrument")
    UNKNOWN = Text("chưa biết", "not known")
    ASSUMED = Text("thidua giả định để tính được", "assumed by thidua, so that something can be computed")


SUMMARIES = Text("tóm lược trên báo chí, cổng thông tin điện tử", "summaries in the press and on portals")
"""All that was at hand of these plans; nobody here has read the instruments."""


@frozen(cache_hash=True)
class Statement:
    """Something said of a plan, how sure it is, and where it comes from."""

    what: Text
    certainty: Certainty
    source: Text | None = None


CRITERION_OR_AIM = Statement(
    Text(
        "con số đó là tiêu chí khen thưởng hay chỉ là mục tiêu, và hỏi cấp nào",
        "whether the number is a criterion or only an aim, and which level is asked",
    ),
    Certainty.UNKNOWN,
)
ITS_WORDS = Statement(
    Text("nguyên văn và mọi tiêu chí khác", "its words, and every other criterion"), Certainty.UNKNOWN
)


@frozen(cache_hash=True)
class ReportedPlan:
    """The little of a place's plan that is known: what can be computed, and what is and is not known of it."""

    plan: Plan
    statements: tuple[Statement, ...]

    def known(self, language: str = "vi") -> str:
        """Every statement with its certainty and its source, one a line."""
        lines = [self.plan.title.in_(language)]
        for each in self.statements:
            source = f" ({each.source.in_(language)})" if each.source else ""
            lines.append(f"- {each.what.in_(language)} [{each.certainty.value.in_(language)}]{source}")
        return "\n".join(lines)


class Locality(Subject):
    """A province, district or commune; which of them is asked, was not reported."""


poor_rate = dated_rate(
    Locality,
    "poor_rate",
    Text("tỷ lệ hộ nghèo đa chiều", "the multidimensional poverty rate"),
    proof=Text("quyết định phê duyệt kết quả rà soát hằng năm", "the decision approving the yearly survey"),
)
WORDS = Vocabulary(Locality, "locality", Text("địa phương", "locality"), (poor_rate.fact,))


def survey(year: int) -> Survey:
    """The survey of the end of a year; the day of its approval is assumed."""
    label = Text(f"rà soát cuối năm {year}", f"the survey of end-{year}")
    return Survey(str(year), label, approved_on=date(year + 1, 1, 31))


def reported_plan(
    name: str, title: Text, issuer: Text, period: Period, clause: Clause[Locality], *, start: Survey, end: Survey,
    readings: tuple[Reading, ...], statements: tuple[Statement, ...],
) -> ReportedPlan:  # fmt: skip
    """A plan of one clause, looked at after the survey of its end."""
    between = reading(
        "R-01",
        ReadingKind.MOMENT,
        Text("So sánh kết quả rà soát nào với nhau?", "Which surveys are compared?"),
        options={"ends_of_years": Text(f"{start.label.vi} và {end.label.vi}", f"{start.label.en} and {end.label.en}")},
        adopted="ends_of_years",
        because=Text("chưa biết văn bản nói gì", "what the instrument says is not known"),
        acts=Text("ở hai kỳ rà soát của kỳ xét", "in the two surveys of the review"),
    )
    review = Review(
        "after-the-survey",
        Text("đối chiếu sau kỳ rà soát cuối kỳ", "a look after the last survey"),
        window=Period(end.approved_on, date(end.approved_on.year, 12, 31)),
        cut_off=date(end.approved_on.year, 12, 31),
        start=by_reading(between, {"ends_of_years": start}),
        end=by_reading(between, {"ends_of_years": end}),
        counts_from=by_reading(between, {"ends_of_years": period.first}),
    )
    heading = Provision("reported", Role.HEADING, text="Nội dung được đưa tin", en="What is reported")
    criteria = Criteria(heading, Locality, (clause,), requires=clause.is_met())
    plan = Plan(
        name, title, issuer, period, (criteria,), (WORDS,), (*readings, between), (start, end), (review,)
    )  # fmt: skip
    return ReportedPlan(plan, statements)
