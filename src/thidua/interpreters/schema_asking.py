"""Who asks for each fact and register, at which surveys, and why: what a schema says beside its fields."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.errors import IncompleteError, NoReviewError
from thidua.interpreters.asked import Asked, Place, Use, asked_of, only_under, places_of, sentence_of
from thidua.interpreters.competent import bodies_said, body_data, through
from thidua.interpreters.describe import describe
from thidua.interpreters.schema_values import Data, both, named
from thidua.interpreters.wording import in_both, joined
from thidua.movements import Plan, Vocabulary
from thidua.nodes import Fact, Register
from thidua.texts import Text


class Asking:
    """What one plan asks of one kind of subject, at all its reviews together."""

    def __init__(self, plan: Plan, words: Vocabulary) -> None:
        self._plan = plan
        self._places: dict[str, Place] = {item.id: item for item in places_of(plan, words.subject)}
        self._other = {item.id: only_under(item) for item in self._places.values()}
        self._reviews = dict(_at_each_review(plan, words))
        asked = [each for at_review in self._reviews.values() for each in at_review]
        self._asked = asked or list(asked_of(plan, words.subject))

    def clauses(self) -> list[Data]:
        """The group and its clauses: where each stands, and its words."""
        return [
            {"id": place, "citation": both(told.citation), "text": {"vi": told.text, "en": told.en}}
            for place, told in ((place, sentence_of(item)) for place, item in self._places.items())
        ]

    def forms(self) -> list[Data]:
        """The forms of commendation before which something is asked."""
        asking = {use.place for each in self._asked for use in each.forms}
        return [{"id": form.id, "label": both(form.label)} for form in self._plan.forms if form.id in asking]

    def reviews(self) -> list[Data]:
        """The reviews of the plan, with the days on which they are made."""
        return [
            {
                "id": review.id,
                "label": both(review.label),
                "first": review.window.first.isoformat(),
                "last": review.window.last.isoformat(),
            }
            for review in self._plan.reviews
        ]

    def told(self, what: Fact | Register) -> Data:
        """What is said beside a fact or a register."""
        more: Data = {"sensitivity": what.sensitivity.value, "asked": self._asking(what)}
        if what.proof is not None:
            more["proof"] = both(what.proof)
        if isinstance(what, Register):
            more["dated_by"] = what.dated_by
        else:
            more["lives"] = what.lives.value
            if what.question is not None:
                more["question"] = both(what.question)
                more["judges"] = [body_data(body) for body in what.judges]
        return named(what.label, in_both(lambda language: " ".join(self._sentences(what, language))), **more)

    def of_field(self, register: Register, fact: Fact) -> Data:
        """What is said beside a field of the entries of a register."""
        uses = [use.place for use in self._uses(register) if fact in use.fields]
        more: Data = {"sensitivity": fact.sensitivity.value, "asked": {"clauses": list(dict.fromkeys(uses))}}
        if fact.proof is not None:
            more["proof"] = both(fact.proof)
        return more

    def declared(self, register: Register) -> Data:
        """What is said beside the declaration that a register is complete."""
        needed = list(dict.fromkeys(use.place for use in self._uses(register) if use.complete))
        cited = [sentence_of(self._places[place]).citation for place in needed]
        about = Text(
            f"Phải khai đủ mới kết luận đạt được theo {'; '.join(each.vi for each in cited)}.",
            f"Needed before these can be met: {', '.join(needed)}.",
        )
        label = Text(f"khai đủ: {register.label.vi}", f"declared complete: {register.label.en}")
        return named(label, about if needed else None, sensitivity=register.sensitivity.value, needed_by=needed)

    def _of(self, what: Fact | Register) -> list[Asked]:
        return [each for each in self._asked if each.what == what]

    def _uses(self, what: Fact | Register) -> tuple[Use, ...]:
        return tuple(dict.fromkeys(use for each in self._of(what) for use in each.clauses))

    def _asking(self, what: Fact | Register) -> Data:
        asked: Data = {
            "clauses": [
                {"id": place, "citation": both(sentence_of(self._places[place]).citation), "why": both(why)}
                for place, why in self._why(what)
            ]
        }
        forms = {use.place for each in self._of(what) for use in each.forms}
        if forms:
            asked["forms"] = [form.id for form in self._plan.forms if form.id in forms]
        at = {name: _surveys(what, held) for name, held in self._reviews.items() if _surveys(what, held)}
        if at:
            asked["at"] = at
        other = [{"id": place, "readings": list(of[what])} for place, of in self._other.items() if what in of]
        if other:
            asked["under_other_readings"] = other
        return asked

    def _why(self, what: Fact | Register) -> Iterator[tuple[str, Text]]:
        by_place: dict[str, list[Use]] = {}
        for use in self._uses(what):
            by_place.setdefault(use.place, []).append(use)
        for place, uses in by_place.items():
            yield place, _required(uses)

    def _sentences(self, what: Fact | Register, language: str) -> Iterator[str]:
        vi = language == "vi"
        if isinstance(what, Fact) and what.question is not None:
            bodies = bodies_said([through(body) for body in what.judges], language)
            yield what.question.in_(language)
            yield f"Cơ quan đánh giá: {bodies}." if vi else f"Judged by {bodies}."
        for place, why in self._why(what):
            cited = sentence_of(self._places[place]).citation.in_(language)
            yield f"Dùng để xét {cited}: {why.vi}." if vi else f"Asked by {place} ({cited}): {why.en}."
        forms = {use.place for each in self._of(what) for use in each.forms}
        said = "; ".join(form.label.in_(language) for form in self._plan.forms if form.id in forms)
        if said:
            yield f"Cần làm rõ trước khi đề nghị: {said}." if vi else f"To be answered before proposing: {said}."
        if not self._of(what):
            yield from self._unused(what, language)
        if what.proof is not None:
            proof = what.proof.in_(language)
            yield f"Thường chứng minh bằng: {proof}." if vi else f"Usually proved by: {proof}."

    def _unused(self, what: Fact | Register, language: str) -> Iterator[str]:
        vi = language == "vi"
        readings = [of[what] for of in self._other.values() if what in of]
        if not readings:
            yield "Kế hoạch không dùng đến." if vi else "Not used by the plan."
        elif vi:
            yield f"Chỉ dùng khi chọn cách hiểu khác ở {joined(min(readings, key=len), 'và')}."
        else:
            yield f"Used only under another reading of {joined(min(readings, key=len), 'and')}."


def _at_each_review(plan: Plan, words: Vocabulary) -> Iterator[tuple[str, tuple[Asked, ...]]]:
    """What is asked at each review on the last day it is made; a review whose moments are open is left out."""
    for review in plan.reviews:
        try:
            yield review.id, asked_of(plan, words.subject, on=review.window.last, review=review.id)
        except (IncompleteError, NoReviewError):
            continue


def _surveys(what: Fact | Register, asked: tuple[Asked, ...]) -> list[str]:
    return list(dict.fromkeys(each.survey.id for each in asked if each.what == what and each.survey is not None))


def _required(uses: list[Use]) -> Text:
    return in_both(lambda language: "; ".join(dict.fromkeys(describe(use.condition, language) for use in uses)))
