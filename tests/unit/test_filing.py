"""Filing: what papers say, sorted by place. It depends on no day, review or plan, so a dossier does it once."""

from datetime import date

from small_plan import (
    END_2021,
    END_2024,
    XA_MAU,
    again,
    counted,
    document,
    has_fund,
    paper,
    poor_households,
    report,
    reports,
)

from thidua.dossiers import Dossier
from thidua.evidence import Paper
from thidua.filing import file_papers

DUE, LATER = date(2025, 6, 20), date(2025, 7, 20)
ONE = paper(has_fund.recorded(True), report("BC-01", DUE), number="01")
OTHER = Paper(document("02"), has_fund.recorded(False), report("BC-01", LATER, LATER), report("BC-02", DUE))
COMPLETE = Paper(document("03"), reports.complete(entries=2, through=LATER, by="Văn phòng xã"))


class TestFacts:
    """Each place once, with all that papers say of it."""

    def test_a_fact_counted_by_surveys_has_a_place_for_each(self) -> None:
        filing = file_papers((counted(END_2021, 60), counted(END_2024, 20)))

        assert [place for place, _ in filing.facts] == ["poor_households@2021", "poor_households@2024"]
        assert filing.facts[0][1].sources[0].said == poor_households.recorded(60, at=END_2021)

    def test_values_that_disagree_are_kept_as_a_conflict(self) -> None:
        ((place, what),) = file_papers((ONE, OTHER)).facts

        assert (place, what.conflict, what.options) == ("has_fund", True, {"yes", "no"})


class TestRegisters:
    """Equal keys are one entry; declarations stand beside the entries."""

    def test_equal_keys_are_one_entry(self) -> None:
        (filed,) = file_papers((ONE, OTHER)).registers

        assert [entry.entry.key for entry in filed.entries] == ["BC-01", "BC-02"]
        assert [len(entry.entry.sources) for entry in filed.entries] == [2, 1]

    def test_an_entry_lies_between_the_days_its_papers_give(self) -> None:
        (filed,) = file_papers((ONE, OTHER)).registers

        assert [(entry.first, entry.last) for entry in filed.entries] == [(DUE, LATER), (DUE, DUE)]

    def test_a_register_may_be_declared_with_nothing_filed(self) -> None:
        (filed,) = file_papers((COMPLETE,)).registers

        assert (filed.register, filed.entries) == (reports.register, ())
        assert [said.entries for _, said in filed.declared] == [2]

    def test_nothing_is_filed_of_nothing(self) -> None:
        assert file_papers(()) == ((), ())


class TestDossier:
    """A dossier files its papers when first asked; a step gives a new dossier with a filing of its own."""

    def test_files_once(self) -> None:
        dossier = Dossier(XA_MAU, (ONE,))

        assert dossier.filing is dossier.filing
        assert dossier.filing == file_papers((ONE,))

    def test_a_step_files_anew(self) -> None:
        dossier = Dossier(XA_MAU, (ONE,))

        assert dossier.with_(COMPLETE).filing == file_papers((ONE, COMPLETE))
        assert again(dossier).filing == dossier.filing
