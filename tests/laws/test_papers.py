"""From papers to verdicts: soundness, refinement, conflict widens, revision, order."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs
import pytest
from attrs import evolve
from contradictions import contradicts, read, tells_nothing_new
from dossier_strategies import OLD_PAPERS, PAPERS, anything_said, crowded_dossiers, dossiers, numbered, retold
from hypothesis import assume, event, given
from hypothesis import strategies as st
from movement import AT_FINAL, AT_INTERIM, FIRST, ON, SECOND, Place, effort, gifts, given_on, plan_for, poor, visits
from possible import possible
from questions import ANYTHING, PLAN, QUESTIONS, SETTINGS, Asked, a_place, knowledge, only_shrinks, verdicts
from strategies import DAYS, groups
from truths import Truth, declared, true_of, true_papers, truths

from thidua.conditions import ALWAYS, Condition
from thidua.dossiers import Dossier
from thidua.evidence import Complete, Entry, Evidence, Paper, Said
from thidua.interpreters.assess import assess, judge
from thidua.interpreters.papers import read_papers
from thidua.movements import Setting
from thidua.nodes import AllOf, AnyOf, AtLeast, Node, Sum
from thidua.readings import Level
from thidua.sources import Document

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of a strategy, where a draw fails


class TestSoundness:
    """Whatever complete world is consistent with the knowledge, its verdict was in the set. Relative to the accepted
    papers: where sources disagree the truth is taken to lie between them, a register declared complete is complete."""

    @given(st.data(), truths(), SETTINGS, groups())
    def test_the_true_verdict_is_never_excluded(
        self, data: st.DataObject, truth: Truth, setting: Setting, asked: Asked
    ) -> None:
        filed = [*data.draw(true_papers(truth, setting)), *data.draw(disturbances(truth, setting))]
        dossier = a_place(*data.draw(st.permutations(filed)))
        world = truth.known(setting)
        for node, found in verdicts(dossier, setting, asked).items():
            assert possible(node, world, setting, asked[1]) & ~found == 0

    @given(truths(), SETTINGS, groups())
    def test_papers_that_say_everything_leave_one_verdict(self, truth: Truth, setting: Setting, asked: Asked) -> None:
        every_register = [declared(truth, records, setting.cut_off, setting) for records in (gifts, visits)]
        everything = Paper(Document("1", DAYS[0], "an office"), *truth.facts, *truth.entries, *every_register)
        world = truth.known(setting)
        found = verdicts(a_place(everything), setting, (ALWAYS, asked[1]))
        assert found == {node: possible(node, world, setting) for node in found}


@st.composite
def disturbances(draw: st.DrawFn, truth: Truth, setting: Setting) -> list[Paper[Place]]:
    """Papers that must not lead astray: a doubt beside the truth, a slip corrected, what is not read."""
    filed: list[Paper[Place]] = []
    for number in range(200, 200 + 3 * draw(st.integers(0, 3)), 3):
        first, second = (Document(str(number + i), DAYS[0], "an office") for i in (0, 1))
        told = draw(true_of(truth, setting).filter(lambda said: not isinstance(said, Complete)))
        long_after = Document(str(number), setting.on.replace(year=2027), "an office")
        match draw(st.sampled_from(["doubt", "slip", "later", "stranger"])):
            case "doubt":
                filed += [Paper(first, told), Paper(second, draw(retold(told)))]
            case "slip":
                filed += [Paper(first, draw(anything_said())), Paper(second, told, corrects=first)]
            case "later":
                filed.append(Paper(long_after, draw(anything_said())))
            case _:
                level = draw(st.sampled_from(Level))
                filed.append(Paper(first, effort.judged(level, by="a stranger", on=ON, reason="so")))
    return filed


class TestRefinement:
    """A paper that is consistent with what is known leaves the set as it is or shrinks it."""

    @given(st.data(), truths(), SETTINGS, groups())
    def test_one_more_true_paper_only_shrinks(
        self, data: st.DataObject, truth: Truth, setting: Setting, asked: Asked
    ) -> None:
        filed = data.draw(true_papers(truth, setting))
        paper = Paper(Document("1", DAYS[0], "an office"), data.draw(true_of(truth, setting)))
        before = verdicts(a_place(*filed), setting, asked)
        after = verdicts(a_place(*filed, paper), setting, asked)
        event(f"a set shrank: {before != after}")
        assert only_shrinks(before, after)

    @given(st.one_of(dossiers(), crowded_dossiers()), PAPERS, SETTINGS, groups())
    def test_a_paper_that_contradicts_nothing_only_shrinks(
        self, dossier: Dossier[Place], paper: Paper[Place], setting: Setting, asked: Asked
    ) -> None:
        (paper,) = numbered([paper], 200)
        earlier = read(dossier, setting)
        told = [said for said in paper.proves if said in read(a_place(paper), setting)]
        for place, said in enumerate(told):
            assume(not contradicts(said, [*earlier, *told[:place]], setting))
        event("read" if told else "not read")
        assert only_shrinks(verdicts(dossier, setting, asked), verdicts(dossier.with_(paper), setting, asked))

    @given(dossiers(), SETTINGS)
    def test_more_papers_never_leave_more_open_than_none(self, dossier: Dossier[Place], setting: Setting) -> None:
        nothing = judge(ALWAYS.node, read_papers(PLAN, a_place(), setting), setting)
        assert nothing.mask
        empty = read_papers(PLAN, a_place(), setting)
        filled = read_papers(PLAN, dossier, setting)
        for question in QUESTIONS:
            assert judge(question.node, filled, setting).mask & ~judge(question.node, empty, setting).mask == 0


class TestConflictWidens:
    """A paper that contradicts what is known leaves the set as it is or enlarges it (hull of numbers and days, union
    of options), with a caution naming both sources."""

    @given(st.data(), st.one_of(dossiers(), crowded_dossiers()), SETTINGS, groups())
    def test_a_paper_that_contradicts_what_is_known_only_widens(
        self, data: st.DataObject, dossier: Dossier[Place], setting: Setting, asked: Asked
    ) -> None:
        earlier = read(dossier, setting)
        assume(earlier)
        said = data.draw(st.sampled_from(earlier).flatmap(lambda each: st.one_of(retold(each), another(each))))
        assume(said in read(a_place(Paper(None, said)) if not judged(said) else a_place(minutes(said)), setting))
        assume(contradicts(said, earlier, setting) and tells_nothing_new(said, earlier))
        event(type(said).__name__)
        after = dossier.with_(minutes(said))
        assert only_shrinks(verdicts(after, setting, asked), verdicts(dossier, setting, asked))

    @given(st.data(), st.one_of(dossiers(), crowded_dossiers()), SETTINGS)
    def test_the_caution_names_both_sources(
        self, data: st.DataObject, dossier: Dossier[Place], setting: Setting
    ) -> None:
        asked_at = (None, *dict(setting.surveys).values())
        earlier = [said for said in read(dossier, setting) if not isinstance(said, Evidence) or said.at in asked_at]
        assume(earlier)
        said = data.draw(st.sampled_from(earlier).flatmap(lambda each: st.one_of(retold(each), another(each))))
        assume(contradicts(said, earlier, setting) and tells_nothing_new(said, earlier))
        paper = minutes(said)
        cautions = read_papers(PLAN, dossier.with_(paper), setting).cautions
        conflicts = [caution for caution in cautions if caution.code in ("conflict", "declaration_void")]
        assert any(len(caution.papers) > 1 for caution in conflicts)

    @pytest.mark.parametrize("setting", [AT_FINAL, AT_INTERIM])
    def test_one_more_dispute_never_makes_a_void_declaration_hold_again(self, setting: Setting) -> None:
        """One entry is declared and two are filed; then a paper puts the second after the cut-off."""
        inside, outside = (given_on.recorded(day) for day in (setting.cut_off, setting.cut_off + timedelta(1)))
        void = a_place(
            minutes(gifts.entry("1", inside)), minutes(gifts.entry("2", inside)),
            minutes(gifts.complete(entries=1, through=setting.cut_off, by="the office")),
        )  # fmt: skip
        disputed = void.with_(minutes(gifts.entry("2", outside)))
        assert only_shrinks(verdicts(disputed, setting, ANYTHING), verdicts(void, setting, ANYTHING))

    @pytest.mark.parametrize("setting", [AT_FINAL, AT_INTERIM])
    def test_an_entry_too_many_beside_a_disputed_one_contradicts(self, setting: Setting) -> None:
        """One entry is declared; one paper files it inside, another outside; then a second entry is filed."""
        inside, outside = (given_on.recorded(day) for day in (setting.cut_off, setting.cut_off + timedelta(1)))
        disputed = a_place(
            minutes(gifts.entry("1", inside)), minutes(gifts.entry("1", outside)),
            minutes(gifts.complete(entries=1, through=setting.cut_off, by="the office")),
        )  # fmt: skip
        void = disputed.with_(minutes(gifts.entry("2", inside)))
        assert only_shrinks(verdicts(void, setting, ANYTHING), verdicts(disputed, setting, ANYTHING))


def judged(said: Said[Place]) -> bool:
    """Whether it is a judgement, which needs its minutes."""
    return isinstance(said, Evidence) and said.judgement is not None


def minutes(said: Said[Place]) -> Paper[Place]:
    """A paper of its own."""
    return Paper(Document("500", DAYS[0], "an office"), said)


def another(said: Said[Place]) -> st.SearchStrategy[Said[Place]]:
    """One more entry of the same register, or the same again."""
    return retold(evolve(said, key="9") if isinstance(said, Entry) else said)


class TestRevision:
    """A dossier in which one paper corrects another is assessed exactly as if only the correction were there, with a
    caution. Withdrawing a paper makes another dossier."""

    @given(st.data(), dossiers(), PAPERS, OLD_PAPERS, SETTINGS, groups())
    def test_a_corrected_paper_is_as_if_it_were_not_there(
        self, data: st.DataObject, dossier: Dossier[Place], wrong: Paper[Place], right: Paper[Place],
        setting: Setting, asked: Asked,
    ) -> None:  # fmt: skip
        wrong, right = numbered([wrong, right], 200)
        correction = Paper(right.document, *right.proves, corrects=wrong.document)
        both = dossier.with_(*data.draw(st.permutations([wrong, correction])))
        assert verdicts(both, setting, asked) == verdicts(dossier.with_(right), setting, asked)
        assert wrong.document is not None
        codes = {caution.code for caution in read_papers(PLAN, both, setting).cautions if wrong in caution.papers}
        assert codes == {"corrected" if wrong.document.issued_on <= setting.on else "issued_later"}

    @given(dossiers(), PAPERS, st.permutations(range(3)), SETTINGS, groups())
    def test_a_correction_of_a_correction_leaves_the_last(
        self, dossier: Dossier[Place], last: Paper[Place], order: list[int], setting: Setting, asked: Asked
    ) -> None:
        first, second, third = (Document(str(number), DAYS[0], "an office") for number in (300, 301, 302))
        chain = (
            Paper(first, poor.recorded(3, at=setting.surveys[0][1])),
            Paper(second, poor.recorded(2, at=setting.surveys[0][1]), corrects=first),
            Paper(third, *last.proves, corrects=second),
        )
        chained = dossier.with_(*(chain[place] for place in order))
        assert verdicts(chained, setting, asked) == verdicts(dossier.with_(Paper(third, *last.proves)), setting, asked)

    @given(dossiers(), OLD_PAPERS, SETTINGS, groups())
    def test_a_correction_issued_after_the_day_is_not_read(
        self, dossier: Dossier[Place], paper: Paper[Place], setting: Setting, asked: Asked
    ) -> None:
        (paper,) = numbered([paper], 200)
        later: Paper[Place] = Paper(
            Document("201", setting.on.replace(year=2027), "an office"), corrects=paper.document
        )
        there = dossier.with_(paper)
        assert verdicts(there.with_(later), setting, asked) == verdicts(there, setting, asked)

    @given(dossiers(), PAPERS, SETTINGS, groups())
    def test_a_withdrawn_paper_leaves_no_trace(
        self, dossier: Dossier[Place], paper: Paper[Place], setting: Setting, asked: Asked
    ) -> None:
        (paper,) = numbered([paper], 200)
        assert paper.document is not None
        withdrawn = dossier.with_(paper).without(paper.document)
        assert verdicts(withdrawn, setting, asked) == verdicts(dossier, setting, asked)


class TestOrder:
    """The order of papers, records and children never matters to a verdict."""

    @given(st.data(), dossiers(), SETTINGS, groups())
    def test_the_order_of_papers(
        self, data: st.DataObject, dossier: Dossier[Place], setting: Setting, asked: Asked
    ) -> None:
        shuffled = a_place(*data.draw(st.permutations(dossier.papers)))
        assert verdicts(shuffled, setting, asked) == verdicts(dossier, setting, asked)

    @given(dossiers(), SETTINGS, groups())
    def test_the_order_of_records_and_of_what_they_say(
        self, dossier: Dossier[Place], setting: Setting, asked: Asked
    ) -> None:
        turned = a_place(*map(turned_over, dossier.papers))
        assert verdicts(turned, setting, asked) == verdicts(dossier, setting, asked)

    @given(dossiers(), SETTINGS)
    def test_how_statements_are_spread_over_papers(self, dossier: Dossier[Place], setting: Setting) -> None:
        told = read(dossier, setting)
        apart = a_place(*(Paper(Document(str(i), DAYS[0], "an office"), said) for i, said in enumerate(told)))
        assert verdicts(apart, setting, ANYTHING) == verdicts(dossier, setting, ANYTHING)

    @given(dossiers(), SETTINGS, groups())
    def test_the_order_of_children(self, dossier: Dossier[Place], setting: Setting, asked: Asked) -> None:
        condition, clauses = asked
        turned = turned_round(condition.node)
        known = knowledge(dossier, setting, asked)
        assert judge(turned, known, setting, clauses).mask == judge(condition.node, known, setting, clauses).mask


def turned_over(paper: Paper[Place]) -> Paper[Place]:
    """The paper with its statements the other way round, and so the fields of each entry."""
    told = (evolve(said, facts=said.facts[::-1]) if isinstance(said, Entry) else said for said in paper.proves[::-1])
    return Paper(paper.document, *told, corrects=paper.corrects)


def turned_round(value: Any) -> Any:
    """A tree with the parts of every combination and every sum the other way round."""
    if isinstance(value, tuple):
        return tuple(map(turned_round, value))
    if not isinstance(value, Node):
        return value
    below = {each.name: turned_round(getattr(value, each.name)) for each in attrs.fields(type(value))}
    if isinstance(value, AllOf | AnyOf | AtLeast | Sum):
        below["parts"] = below["parts"][::-1]
    return attrs.evolve(value, **below)


class TestAssess:
    """`assess` is the two steps together, for the group and for each of its clauses."""

    @given(dossiers(), SETTINGS, groups())
    def test_assess_reads_the_papers_and_judges(self, dossier: Dossier[Place], setting: Setting, asked: Asked) -> None:
        condition, clauses = asked
        plan = plan_for(condition, Condition(clauses[FIRST]), Condition(clauses[SECOND]))
        assessment = assess(plan, dossier, on=setting.on)
        known = read_papers(plan, dossier, setting)
        assert assessment.verdict.mask == judge(condition.node, known, setting, clauses).mask
        assert {name: assessment.of(name).mask for name in clauses} == {
            name: judge(node, known, setting).mask for name, node in clauses.items()
        }
        assert assess(plan, dossier, on=setting.on, review=setting.review.id).found == assessment.found
