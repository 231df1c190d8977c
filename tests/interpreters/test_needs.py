"""needs(), its words, and the letter made of it, over the invented movement."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import islice
from typing import Any

import pytest
import small_plan
from dossier_strategies import dossiers
from hypothesis import assume, event, given
from hypothesis import strategies as st
from movement import (
    CUT_OFF_DAY,
    FIRST,
    ON,
    OPEN,
    S2024,
    SECOND,
    Place,
    due_on,
    effort,
    gifts,
    given_on,
    honest,
    jobs,
    left_on,
    lends,
    near,
    plan_for,
    poor,
    real,
    shape,
    visits,
    worth,
)
from movement import Colour as Shape
from small_plan import END_2024, assessed, paper, poverty_rate
from strategies import groups

from thidua.conditions import ALWAYS, NEVER, NOT_APPLICABLE, Condition, all_of, any_of, not_, where
from thidua.dossiers import Dossier
from thidua.errors import NothingMissingError, UnknownNameError
from thidua.evidence import DID_NOT_HAPPEN, Paper, Said
from thidua.findings import Assessment
from thidua.interpreters.assess import assess
from thidua.interpreters.describe import describe
from thidua.interpreters.needs import KINDS, Need, Needs, needs
from thidua.interpreters.needs_wording import needs_data, needs_text
from thidua.interpreters.request_letter import _letters, request_letter
from thidua.interpreters.why import Why, why
from thidua.interpreters.why_wording import why_data, why_text
from thidua.nodes import ClauseMet
from thidua.periods import START_OF_PERIOD
from thidua.quantities import dong, percent
from thidua.readings import Level
from thidua.sources import Document
from thidua.verdicts import MET, NOT_MET

BOTH = Condition[Place](ClauseMet(FIRST)), Condition[Place](ClauseMet(SECOND))
TAUTOLOGY = any_of(lends.is_yes(), not_(lends.is_yes()), honest.is_judged_so(), not_(honest.is_judged_so()))


def found(
    requires: Condition[Place],
    *said: Said[Place],
    first: Condition[Place] = ALWAYS,
    second: Condition[Place] = ALWAYS,
) -> Assessment[Place]:
    """What is found on a place of which each paper says one thing."""
    papers = tuple(Paper(Document(str(i), date(2022, 12, 31), "an office"), each) for i, each in enumerate(said))
    return assess(plan_for(requires, first, second), Dossier(Place("P-01", "A place"), papers), on=ON)


def listed(answer: Needs) -> list[list[tuple[str, str]]]:
    """The kind and the name of each need."""
    return [[(need.kind, name_of(need)) for need in each] for each in answer.sets]


def name_of(need: Need) -> str:
    name: str = getattr(need.what, "name", "") or getattr(need.what, "id", "")
    return f"{name}@{need.survey.id}" if need.survey else f"{name} of {need.entry}" if need.entry else name


class TestNeeds:
    """Which missing papers and judgements would settle the verdict, as minimal sets."""

    def test_is_empty_when_the_verdict_is_definite(self) -> None:
        answer = needs(found(lends.is_yes(), lends.recorded(False)))
        assert (answer.verdict, answer.sets, answer.settles, answer.capped) == (NOT_MET, (), True, False)

    @given(groups(), dossiers())
    def test_is_empty_exactly_when_the_verdict_is_definite(self, asked: Any, dossier: Dossier[Place]) -> None:
        condition, clauses = asked
        plan = plan_for(condition, Condition(clauses[FIRST]), Condition(clauses[SECOND]))
        answer = needs(assess(plan, dossier, on=ON), at_most=200)
        definite = answer.verdict.is_definite
        event(f"definite: {definite}, settles: {answer.settles}, capped: {answer.capped}")
        assume(definite or answer.settles)  # what nothing can settle may be in need of nothing
        assert (answer.sets == ()) == definite

    def test_a_paper_not_on_file_is_a_value_with_its_survey(self) -> None:
        falls = (poor + near).falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)
        answer = needs(found(falls, poor.recorded(1, at=S2024)))
        assert sorted(listed(answer)[0]) == [("value", "near@2021"), ("value", "near@2024"), ("value", "poor@2021")]

    def test_a_figure_of_a_moment_by_name(self) -> None:
        assert listed(needs(found(poor.at(START_OF_PERIOD).is_at_least(1)))) == [[("value", "poor@2021")]]

    def test_a_share_on_record(self) -> None:
        rate = poverty_rate.is_at_most(percent(5))
        said = [poverty_rate.recorded(percent(share), at=END_2024) for share in ("4.5", "6.00001")]
        assert listed(needs(assessed(rate, *map(paper, said)))) == [[("correction", "poverty_rate@2024")]]
        assert listed(needs(assessed(rate))) == [[("value", "poverty_rate@2024")]]

    def test_papers_that_disagree_need_a_correction(self) -> None:
        answer = needs(found(jobs.is_at_least(2), jobs.recorded(1), jobs.recorded(2)))
        assert listed(answer) == [[("correction", "jobs")]]
        assert "đính chính" in needs_text(found(jobs.is_at_least(2), jobs.recorded(1), jobs.recorded(2)))

    def test_a_judgement_not_made_is_needed_and_is_named_with_its_body(self) -> None:
        open_ = found(effort.is_judged_at_least(Level.DONE))
        assert listed(needs(open_)) == [[("judgement", "effort")]]
        assert needs_data(open_)["sets"][0][0]["judges"] == [
            {"id": "council", "label": {"vi": "hội đồng", "en": "hội đồng"}}
        ]

    def test_a_field_of_an_entry_on_file(self) -> None:
        gift = gifts.entry("1", given_on.recorded(date(2023, 1, 1)))
        declared = gifts.complete(entries=1, through=CUT_OFF_DAY, by="the office")
        assert listed(needs(found(gifts.are_all(real.is_yes()), gift, declared))) == [[("field", "real of 1")]]

    def test_entries_declared_but_not_on_file(self) -> None:
        declared = gifts.complete(entries=12, through=CUT_OFF_DAY, by="the office")
        answer = needs(found(gifts.are_all(real.is_yes()), declared))
        assert listed(answer) == [[("entries", "gifts")]]
        assert answer.sets[0][0].number == 12
        assert answer.settles

    def test_the_rest_of_an_open_register(self) -> None:
        assert listed(needs(found(visits.number().is_at_least(3)))) == [[("register", "visits")]]

    def test_a_contradicted_declaration_needs_the_register_again(self) -> None:
        filed = [gifts.entry(str(i), given_on.recorded(date(2023, 1, 1)), real.recorded(i == 0)) for i in range(2)]
        declared = gifts.complete(entries=1, through=CUT_OFF_DAY, by="the office")
        answer = needs(found(gifts.number(where=real.is_yes()).is_at_least(1), *filed, declared))
        assert listed(answer) == [[("register", "gifts")]]

    def test_a_day_in_dispute_decides_whether_an_entry_counts(self) -> None:
        days = (date(2023, 1, 1), CUT_OFF_DAY + timedelta(1))
        filed = [gifts.entry("1", given_on.recorded(day), real.recorded(True)) for day in days]
        declared = gifts.complete(entries=1, through=CUT_OFF_DAY + timedelta(1), by="the office")
        answer = needs(found(gifts.number(where=real.is_yes()).is_at_least(1), *filed, declared))
        assert ("field", "given_on of 1") in listed(answer)[0]

    def test_amounts_that_add_up(self) -> None:
        gift = gifts.entry("1", given_on.recorded(date(2023, 1, 1)), real.recorded(True))
        declared = gifts.complete(entries=1, through=CUT_OFF_DAY, by="the office")
        asked = gifts.total(worth, where=real.is_yes()).is_at_least(dong(2))
        assert listed(needs(found(asked, gift, declared))) == [[("field", "worth of 1")]]
        assert listed(needs(found(asked))) == [[("register", "gifts")]]

    def test_an_amount_without_a_bound_of_its_own(self) -> None:
        gift = small_plan.gifts.entry("1", small_plan.given_on.recorded(date(2023, 1, 1)))
        declared = small_plan.gifts.complete(entries=1, through=date(2025, 12, 15), by="văn phòng")
        asked = small_plan.gifts.total(small_plan.value).is_at_least(dong(50_000_000))
        assert listed(needs(assessed(asked, paper(gift, declared)))) == [[("field", "value of 1")]]

    def test_a_day_in_dispute_on_both_sides_of_all_that_counts(self) -> None:
        """Only a day between them counts, and none on record is one."""
        days = (date(2022, 1, 1), CUT_OFF_DAY + timedelta(1))
        filed = [gifts.entry("1", given_on.recorded(day), real.recorded(True)) for day in days]
        declared = gifts.complete(entries=0, through=date(2022, 5, 31), by="the office")
        none_else = found(gifts.number(where=real.is_yes()).is_at_most(0), *filed, declared)
        assert ("field", "given_on of 1") in listed(needs(none_else))[0]

    def test_what_no_longer_matters_is_not_needed(self) -> None:
        asked = all_of(where(lends.is_yes(), jobs.is_at_least(1)), honest.is_judged_so())
        assert listed(needs(found(asked, lends.recorded(False)))) == [[("judgement", "honest")]]

    def test_two_days_that_are_compared(self) -> None:
        answer = needs(found(left_on.is_not_after(due_on)))
        assert sorted(listed(answer)[0]) == [("value", "due_on"), ("value", "left_on")]
        assert all(need.may_settle_alone for need in answer.sets[0])
        assert needs(found(left_on.is_not_after(due_on), left_on.recorded(DID_NOT_HAPPEN))).sets == ()

    def test_measured_comes_before_judged_and_what_may_settle_alone_first(self) -> None:
        asked = all_of(honest.is_judged_so(), any_of(lends.is_yes(), shape.is_one_of(Shape.RED)), jobs.is_at_least(1))
        answer = needs(found(asked))
        assert listed(answer) == [[("value", "jobs"), ("value", "lends"), ("value", "shape"), ("judgement", "honest")]]
        assert [need.may_settle_alone for need in answer.sets[0]] == [True, False, False, True]
        assert [need.judged for need in answer.sets[0]] == [False, False, False, True]

    def test_a_measured_set_comes_before_a_judged_one(self) -> None:
        """Where a place is read in two branches the verdict stays open though it cannot be otherwise."""
        assert listed(needs(found(TAUTOLOGY))) == [[("value", "lends")], [("judgement", "honest")]]

    def test_says_which_clauses_ask(self) -> None:
        open_ = found(all_of(*BOTH, jobs.is_at_least(1)), first=lends.is_yes(), second=where(lends.is_yes(), ALWAYS))
        assert [need.places for need in needs(open_).sets[0]] == [(FIRST, SECOND), ("III.2.1",)]

    def test_of_one_clause(self) -> None:
        open_ = found(all_of(*BOTH), first=lends.is_yes(), second=jobs.is_at_least(1))
        assert listed(needs(open_, of=SECOND)) == [[("value", "jobs")]]
        with pytest.raises(UnknownNameError, match=r"III\.2\.1 has no clause 'III\.9'"):
            needs(open_, of="III.9")

    def test_a_reading_not_adopted_is_for_those_who_judge(self) -> None:
        open_ = found(OPEN.choose(first=ALWAYS, second=lends.is_yes()), lends.recorded(False))
        answer = needs(open_)
        assert (listed(answer), answer.settles) == ([[("reading", "B-02")]], False)
        assert [need.number for each in answer.sets for need in each] == [0]
        assert answer.sets[0][0].judged

    def test_beside_a_reading_not_adopted_all_that_is_open_is_listed(self) -> None:
        answer = needs(found(OPEN.choose(first=lends.is_yes(), second=jobs.is_at_least(1))))
        assert listed(answer) == [[("value", "lends"), ("value", "jobs"), ("reading", "B-02")]]
        assert not answer.settles

    def test_a_share_of_nothing_is_settled_by_no_paper(self) -> None:
        share = near.as_share_of(poor).is_at_least(percent(50))
        answer = needs(found(share, near.recorded(0, at=S2024), poor.recorded(0, at=S2024)))
        assert (answer.sets, answer.settles) == ((), False)
        assert sorted(listed(needs(found(share)))[0]) == [("value", "near@2024"), ("value", "poor@2024")]
        assert not needs(found(share)).settles

    def test_a_search_cut_short_says_so_and_still_settles(self) -> None:
        asked = all_of(*(gifts.number(where=real.is_yes()).is_at_least(k) for k in (1, 2)), lends.is_yes())
        answer = needs(found(asked), at_most=1)
        assert answer.capped
        assert {name for _, name in listed(answer)[0]} == {"gifts", "lends"}

    def test_of_a_register_with_many_entries_everything_open_is_listed(self) -> None:
        filed = [gifts.entry(str(i), given_on.recorded(date(2023, 1, 1))) for i in range(60)]
        asked = all_of(gifts.are_all(real.is_yes()), gifts.total(worth).is_at_least(dong(50)), lends.is_yes())
        answer = needs(found(asked, *filed), at_most=50)
        assert (answer.capped, answer.settles, [len(each) for each in answer.sets]) == (True, True, [122])

    @pytest.mark.parametrize(
        "part", [OPEN.choose(first=ALWAYS, second=NEVER), near.as_share_of(poor).is_at_least(percent(50))]
    )
    def test_a_search_cut_short_promises_nothing_that_papers_cannot_do(self, part: Condition[Place]) -> None:
        asked = all_of(part, *(gifts.number(where=real.is_yes()).is_at_least(k) for k in (1, 2)), lends.is_yes())
        answer = needs(found(asked), at_most=1)
        assert (answer.capped, answer.settles) == (True, False)

    def test_a_search_cut_short_among_places_says_so(self) -> None:
        falls = (poor + near).falls_by_more_than(percent(50), since=START_OF_PERIOD, from_zero=NOT_APPLICABLE)
        answer = needs(found(falls), at_most=2)
        assert (answer.capped, len(answer.sets[0])) == (True, 4)

    def test_cut_short_at_the_last_way_there_is_it_says_so(self) -> None:
        counted = gifts.number(where=real.is_yes()).is_at_least(1)
        cut, whole = needs(found(counted), at_most=1), needs(found(counted), at_most=2)
        assert (listed(cut), cut.capped, cut.settles) == ([[("register", "gifts")]], True, True)
        assert (listed(whole), whole.capped, whole.settles) == (listed(cut), False, True)

    @pytest.mark.parametrize("at_most", [1, 2, 3, 4])
    def test_a_set_found_before_the_search_was_cut_short_settles(self, at_most: int) -> None:
        answer = needs(found(TAUTOLOGY), at_most=at_most)
        assert set(map(len, answer.sets)) <= {1, 2}

    def test_a_search_cut_short_before_any_set_was_found_makes_one_smaller(self) -> None:
        asked = all_of(*(any_of(one, not_(one), two, not_(two)) for one, two in (
            (lends.is_yes(), honest.is_judged_so()), (jobs.is_at_least(1), shape.is_one_of(Shape.RED)),
        )))  # fmt: skip
        answer = needs(found(asked), at_most=5)
        assert (answer.capped, [len(each) for each in answer.sets]) == (True, [2])
        assert [len(each) for each in needs(found(asked)).sets] == [2, 2, 2, 2]

    def test_every_kind_is_one_of_the_list(self) -> None:
        assert len(set(KINDS)) == len(KINDS)

    @given(st.permutations([lends.recorded(True), jobs.recorded(1), jobs.recorded(2), poor.recorded(1, at=S2024)]))
    def test_the_order_of_papers_does_not_matter(self, said: list[Said[Place]]) -> None:
        asked = all_of(lends.is_yes(), jobs.is_at_least(2), poor.is_at_least(1), honest.is_judged_so())
        assert listed(needs(found(asked, *said))) == [[("correction", "jobs"), ("judgement", "honest")]]

    @given(st.permutations([lends.is_yes(), jobs.is_at_least(2), poor.is_at_least(1), honest.is_judged_so()]))
    def test_nor_does_the_order_of_the_parts(self, parts: list[Condition[Place]]) -> None:
        (needed,) = listed(needs(found(all_of(*parts))))
        assert sorted(needed) == [
            ("judgement", "honest"),
            ("value", "jobs"),
            ("value", "lends"),
            ("value", "poor@2024"),
        ]


class TestWords:
    """In both languages, and as data that JSON holds."""

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_data_and_assessment_are_said_alike(self, language: str) -> None:
        open_ = found(all_of(lends.is_yes(), honest.is_judged_so()))
        assert needs_text(json.loads(json.dumps(needs_data(open_))), language) == needs_text(open_, language)
        assert why_text(json.loads(json.dumps(why_data(open_))), language) == why_text(open_, language)

    def test_nothing_more_is_needed(self) -> None:
        settled = found(lends.is_yes(), lends.recorded(True))
        assert needs_text(settled) == "Không cần bổ sung gì để kết luận III.2.1."
        assert needs_text(settled, "en") == "Nothing more is needed to settle III.2.1."

    def test_no_paper_can_settle(self) -> None:
        share = near.as_share_of(poor).is_at_least(percent(50))
        stuck = found(share, near.recorded(0, at=S2024), poor.recorded(0, at=S2024))
        assert needs_text(stuck) == "Không giấy tờ nào kết luận được III.2.1."
        assert needs_text(stuck, "en") == "No paper can settle III.2.1."

    def test_one_of_several_groups(self) -> None:
        assert needs_text(found(TAUTOLOGY), "en").splitlines() == [
            "To settle III.2.1, one of these groups:",
            "  Group 1:",
            "    1. lends",
            "  Group 2:",
            "    1. the judgement of hội đồng on honest; usual paper: minutes of the judgement",
        ]
        assert "  Nhóm 02:" in needs_text(found(TAUTOLOGY)).splitlines()

    def test_what_papers_alone_may_not_settle(self) -> None:
        open_ = found(OPEN.choose(first=lends.is_yes(), second=jobs.is_at_least(1)))
        assert "  Riêng giấy tờ chưa chắc đủ để kết luận." in needs_text(open_).splitlines()
        assert "  Papers alone may not be enough to settle it." in needs_text(open_, "en").splitlines()
        assert "  3. chọn cách hiểu B-02: B-02" in needs_text(open_).splitlines()
        assert "  3. adopting a reading of B-02: B-02" in needs_text(open_, "en").splitlines()

    def test_a_search_cut_short(self) -> None:
        data = {**needs_data(found(lends.is_yes())), "capped": True}
        assert needs_text(data).splitlines()[-1] == "  (Tìm chưa hết: có thể có cách bổ sung ít hơn.)"
        assert needs_text(data, "en").splitlines()[-1] == "  (The search was cut short: less may be enough.)"

    def test_clauses_are_named_at_the_group(self) -> None:
        open_ = found(all_of(*BOTH), first=lends.is_yes())
        assert needs_text(open_, "en").splitlines() == ["To settle III.2.1, this:", f"  1. lends [{FIRST}]"]


class TestWhyInWords:
    """What it rests on: one reason, several together, each alone, or groups of them."""

    def test_several_groups(self) -> None:
        asked = any_of(all_of(lends.is_yes(), jobs.is_at_least(1)), all_of(lends.is_yes(), poor.is_at_least(1)))
        met = found(asked, lends.recorded(True), jobs.recorded(1), poor.recorded(1, at=S2024))
        said = why_text(met, "en").splitlines()
        assert said[:4] == [
            "Why met (III.2.1):",
            "  Each of these groups alone is enough:",
            "  Group 1:",
            "    1. required: lends; found: lends",
        ]
        assert "  Mỗi nhóm căn cứ sau tự nó đã đủ:" in why_text(met).splitlines()

    def test_each_alone_from_the_group_and_from_the_clause(self) -> None:
        failed = found(
            all_of(*BOTH), lends.recorded(False), jobs.recorded(0), first=lends.is_yes(), second=jobs.is_at_least(1)
        )
        assert why_text(failed, "en").splitlines()[1:] == [
            "  Each of these alone is enough:",
            f"  1. {FIRST}: required: lends; found: does not lend",
            f"  2. {SECOND}: required: jobs is at least 1 household; found: jobs: 0 households",
        ]
        assert why_text(why_data(failed, of=FIRST), "en").splitlines() == [
            f"Why not met ({FIRST}):",
            "  1. required: lends; found: does not lend",
        ]
        assert [[reason["clause"] for reason in each] for each in why_data(failed)["clauses"]] == [[FIRST], [SECOND]]
        assert "clauses" not in why_data(failed, of=FIRST)

    @pytest.mark.parametrize(
        ("asked", "verdict"), [(ALWAYS, "met"), (NEVER, "not met"), (NOT_APPLICABLE, "not addressed")]
    )
    def test_the_plan_alone_decides(self, asked: Condition[Place], verdict: str) -> None:
        settled = found(asked)
        assert why(settled).sets == ((),)
        assert why_text(settled, "en") == f"Why {verdict} (III.2.1):\n  By the plan itself, whatever the papers."

    def test_a_reading_not_adopted_leaves_it_open(self) -> None:
        open_ = found(all_of(OPEN.choose(first=ALWAYS, second=lends.is_yes()), *BOTH), lends.recorded(False))
        assert why_text(open_, "en").splitlines() == [
            "Why undetermined (III.2.1):",
            "  1. no reading is adopted of B-02: B-02",
        ]
        assert "chưa chọn cách hiểu B-02" in why_text(open_)

    def test_a_capped_search(self) -> None:
        settled = found(any_of(lends.is_yes(), jobs.is_at_least(1)), lends.recorded(True), jobs.recorded(1))
        answer: Why = why(settled, at_most=1)
        assert (answer.verdict, answer.capped, len(answer.sets)) == (MET, True, 1)
        data = why_data(settled, at_most=1)
        assert why_text(data, "en").splitlines()[-1] == "  (There may be other groups, not listed.)"
        assert why_text(data).splitlines()[-1] == "  (Có thể còn nhóm căn cứ khác chưa liệt kê.)"

    def test_an_unknown_clause(self) -> None:
        with pytest.raises(UnknownNameError, match=r"III\.2\.1 has no clause 'III\.9'"):
            why(found(ALWAYS), of="III.9")


class TestLetter:
    """What the nominee is asked to file, apart from what bodies must judge."""

    def test_is_not_written_when_nothing_is_missing(self) -> None:
        with pytest.raises(NothingMissingError, match=r"nothing to ask P-01 for: the verdict is \{met\}"):
            request_letter(found(ALWAYS))

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_keeps_papers_judgements_and_readings_apart(self, language: str) -> None:
        open_ = found(OPEN.choose(first=all_of(lends.is_yes(), honest.is_judged_so()), second=jobs.is_at_least(1)))
        letter = request_letter(open_, language)
        heads = [letter.index(f"  {number}. ") for number in (1, 2, 3)]
        assert heads == sorted(heads)
        assert letter.index("lends") < heads[1] < letter.index("onest") < heads[2] < letter.index("B-02")

    def test_asks_only_in_the_case_in_which_it_is_asked_at_all(self) -> None:
        """Một hộ chưa rõ có thuộc trường hợp hay không thì chỉ phải nộp giấy tờ nếu thuộc trường hợp đó."""
        asked = where(lends.is_yes(), all_of(jobs.is_at_least(1), honest.is_judged_so()))
        letter = " ".join(request_letter(found(asked)).split())
        assert f"- {lends.fact.label.vi};" in letter
        assert f"- trong trường hợp {describe(lends.is_yes().node, 'vi')}: {jobs.fact.label.vi};" in letter
        assert f") Trong trường hợp {describe(lends.is_yes().node, 'vi')}: {honest.fact.label.vi}, do" in letter
        english = " ".join(request_letter(found(asked), "en").split())
        assert f"- where {describe(lends.is_yes().node, 'en')}: {jobs.fact.label.en};" in english

    def test_asks_in_every_case_what_is_asked_outside_of_it_too(self) -> None:
        asked = all_of(where(lends.is_yes(), jobs.is_at_least(1)), jobs.is_at_least(2))
        assert f"- {jobs.fact.label.vi};" in request_letter(found(asked))

    def test_of_judgements_alone_asks_for_no_paper(self) -> None:
        letter = request_letter(found(honest.is_judged_so()))
        assert "Các nội dung còn lại chỉ chờ đánh giá" in letter.replace("\n", " ")
        assert "Giấy tờ, số liệu" not in letter
        assert "What remains only awaits a judgement" in " ".join(
            request_letter(found(honest.is_judged_so()), "en").split()
        )

    def test_a_long_list_has_letters_to_the_end(self) -> None:
        assert "".join(islice(_letters("vi"), 5)) == "abcdđ"
        assert list(islice(_letters("en"), 25, 28)) == ["z", "aa", "ab"]
