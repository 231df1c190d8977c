"""history(): what was amended, as a document that an officer could sign: what it was, what it is, by which decision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from thidua import enactments as c
from thidua.awards import Route
from thidua.clauses import Clause, Criteria
from thidua.conditions import Condition
from thidua.displays import Words
from thidua.enactments import Amended
from thidua.errors import expect
from thidua.interpreters.describe import describe, level_said
from thidua.interpreters.schedule_wording import period_said, review_said, survey_said
from thidua.interpreters.wording import amount, capital, checked_language, joined
from thidua.movements import Plan
from thidua.nodes import JudgedAtLeast, Reading
from thidua.periods import written
from thidua.provisions import Provision
from thidua.quantities import number_of
from thidua.readings import Level
from thidua.sources import cite
from thidua.texts import Text
from thidua.thresholds import Threshold, threshold

_TITLES: dict[type[c.Change], Text] = {
    c.Replace: Text("Sửa đổi", "Amended"),
    c.SetThreshold: Text("Sửa đổi", "Amended"),
    c.Repeal: Text("Bãi bỏ", "Repealed"),
    c.Add: Text("Bổ sung", "Added"),
    c.AdoptReading: Text("Cách hiểu", "Reading"),
    c.MarkNoLooser: Text("Không được nới lỏng", "Not to be made looser"),
    c.AddGroup: Text("Bổ sung đối tượng", "Subjects added"),
    c.DropGroup: Text("Không áp dụng đối với đối tượng", "Subjects left out"),
    c.AddFacts: Text("Bổ sung thông tin được ghi nhận", "Recorded besides"),
    c.AddSurveys: Text("Bổ sung kỳ rà soát", "Surveys added"),
    c.AddAwards: Text("Bổ sung hình thức khen thưởng, việc đề nghị khen thưởng", "Commendation added"),
    c.ChangePeriod: Text("Sửa đổi thời gian của phong trào", "Period of the movement amended"),
    c.ChangeReview: Text("Sửa đổi kỳ xét", "Review amended"),
    c.AddReview: Text("Bổ sung kỳ xét", "Review added"),
    c.DropReview: Text("Bỏ kỳ xét", "Review dropped"),
}


def history(plan: Plan, language: str = "vi") -> str:
    """Everything that was amended, oldest first, with the documents, the days of effect, old and new words.

    Thresholds, requirements and readings stand in words beside the text; what was repealed keeps its tombstone. Without
    amendments it says that there are none.

    >>> from datetime import date
    >>> from thidua import PLAN, Document, amend, history, percent
    >>> from thidua.amendments import set_threshold
    >>> decision = Document("12/QĐ-UBND", date(2023, 2, 1), "UBND tỉnh Ví Dụ", "Quyết định")
    >>> stricter = amend(
    ...     PLAN, set_threshold("III.2.3-4", "fall", percent(60), by=decision), effective=date(2023, 2, 15)
    ... )
    >>> print(*(line for line in history(stricter).splitlines() if "Mức giảm" in line))
       Mức giảm: trước đây 50%, nay 60%
    """
    expect(plan, Plan)
    checked_language(language)
    teller = _Teller(language)
    head = [teller.say("SỬA ĐỔI, BỔ SUNG", "AMENDMENTS"), plan.title.in_(language), plan.issuer.in_(language)]
    if not plan.amendments:
        nothing = teller.say("Chưa có nội dung nào được sửa đổi.", "Nothing has been amended.")
        return Words("\n".join([*head, "", nothing]), language)
    lines = [*head, "", *teller.basis(plan)]
    for order, made in enumerate(plan.amendments, start=1):
        title, *rest = teller.amended(plan, made)
        lines += ["", f"{order}. {title}", *(f"   {line}" for line in rest)]
    counted = list(teller.counted(plan))
    if counted:
        lines += ["", teller.say("Sau khi sửa đổi, các tiêu chí được tính chung như sau:", "How criteria now count:")]
        lines += counted
    return Words("\n".join([*lines, "", *teller.signature()]), language)


class _Teller:
    """Tells amendments in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, vi: str, en: str) -> str:
        return vi if self.language == "vi" else en

    def basis(self, plan: Plan) -> Iterator[str]:
        yield self.say("Căn cứ:", "Under:")
        for document in dict.fromkeys(made.by for made in plan.amendments):
            yield f"- {document.cite(self.language)}"
        if plan.in_force_from is not None:
            day = written(plan.in_force_from, self.language)
            yield self.say(f"Có hiệu lực, như dưới đây, từ ngày {day}.", f"In force, as below, from {day}.")

    def signature(self) -> Iterator[str]:
        """Where it is dated and signed."""
        yield self.say("…………, ngày …… tháng …… năm ………", "…………, on ………………")
        yield self.say("(Chữ ký, dấu, họ và tên)", "(Signature, seal and full name)")

    def amended(self, plan: Plan, made: Amended) -> Iterator[str]:
        """The title of an amendment, then its lines."""
        yield self.title(made)
        day, document = written(made.effective, self.language), made.by.cite(self.language)
        yield self.say(f"Theo {document}; có hiệu lực từ ngày {day}.", f"By {document}; in effect from {day}.")
        if made.effective < made.by.issued_on:
            yield self.say(
                "Lưu ý: ngày có hiệu lực trước ngày ban hành văn bản.",
                "Note: in effect before the document was issued.",
            )
        yield from self.content(plan, made)

    def title(self, made: Amended) -> str:
        title = _TITLES[type(made.change)].in_(self.language)
        item = made.before or made.after
        if isinstance(item, Clause | Provision | Criteria):
            place = self.place(made.target, item)
            return f"{title} {place}" if self.language == "vi" else f"{title}: {place}"
        if isinstance(item, Reading):
            throughout = self.say("(áp dụng cho toàn bộ Kế hoạch)", "(throughout the plan)")
            return f"{title} {made.target} {throughout}"
        return title

    def content(self, plan: Plan, made: Amended) -> Iterator[str]:
        before: Any = made.before
        after: Any = made.after
        match made.change:
            case c.Replace():
                yield from self.words(before, after)
                yield from self.asked(before, after)
            case c.SetThreshold():
                yield from self.threshold(made.change, before, after)
            case c.Repeal():
                yield self.say("Nội dung bị bãi bỏ: ", "What is gone: ") + f"“{self.text(before)}”"
                yield self.never_again(made)
            case c.Add(after=other):
                where = _cited(plan, other).in_(self.language)
                yield self.say(f"Đứng sau {where}: “{after.text}”", f"After {where}: “{self.text(after)}”")
                yield from self.asks(after)
            case c.AdoptReading():
                yield before.question.in_(self.language)
                yield from self.turned(self.say("Cách hiểu", "Reading"), self.option(before), self.option(after))
                yield self.say("Lý do: ", "Because: ") + after.because.in_(self.language)
            case c.MarkNoLooser():
                yield f"“{self.text(after)}”"
                yield self.say(
                    "Được quy định chặt hơn, không được quy định dễ hơn mức nêu trên.",
                    "It may be made stricter, never easier to meet than it stands.",
                )
            case c.AddGroup():
                for clause in after.clauses:
                    yield f"[{clause.id}] “{self.text(clause)}”"
                    yield from self.asks(clause)
            case c.DropGroup():
                yield from (f"[{clause.id}] “{self.text(clause)}”" for clause in before.clauses)
                yield self.never_again(made)
            case c.AddFacts(facts=facts, registers=registers, cannot_be=cannot_be):
                yield f"{capital(after.label.in_(self.language))}:"
                yield from (f"- {fact.label.in_(self.language)} [{fact.name}]" for fact in facts)
                yield from (f"- {register.label.in_(self.language)} [{register.name}]" for register in registers)
                never = self.say("không bao giờ cùng đúng: ", "never together: ")
                yield from (f"- {never}{each.because.in_(self.language)}" for each in cannot_be)
            case c.AddSurveys(surveys=surveys):
                yield from (f"- {survey_said(survey, self.language)}" for survey in surveys)
            case c.AddAwards(forms=forms, routes=routes):
                yield from (f"- {form.label.in_(self.language)}" for form in forms)
                yield from (f"- {self.route(plan, route)}" for route in routes)
            case c.ChangePeriod():
                yield from self.turned(
                    self.say("Thời gian", "Period"), *(period_said(each, self.language) for each in (before, after))
                )
            case c.ChangeReview():
                label = capital(before.label.in_(self.language))
                yield from self.turned(label, *(review_said(each, self.language) for each in (before, after)))
            case c.AddReview():
                yield f"{capital(after.label.in_(self.language))}: {review_said(after, self.language)}"
            case c.DropReview():
                yield f"{capital(before.label.in_(self.language))}: {review_said(before, self.language)}"
            case _:
                assert_never(made.change)

    def place(self, target: str, item: Any) -> str:
        """Its citation and its id; of a group its heading too."""
        line: Clause[Any] | Provision = item.heading if isinstance(item, Criteria) else item
        heading = f" “{self.text(line)}”" if line is not item else ""
        return f"{line.citation.in_(self.language)} ({target}){heading}"

    def text(self, item: Clause[Any] | Provision | Criteria[Any]) -> str:
        """Its words: in Vietnamese as issued."""
        line = item.heading if isinstance(item, Criteria) else item
        return line.text if self.language == "vi" else line.en

    def words(self, before: Any, after: Any) -> Iterator[str]:
        if self.text(before) == self.text(after):
            yield self.say("Câu chữ giữ nguyên: ", "The words stay: ") + f"“{self.text(after)}”"
        else:
            yield self.say("Trước đây: ", "Before: ") + f"“{self.text(before)}”"
            yield self.say("Nay: ", "Now: ") + f"“{self.text(after)}”"

    def asked(self, before: Any, after: Any) -> Iterator[str]:
        """What was required and is required, where that differs."""
        if isinstance(before, Provision):
            return
        for vi, en, old, new in (
            ("Yêu cầu", "Required", before.requires, after.requires),
            ("Áp dụng khi", "Applies where", before.applies_where, after.applies_where),
        ):
            if self.condition(old) != self.condition(new):
                yield from self.turned(self.say(vi, en), self.condition(old), self.condition(new))

    def asks(self, item: Clause[Any] | Provision) -> Iterator[str]:
        if isinstance(item, Clause):
            if item.applies_where is not None:
                yield self.say("Áp dụng khi: ", "Applies where: ") + self.condition(item.applies_where)
            yield self.say("Yêu cầu: ", "Required: ") + self.condition(item.requires)

    def condition(self, condition: Condition[Any] | None) -> str:
        return self.say("mọi trường hợp", "everywhere") if condition is None else describe(condition, self.language)

    def turned(self, what: str, before: str, after: str) -> Iterator[str]:
        yield f"{what} {self.say('trước đây', 'before')}: {before}"
        yield f"{what} {self.say('nay', 'now')}: {after}"

    def never_again(self, made: Amended) -> str:
        ids = joined(made.repealed, self.say("và", "and"))
        return self.say(f"Ký hiệu {ids} không được dùng lại.", f"No other is ever called {ids}.")

    def option(self, reading: Reading) -> str:
        if reading.adopted is None:
            return self.say("chưa chọn cách nào", "none is adopted")
        return f"“{reading.option(reading.adopted).label.in_(self.language)}”"

    def threshold(self, change: c.SetThreshold, before: Any, after: Any) -> Iterator[str]:
        found = threshold(before, change.name)
        old, new = self.value(found), self.bound(change.value, found)
        said = self.say(f"trước đây {old}, nay {new}", f"before {old}, now {new}")
        yield f"{capital(found.label.in_(self.language))}: {said}"
        if change.words is None:
            stays = self.say("Câu chữ giữ nguyên, dù mức đã khác", "The words stay, though the number is another")
            yield f"{stays}: “{self.text(after)}”"
        else:
            yield from self.words(before, after)

    def value(self, found: Threshold) -> str:
        """What a threshold was."""
        node = found.where[0]
        if isinstance(found.value, str) and isinstance(node, JudgedAtLeast):
            return f"“{level_said(node.fact, found.value, self.language)}”"
        return self.bound(found.value, found)

    def bound(self, value: Any, found: Threshold) -> str:
        """What a threshold is set to."""
        match value:
            case Level():
                return f"“{value.value.in_(self.language)}”"
            case _ if found.unit is None:
                return written(value, self.language)
            case _:
                return amount(number_of(value), found.unit, self.language)

    def route(self, plan: Plan, route: Route) -> str:
        """Who may be proposed for a form, by and to whom."""
        groups = [made.before for made in plan.amendments if isinstance(made.before, Criteria)]
        dropped = {group.subject: f"“{self.text(group)}”" for group in groups}
        labels = dropped | {words.subject: words.label.in_(self.language) for words in plan.vocabularies}
        form = next(form.label for form in plan.forms if form.id == route.form).in_(self.language)
        kinds = joined([labels[kind] for kind in route.subjects], self.say("và", "and"))
        by, to = route.proposed_by.in_(self.language), route.proposed_to.in_(self.language)
        return self.say(f"{form} đối với {kinds}: {by} đề nghị {to}", f"{form} for {kinds}: proposed by {by} to {to}")

    def counted(self, plan: Plan) -> Iterator[str]:
        """How the clauses of each group that was touched now count together."""
        touched = {group for made in plan.amendments for group in _recounted(made)}
        for group in plan.criteria:
            if group.id in touched:
                yield f"- {self.text(group)}: {self.condition(group.requires)}"


def _recounted(made: Amended) -> Iterator[str]:
    """The group whose clauses count otherwise since."""
    match made.change:
        case c.Add(item=Clause()) | c.Repeal() if isinstance(made.before or made.after, Clause):
            yield made.target.partition("-")[0]
        case c.Replace() | c.SetThreshold() if isinstance(made.after, Criteria):
            yield made.target
        case _:
            pass


def _cited(plan: Plan, name: str) -> Text:
    """Where a line stands, or stood before it was repealed; a heading by its own place."""
    lines: list[Any] = [*plan.contents, *plan.clauses, *(made.before for made in plan.amendments)]
    found = (line.citation for line in lines if isinstance(line, Clause | Provision) and line.id == name)
    return next(found, cite(name, dash=False))
