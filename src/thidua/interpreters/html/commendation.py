"""The forms of commendation in the report: on each sheet what is open, once for all the routes and the conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from thidua.interpreters.award import AWARD_WORDS, OpenAward, note_lines, obstacles_at
from thidua.interpreters.explain import ORDER
from thidua.interpreters.html.markup import Markup, joined, tag
from thidua.interpreters.html.parts import heading, say, table, word
from thidua.interpreters.wording import capital, tally
from thidua.texts import Text

_NAMED = 3


@frozen
class Conditions:
    """The questions still to be answered before a form is proposed, each with its number in this report."""

    numbers: Mapping[Text, int]

    @classmethod
    def of(cls, awards: Iterable[OpenAward]) -> Conditions:
        """The questions of some forms, in the order in which they are met."""
        questions = dict.fromkeys(question for award in awards for question in award.questions)
        return cls({question: number for number, question in enumerate(questions, start=1)})

    def said(self, questions: Iterable[Text]) -> str:
        """Their numbers, those that follow one another as a range.

        >>> Conditions({Text(name, name): number for number, name in enumerate("abcd", start=1)}).said(
        ...     [Text("a", "a"), Text("b", "b"), Text("d", "d")]
        ... )
        '1–2, 4'
        """
        numbers = sorted(self.numbers[question] for question in questions)
        runs: list[list[int]] = []
        for number in numbers:
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def commendation_shown(awards: Sequence[OpenAward], conditions: Conditions, level: str, language: str) -> Markup:
    """Which forms are open, by the four words; what is still to be answered by number, what stands against it."""
    if not awards:
        return tag("p", say(language, "Kế hoạch không mở hình thức nào.", "The plan opens no form."))
    alike: dict[tuple[str, str], list[OpenAward]] = {}
    for award in sorted(awards, key=lambda each: ORDER.index(each.verdict.id)):
        alike.setdefault((award.verdict.id, "; ".join(_notes(award, level, language))), []).append(award)
    return tag(
        "ul",
        *(tag("li", *_forms(verdict, notes, forms, conditions, language)) for (verdict, notes), forms in alike.items()),
    )


def _forms(
    verdict: str, notes: str, forms: Sequence[OpenAward], conditions: Conditions, language: str
) -> Iterator[str]:
    """The forms of one word and one note; the conditions they share once before them."""
    shared = [question for question in forms[0].questions if all(question in form.questions for form in forms)]
    told = [notes] if notes else []
    if shared:
        told.append(say(language, "làm rõ điều kiện ", "to be answered: ") + conditions.said(shared))
    yield word(verdict, language, AWARD_WORDS[verdict].in_(language))
    yield f" ({'; '.join(told)}): " if told else ": "
    yield "; ".join(_form(form, shared, conditions, language) for form in forms) + "."


def _form(form: OpenAward, shared: Sequence[Text], conditions: Conditions, language: str) -> str:
    own = conditions.said(question for question in form.questions if question not in shared)
    besides = say(language, f" (thêm điều kiện {own})", f" (also {own})") if own else ""
    return form.form.label.in_(language) + besides


def _notes(award: OpenAward, level: str, language: str) -> Iterator[str]:
    if award.clauses and not award.route.special:
        listed = _clauses(award.clauses, language)
        if award.criteria.is_definite:
            yield say(language, f"không đạt {listed}", f"not met: {listed}")
        else:
            yield say(language, f"chưa kết luận {listed}", f"open: {listed}")
    if award.obstacles:
        listed = "; ".join(obstacle.in_(language) for obstacle in obstacles_at(award, level))
        yield say(language, f"vướng mắc: {listed}", f"against it: {listed}")


def _clauses(clauses: Sequence[str], language: str) -> str:
    """The clauses by name; many by their number, since the sheet names them all above."""
    if len(clauses) <= _NAMED:
        return ", ".join(clauses)
    return say(language, f"{tally(len(clauses))} tiêu chí", f"{len(clauses)} criteria")


def routes_shown(awards: Sequence[OpenAward], conditions: Conditions, title: Markup, language: str) -> Markup:
    """For all nominees once: who proposes each form to whom, who decides; then the conditions by their numbers."""
    head = [
        say(language, "Hình thức", "Form"),
        say(language, "Nơi đề nghị", "Proposed by"),
        say(language, "Gửi", "To"),
        say(language, "Hoàn thiện hồ sơ", "Dossier completed by"),
        say(language, "Thẩm quyền quyết định", "Decided by"),
    ]
    rows = dict.fromkeys(tuple(_route(award, language)) for award in awards)
    asked = [tag("li", question.in_(language)) for question in conditions.numbers]
    notes = [tag("p", line) for line in note_lines(awards, language)]
    conditions_said = joined(
        heading(3, say(language, "Điều kiện phải làm rõ trước khi đề nghị", "To be answered before proposing")),
        tag("ol", *asked),
    )
    return tag(
        "section",
        title,
        table(head, rows, say(language, "Hình thức khen thưởng", "Forms of commendation")),
        *notes,
        conditions_said if asked else None,
        class_="annex",
    )


def _route(award: OpenAward, language: str) -> Iterator[str]:
    yield award.form.label.in_(language)
    route, decider = award.route, award.decided_by
    yield from (capital(text.in_(language)) for text in (route.proposed_by, route.proposed_to, route.dossier_by))
    reported = say(language, " (theo nguồn đã đăng)", " (as reported)")
    yield "" if decider is None else decider.who.in_(language) + (reported if decider.reported else "")
