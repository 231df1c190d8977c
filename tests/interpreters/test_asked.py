"""asked_of() and on_file(): what is asked, and what a dossier lacks. What is missing leaves the verdict undetermined
unless the rest already decides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve, frozen
from dossier_documents import OURS, Cooperative
from dossier_draws import values
from hypothesis import event, given
from hypothesis import strategies as st
from small_plan import (
    END_2021,
    END_2024,
    ON,
    XA_MAU,
    Area,
    area,
    asking,
    assessed,
    counted,
    document,
    effort,
    gift,
    gifts,
    halves,
    has_fund,
    jobs,
    judgement,
    paper,
    planned,
    poor_households,
    receipted,
    report,
    reports,
    sent_on,
    value,
)
from small_plan import PLAN as SMALL

from thidua import (
    PLAN,
    Assessment,
    Commune,
    Dossier,
    Level,
    Paper,
    all_of,
    asked_of,
    assess,
    dong,
    not_,
    percent,
    schema_of,
)
from thidua.conditions import Condition
from thidua.errors import IncompleteError, NoReviewError
from thidua.evidence import Complete, Entry, Evidence, Judgement, Said
from thidua.interpreters.asked import only_under, places_of
from thidua.interpreters.on_file import OnFile, on_file
from thidua.nodes import Fact, Kind, Lives, Register
from thidua.sources import Document
from thidua.subjects import Subject
from thidua.verdicts import FINALS, N

DAY = date(2025, 12, 31)
REVIEW = "final-2025"


def names(plan: Any, kind: type[Subject], **when: Any) -> list[str]:
    """The places of what the clauses ask."""
    return [asked.place for asked in asked_of(plan, kind, **when) if asked.clauses]


class TestAskedOf:
    """Everything the plan asks of a kind of subject, in its order."""

    def test_the_facts_and_registers_of_a_commune_at_the_surveys_of_the_review(self):
        assert names(PLAN, Commune, on=DAY) == [
            "officials_effort",
            "initiatives",
            "funds_by_the_rules",
            "settlements",
            "reports",
            "mobilising",
            "contributions",
            "area",
            "poor_households@2021",
            "near_poor_households@2021",
            "poor_households@2024",
            "near_poor_households@2024",
        ]

    def test_without_a_day_the_moments_keep_their_names(self):
        asked = [each for each in asked_of(PLAN, Commune) if each.what.name == "poor_households"]

        assert [each.when.id for each in asked if each.when] == ["start_of_period", "review"]
        assert [each.survey for each in asked] == [None, None]

    def test_one_survey_under_two_names_is_asked_once(self):
        plan = asking(poor_households.at(END_2021).is_at_least(1), halves())

        assert names(plan, Commune, on=ON).count("poor_households@2021") == 1
        assert names(plan, Commune)[:2] == ["poor_households@2021", "poor_households"]

    def test_a_review_means_nothing_without_the_day(self):
        with pytest.raises(IncompleteError, match="on="):
            asked_of(PLAN, Commune, review=REVIEW)

    def test_a_day_without_a_review_is_refused(self):
        with pytest.raises(NoReviewError):
            asked_of(PLAN, Commune, on=date(2024, 6, 1))

    def test_of_a_register_the_fields_and_whether_it_must_be_complete(self):
        asked = {each.place: each for each in asked_of(SMALL, Commune, on=ON)}

        assert [fact.name for fact in asked["reports"].fields] == ["due_on", "sent_on"]
        assert [fact.name for fact in asked["gifts"].fields] == ["given_on", "receipted", "value"]
        assert [use.complete for use in asked["reports"].clauses] == [True]
        assert [use.complete for use in asked["gifts"].clauses] == [False]
        assert asked["area"].fields == ()

    @pytest.mark.parametrize(
        ("condition", "complete"),
        [
            (gifts.number().is_at_least(1), False),
            (gifts.number().is_more_than(reports.number()), False),
            (gifts.number().is_at_most(1), True),
            (gifts.number().is_less_than(1), True),
            (not_(gifts.number().is_at_least(1)), True),
            (not_(not_(gifts.number().is_at_least(1))), False),
            (gifts.total(value).times(2).is_at_least(dong(2)), False),
            (gifts.total(value).is_at_least(gifts.total(value, where=receipted.is_yes())), True),
            ((gifts.total(value) + planned).is_at_least(dong(1)), False),
            ((planned - gifts.total(value)).is_at_least(dong(1)), True),
            (gifts.number().as_share_of(reports.number()).is_at_least(percent(1)), True),
            (gifts.are_all(receipted.is_yes()), True),
        ],
    )
    def test_a_number_that_must_be_reached_needs_no_declaration(self, condition, complete):
        (gifted,) = [asked for asked in asked_of(asking(condition), Commune) if asked.what == gifts.register]

        assert [use.complete for use in gifted.clauses] == [complete]

    def test_the_questions_before_an_award_are_those_of_the_review(self):
        of_the_final = {use.place for asked in asked_of(SMALL, Commune, on=ON) for use in asked.forms}
        of_the_special = {
            use.place for asked in asked_of(SMALL, Commune, on=ON, review="special") for use in asked.forms
        }
        of_any = {use.place for asked in asked_of(SMALL, Commune) for use in asked.forms}

        assert of_the_final == of_any == {"commendation", "certificate"}
        assert of_the_special == {"certificate"}

    def test_a_kind_that_no_plan_addresses_is_asked_nothing(self):
        assert asked_of(OURS, Cooperative) == ()

    def test_what_only_another_reading_asks_names_the_fewest_readings(self):
        asked = {what.name: readings for what, readings in only_under(places_of(PLAN, Commune)[4]).items()}

        assert asked == {"households": ("A-04",), "poor_persons": ("A-04",), "near_poor_persons": ("A-04",)}


def lacking(condition: Condition[Commune], *papers: Paper[Commune]) -> dict[str, list[str]]:
    """What is lacking, by place, in words."""
    held = on_file(assessed(condition, *papers))
    return {each.asked.place: [lack.said() for lack in each.lacks] for each in held}


class TestOnFile:
    """What is on file of what is asked, and what is lacking."""

    def test_nothing_on_file_about_a_fact_or_a_register(self):
        asked = all_of(has_fund.is_yes(), reports.are_all(sent_on.is_not_after(ON)))

        assert lacking(asked) == {"has_fund": ["chưa có giấy tờ"], "reports": ["chưa có giấy tờ", "chưa khai là đủ"]}

    def test_a_judgement_is_awaited(self):
        assert lacking(effort.is_judged_at_least(Level.DONE)) == {"effort": ["chờ đánh giá"]}
        assert lacking(effort.is_judged_at_least(Level.DONE), judgement()) == {"effort": []}

    def test_papers_that_disagree(self):
        two = [paper(has_fund.recorded(told), number=str(told)) for told in (True, False)]

        assert lacking(has_fund.is_yes(), *two) == {"has_fund": ["các giấy tờ ghi khác nhau"]}

    def test_a_field_of_an_entry_missing_or_in_doubt(self):
        due = date(2024, 1, 1)
        doubt = [paper(report("2", due, day), number=str(day)) for day in (due, ON)]
        complete = paper(reports.complete(entries=2, through=ON, by="UBND xã Mẫu"))

        assert lacking(reports.are_all(sent_on.is_not_after(ON)), paper(report("1", due)), complete, *doubt) == {
            "reports": ["chưa có giấy tờ về ngày gửi (mục 1)", "các giấy tờ ghi khác nhau: ngày gửi (mục 2)"]
        }

    def test_entries_declared_but_not_filed_and_a_void_declaration(self):
        asked = reports.are_all(sent_on.is_not_after(ON))
        filed = paper(*(report(str(n), date(2024, 1, n), date(2024, 1, n)) for n in (1, 2)))

        def declared(entries: int) -> dict[str, list[str]]:
            return lacking(asked, filed, paper(reports.complete(entries=entries, through=ON, by="x"), number="2"))

        assert declared(2) == {"reports": []}
        assert declared(5) == {"reports": ["03 mục đã khai nhưng chưa nộp"]}
        assert declared(1) == {"reports": ["số khai và số nộp không khớp"]}
        assert lacking(asked, filed) == {"reports": ["chưa khai là đủ"]}

    def test_in_english_too(self):
        held = on_file(assessed(reports.are_all(sent_on.is_not_after(ON)), paper(report("1", ON.replace(day=1)))))

        assert [lack.said("en") for lack in held[0].lacks] == [
            "nothing on file about the day it was sent (entry 1)",
            "not declared complete",
        ]

    def test_the_documents_are_told_once_and_a_value_without_one_is_none(self):
        asked = all_of(has_fund.is_yes(), gifts.number(where=receipted.is_yes()).is_at_least(1))
        gift_paper = paper(gift("1", receipt=True), gift("2", receipt=True), number="2")
        held = on_file(assessed(asked, Paper(None, has_fund.recorded(True)), gift_paper))

        assert [each.documents for each in held] == [(None,), (document("2"),)]
        assert [each.entries for each in held] == [0, 2]

    def test_what_could_still_decide_and_what_could_not(self):
        poor = [counted(END_2021, 100, 0), counted(END_2024, 60)]
        held = {each.asked.place: each for each in on_file(assessed(halves(), *poor))}

        assert held["near_poor_households@2024"].lacks
        assert held["near_poor_households@2024"].open_in == frozenset()

    def test_in_a_clause_that_is_open_but_for_another_reason(self):
        asked = all_of(has_fund.is_yes(), jobs.is_at_least(1))
        held = on_file(assessed(asked, paper(has_fund.recorded(True))))

        assert [each.open_in for each in held] == [frozenset(), {"III.2.1-1"}]

    def test_nothing_is_open_for_a_subject_that_is_not_addressed(self):
        plan = asking(has_fund.is_yes())
        (group,) = plan.criteria
        guarded = evolve(plan, contents=(evolve(group, applies_where=area.is_one_of(Area.I)),))
        outside = paper(area.recorded(Area.OUTSIDE, since=date(2021, 1, 1)))

        def opened(*papers: Paper[Commune]) -> list[frozenset[str]]:
            return [each.open_in for each in on_file(assess(guarded, Dossier(XA_MAU, papers), on=ON))]

        assert opened() == [{"III.2.1"}, {"III.2.1-1"}]
        assert opened(outside) == [frozenset(), frozenset()]

    def test_a_question_before_an_award_is_open_while_the_award_is(self):
        def opened(*papers: Paper[Commune]) -> frozenset[str]:
            held = on_file(assess(SMALL, Dossier(XA_MAU, papers), on=ON))
            return next(each.open_in for each in held if each.asked.place == "under_inquiry")

        late = paper(report("1", date(2024, 1, 1), date(2024, 6, 1)))
        assert opened() == {"commendation", "certificate"}
        assert opened(late) == frozenset()


# what the schema calls missing

Item = tuple[str, str | None]
"""A fact, with its survey where it is counted by surveys, or a register."""


def asked_by_the_schema(schema: Mapping[str, Any], review: str) -> list[Item]:
    """What a schema says that the clauses ask, at one review."""
    found: list[Item] = []
    for name, part in schema["$defs"].items():
        shape, _, what = name.partition(".")
        if shape in ("fact", "entry") and part["x-thidua"]["asked"]["clauses"]:
            found.extend((what, survey) for survey in part["x-thidua"]["asked"].get("at", {}).get(review, [None]))
    return found


ASKED = {words.id: asked_by_the_schema(schema_of(PLAN, words.subject), REVIEW) for words in PLAN.vocabularies}


@frozen
class Filled:
    """What is said of every item that the schema of a kind of subject asks."""

    kind: str
    said: Mapping[Item, tuple[Said[Any], ...]]

    def dossier(self, items: Any) -> Dossier[Any]:
        """A dossier with a paper for each of these items."""
        papers = [
            Paper(Document(f"{number}", date(2025, 12, 1), "một cơ quan"), *self.said[item])
            for number, item in enumerate(items)
        ]
        return Dossier(PLAN.vocabulary(self.kind).subject("1", "Ví Dụ"), tuple(papers))

    def verdicts(self, items: Any) -> dict[str, int]:
        """The verdicts on the group and its clauses, by the finals still possible."""
        return verdicts(assess(PLAN, self.dossier(items), on=DAY))


def verdicts(assessment: Assessment[Any]) -> dict[str, int]:
    clauses = {name: finding.mask for name, finding in assessment.clauses}
    return {assessment.criteria.id: assessment.found.mask, **clauses}


recent = st.dates(date(2021, 1, 1), date(2025, 11, 30))


@st.composite
def said_of(draw: st.DrawFn, kind: str, item: Item) -> tuple[Said[Any], ...]:
    """Everything that there is to say of an item: a value, or all entries with all fields and their number."""
    name, survey = item
    words = PLAN.vocabulary(kind)
    for register in words.registers:
        if register.name == name:
            keys = [str(key) for key in range(draw(st.integers(0, 3)))]
            entries = [Entry[Any](register, key, draw(whole_entry(register))) for key in keys]
            return (*entries, Complete[Any](register, len(keys), DAY, "một cơ quan"))
    fact = next(fact for fact in words.facts if fact.name == name)
    told: Any = draw(small(fact))
    match fact.lives:
        case Lives.AT_SURVEYS:
            return (Evidence(fact, told, at=next(each for each in PLAN.surveys if each.id == survey)),)
        case Lives.IN_FORCE:
            return (Evidence(fact, told, since=date(2021, 1, 1)),)
        case Lives.FOR_A_REVIEW:
            judged = Judgement(fact.judges[0].label.vi, date(2025, 11, 1), "một lý do")
            return (Evidence(fact, told, judgement=judged),)
        case Lives.OVER_THE_PERIOD:
            return (Evidence(fact, told),)


def small(fact: Fact) -> st.SearchStrategy[Any]:
    """Values near one another, so that every comparison falls both ways."""
    if fact.kind is Kind.NUMBER:
        return st.integers(0, 4)
    return st.one_of(recent, values(fact)) if fact.kind is Kind.DAY else values(fact)


def whole_entry(register: Register) -> st.SearchStrategy[tuple[Evidence[Any], ...]]:
    """An entry that says everything."""
    drawn = [
        (recent if fact.name == register.dated_by else small(fact)).map(lambda told, fact=fact: Evidence(fact, told))
        for fact in register.fields
    ]
    return st.tuples(*drawn)


@st.composite
def filled(draw: st.DrawFn, like: Filled | None = None, *, but: Any = ()) -> Filled:
    """Every item of a kind of subject filled in; `like` another one but for some items."""
    kind = like.kind if like else draw(st.sampled_from(sorted(ASKED)))
    kept = {item: said for item, said in like.said.items() if item not in but} if like else {}
    return Filled(kind, {item: kept[item] if item in kept else draw(said_of(kind, item)) for item in ASKED[kind]})


class TestWhatTheSchemaCallsMissing:
    """What is missing leaves assess undetermined unless the rest already decides."""

    @given(st.data(), filled())
    def test_it_is_undetermined_or_whatever_is_missing_does_not_matter(self, data: st.DataObject, one: Filled) -> None:
        missing = data.draw(st.sets(st.sampled_from(ASKED[one.kind]), min_size=1))
        other = data.draw(filled(one, but=missing))
        without = one.verdicts([item for item in one.said if item not in missing])
        for place, mask in without.items():
            if mask in FINALS:
                event("the rest decides")
                assert one.verdicts(one.said)[place] == other.verdicts(other.said)[place] == mask
            else:
                event("undetermined")

    @given(filled())
    def test_where_nothing_is_missing_every_verdict_is_final(self, one: Filled) -> None:
        assert set(one.verdicts(one.said).values()) <= set(FINALS)
        held = on_file(assess(PLAN, one.dossier(one.said), on=DAY))
        assert [each.lacks for each in held if each.asked.clauses] == [()] * len(one.said)

    @given(st.data(), filled())
    def test_what_is_missing_is_what_on_file_lacks(self, data: st.DataObject, one: Filled) -> None:
        missing = data.draw(st.sets(st.sampled_from(ASKED[one.kind])))
        assessment = assess(PLAN, one.dossier([item for item in one.said if item not in missing]), on=DAY)
        lacking = {_item(each) for each in on_file(assessment) if each.lacks and each.asked.clauses}
        assert lacking == missing
        still_open = {place for each in on_file(assessment) if each.lacks for place in each.open_in}
        if assessment.found.mask == N:
            assert still_open.isdisjoint(verdicts(assessment))
        else:
            left = {place for place, mask in verdicts(assessment).items() if mask not in FINALS}
            assert left <= still_open | {assessment.criteria.id}

    @given(st.data(), filled())
    def test_what_is_not_asked_never_matters(self, data: st.DataObject, one: Filled) -> None:
        words = PLAN.vocabulary(one.kind)
        asked = {name for name, _ in ASKED[one.kind]}
        others = [fact.name for fact in words.facts if fact.name not in asked and fact.lives is not Lives.AT_SURVEYS]
        more = data.draw(said_of(one.kind, (data.draw(st.sampled_from(others)), None)))
        dossier = one.dossier(one.said).with_(Paper(None if not _judged(more) else document(), *more))
        assert verdicts(assess(PLAN, dossier, on=DAY)) == one.verdicts(one.said)


def _judged(said: tuple[Said[Any], ...]) -> bool:
    return any(isinstance(each, Evidence) and each.judgement for each in said)


def _item(held: OnFile) -> Item:
    return held.asked.what.name, held.asked.survey.id if held.asked.survey else None
