"""awards_open(): for which forms a subject may be proposed at a review, by whom and to whom.

It never says that anyone wins: “tiêu biểu, xuất sắc” is the Council's to judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from thidua.awards import AwardForm, Decider, Route
from thidua.displays import Shown
from thidua.errors import expect
from thidua.findings import Assessment, Finding, open_leaves
from thidua.interpreters.arguments import check_assessment
from thidua.interpreters.assess import judge
from thidua.interpreters.decisive import deciding, deciding_clauses
from thidua.interpreters.describe import describe
from thidua.interpreters.found import found
from thidua.interpreters.levels import LEVELS, WITHHELD, checked_level, is_shown, sensitivity_of_leaf
from thidua.interpreters.voice import Voice
from thidua.interpreters.wording import in_both
from thidua.movements import Plan
from thidua.nodes import IsOneOf, JudgedAtLeast
from thidua.subjects import Subject
from thidua.texts import Text
from thidua.verdicts import VERDICTS, F, N, Verdict, all_final, lift


@frozen
class OpenAward(Shown):
    """One form at one review: whether the subject may be proposed, and by what route.

    Met: it may be proposed. Undetermined: a criterion or a guard is still open. Not applicable: the criteria do not
    address the subject.
    """

    form: AwardForm
    route: Route
    verdict: Verdict
    guards: Finding
    decided_by: Decider | None
    criteria: Verdict
    clauses: tuple[str, ...]
    """The clauses that keep the criteria from being met."""

    @property
    def questions(self) -> tuple[Text, ...]:
        """What is still to be answered on paper before the form is open, as noun phrases."""
        if self.verdict.is_definite:
            return ()
        return tuple(dict.fromkeys(_asked(leaf) for leaf in open_leaves(self.guards)))

    @property
    def obstacles(self) -> tuple[Text, ...]:
        """What the papers say against it."""
        if self.guards.mask != F:
            return ()
        return tuple(dict.fromkeys(map(_against, _failing(self.guards))))

    def said(self, language: str = "vi", level: str = "dossier") -> str:
        """The form, whether it is open, who proposes to whom, what is still asked; obstacles as the level allows."""
        notes = (f"  {line}" for line in note_lines([self], language))
        return "\n".join([*award_lines(self, self.questions, language, checked_level(level)), *notes])


class OpenAwards(tuple[OpenAward, ...], Shown):
    """The forms that a plan opens to a subject, a tuple of them; shown together, with what they all ask put once."""

    __slots__ = ()


def awards_said(awards: Sequence[OpenAward], language: str = "vi", level: str = "dossier") -> str:
    """The forms open at a review, the questions they share once before them; obstacles as the level allows.

    Last comes what is to be known of the law they rest on, such as what of it was not read.
    """
    return "\n".join(awards_lines(awards, language, checked_level(level)))


def awards_lines(awards: Sequence[OpenAward], language: str, level: str) -> list[str]:
    """The lines of it."""
    if not awards:
        return ["Kế hoạch không mở hình thức nào." if language == "vi" else "The plan opens no form."]
    shared = shared_questions(awards)
    lines: list[str] = []
    if shared:
        lines.append(f"{FOR_EVERY_FORM.in_(language)}: {'; '.join(question.in_(language) for question in shared)}.")
    for award in awards:
        own = tuple(question for question in award.questions if question not in shared)
        lines.extend(award_lines(award, own, language, level))
    return [*lines, *note_lines(awards, language)]


def note_lines(awards: Sequence[OpenAward], language: str) -> list[str]:
    """What is to be known of the routes to forms that address the subject, each note once."""
    notes = dict.fromkeys(award.route.note for award in awards if award.verdict.id != "not_applicable")
    return [f"{NOTE.in_(language)}: {note.in_(language)}" for note in notes if note is not None]


def shared_questions(awards: Sequence[OpenAward]) -> list[Text]:
    """What several forms all ask."""
    if len(awards) < 2:  # noqa: PLR2004  # one shares nothing
        return []
    return [question for question in awards[0].questions if all(question in award.questions for award in awards)]


def award_word(award: OpenAward) -> Text:
    """Whether it may be proposed, in words."""
    return AWARD_WORDS[award.verdict.id]


def award_lines(award: OpenAward, questions: tuple[Text, ...], language: str, level: str) -> Iterator[str]:
    """The lines on one form, with such of its questions as are not told elsewhere."""
    vi = language == "vi"
    yield f"{award.form.label.in_(language)}: {award_word(award).in_(language)}"
    if award.verdict.id in ("met", "undetermined"):
        by, to = award.route.proposed_by.in_(language), award.route.proposed_to.in_(language)
        yield f"  nơi đề nghị: {by}; gửi: {to}" if vi else f"  proposed by {by}, to {to}"
        dossier = award.route.dossier_by.in_(language)
        yield f"  hồ sơ do {dossier} hoàn thiện" if vi else f"  the dossier is completed by {dossier}"
        if award.decided_by is not None:
            who = award.decided_by.who.in_(language)
            reported = (" (theo nguồn đã đăng)" if vi else " (as reported)") if award.decided_by.reported else ""
            yield f"  thẩm quyền quyết định: {who}{reported}" if vi else f"  decided by {who}{reported}"
    if award.clauses and not award.route.special:
        listed = ", ".join(award.clauses)
        if award.criteria.is_definite:
            yield f"  không đạt tiêu chí: {listed}" if vi else f"  criteria not met: {listed}"
        else:
            yield f"  chưa kết luận được tiêu chí: {listed}" if vi else f"  criteria still open: {listed}"
    if questions:
        listed = "; ".join(question.in_(language) for question in questions)
        yield f"  cần làm rõ: {listed}" if vi else f"  to be answered: {listed}"
    if award.obstacles:
        listed = "; ".join(obstacle.in_(language) for obstacle in obstacles_at(award, level))
        yield f"  vướng mắc: {listed}" if vi else f"  against it: {listed}"


def _asked(leaf: Finding) -> Text:
    if isinstance(leaf.node, IsOneOf | JudgedAtLeast):
        return leaf.node.fact.label
    return in_both(lambda language: describe(leaf.node, language))


def _failing(finding: Finding) -> Iterator[Finding]:
    """The leaves that stand against a form."""
    parts = list(zip(finding.parts, deciding(finding), strict=True))
    if not parts:
        yield finding
    for part, decides in parts:
        if decides:
            yield from _failing(part)


def obstacles_at(award: OpenAward, level: str) -> tuple[Text, ...]:
    """What the papers say against a form, as far as it may be read at a level."""
    failing = [(leaf, sensitivity_of_leaf(leaf.node, LEVELS[0])) for leaf in _failing(award.guards)]
    told = (_against(leaf) if is_shown(sensitivity, level) else WITHHELD for leaf, sensitivity in failing)
    return tuple(dict.fromkeys(told))


def _against(leaf: Finding) -> Text:
    """What was found at a leaf, after what was asked where the finding alone would not tell it."""

    def said(language: str) -> str:
        was, asked = found(leaf, Voice(language, {})), describe(leaf.node, language)
        if isinstance(leaf.node, IsOneOf) or not was:
            return was or asked
        return f"không đạt yêu cầu {asked} ({was})" if language == "vi" else f"not so: {asked} ({was})"

    return in_both(said)


NOTE = Text("Lưu ý", "Note")
FOR_EVERY_FORM = Text("Cần làm rõ cho mọi hình thức", "To be answered for every form")
AWARD_WORDS = {
    "met": Text("đủ điều kiện để được đề nghị xét", "may be proposed"),
    "not_met": Text("không đủ điều kiện để được đề nghị xét", "may not be proposed"),
    "undetermined": Text("chưa đủ căn cứ để đề nghị xét", "not yet known whether it may be proposed"),
    "not_applicable": Text("không thuộc đối tượng", "not addressed"),
}
"""What is said of a form for each of the four verdicts."""


def awards_open(plan: Plan, assessment: Assessment[Any]) -> OpenAwards:
    """The forms of commendation that the plan opens to this kind of subject at this review, in the plan's order.

    A form is open when the criteria are met and no guard stands against it. The guards are questions: until somebody
    answers them on paper, the form stays undetermined. A special case (III.3.4) does not rest on the criteria.
    """
    expect(plan, Plan)
    check_assessment("awards_open", assessment)
    subject: Subject = assessment.dossier.subject
    kind = type(subject)
    review = assessment.setting.review.id
    forms = {form.id: form for form in plan.forms}
    opened: list[OpenAward] = []
    standing_against = () if assessment.verdict.id in ("met", "not_applicable") else deciding_clauses(assessment)
    for route in plan.routes:
        if kind in route.subjects and review in route.reviews:
            guards = judge(route.asks, assessment.knowledge, assessment.setting)
            mask = guards.mask if route.special else lift(_criteria_and_guards, (assessment.found.mask, guards.mask))
            form = forms[route.form]
            criteria, who = assessment.verdict, _decider(form, assessment.setting.on)
            opened.append(OpenAward(form, route, VERDICTS[mask], guards, who, criteria, standing_against))
    return OpenAwards(sorted(opened, key=lambda award: list(forms).index(award.form.id)))


def _criteria_and_guards(pair: tuple[int, ...]) -> int:
    criteria, guards = pair
    return N if criteria == N else all_final((criteria, guards))


def _decider(form: AwardForm, on: date) -> Decider | None:
    return next((decider for decider in form.deciders if decider.holds_on(on)), None)
