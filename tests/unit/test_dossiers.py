"""A dossier is built bit by bit, as a web form would; every step gives a new one."""

from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from small_plan import (
    END_2021,
    XA_MAU,
    again,
    counted,
    document,
    has_fund,
    jobs,
    registered,
    report,
    reports,
    under_inquiry,
)

from thidua.dossiers import Dossier
from thidua.errors import UnknownNameError, WrongOwnerError, WrongValueError
from thidua.evidence import Paper
from thidua.subjects import Commune, Household

ONE, TWO, THREE = (document(number) for number in ("01", "02", "03"))
SAID = has_fund.recorded(True)


class TestBuilding:
    """`with_` and `without` give a new dossier; the old one is untouched."""

    def test_begins_with_nothing_known(self) -> None:
        assert Dossier(XA_MAU).papers == ()

    def test_grows_paper_by_paper(self) -> None:
        empty = Dossier(XA_MAU)
        grown = empty.with_(Paper(ONE, SAID)).with_(Paper(TWO, jobs.recorded(3)), counted(END_2021, 60, 40))

        assert empty.papers == ()
        assert len(grown.papers) == 3
        assert grown == Dossier(XA_MAU, (Paper(ONE, SAID), Paper(TWO, jobs.recorded(3)), counted(END_2021, 60, 40)))

    def test_loses_a_document_with_all_that_it_proves(self) -> None:
        dossier = Dossier(XA_MAU, (Paper(ONE, SAID), Paper(TWO, jobs.recorded(3)), Paper(ONE, jobs.recorded(4))))

        assert dossier.without(ONE) == Dossier(XA_MAU, (Paper(TWO, jobs.recorded(3)),))

    def test_loses_a_paper_and_no_other_of_the_same_document(self) -> None:
        kept, lost, undocumented = Paper(ONE, SAID), Paper(ONE, jobs.recorded(4)), Paper(None, jobs.recorded(3))
        dossier = Dossier(XA_MAU, (kept, lost, undocumented))

        assert dossier.without(lost) == Dossier(XA_MAU, (kept, undocumented))
        assert dossier.without(undocumented) == Dossier(XA_MAU, (kept, lost))

    def test_cannot_lose_what_is_not_there(self) -> None:
        titled = evolve(ONE, number="", title="Sổ theo dõi")
        dossier = Dossier(XA_MAU, (Paper(ONE, SAID), Paper(titled, SAID), Paper(None, jobs.recorded(3))))

        with pytest.raises(UnknownNameError, match="document '02' as given; there are: 01; Sổ theo dõi"):
            dossier.without(TWO)
        with pytest.raises(UnknownNameError, match="document '01' as given; there are: 01"):
            dossier.without(Paper(ONE, jobs.recorded(3)))
        with pytest.raises(UnknownNameError, match="no paper is the one given, without a document; there"):
            dossier.without(Paper(None, SAID))
        with pytest.raises(UnknownNameError, match="there are: none"):
            Dossier(XA_MAU).without(TWO)

    @pytest.mark.parametrize("given", [None, "01", SAID])
    def test_loses_documents_and_papers_only(self, given: Any) -> None:
        with pytest.raises(WrongValueError, match=r"without\(\) takes a document or a paper of the dossier but got"):
            Dossier(XA_MAU, (Paper(None, SAID),)).without(given)

    @pytest.mark.parametrize(
        ("papers", "told"),
        [
            (Paper(ONE, SAID), r"Paper; write \(paper,\) or call with_\(paper\)"),
            ([Paper(ONE, SAID)], r"list; write tuple\(papers\)"),
            (iter([Paper(ONE, SAID)]), r"list_iterator; write tuple\(papers\)"),
        ],
        ids=["one alone", "a list", "what is read but once"],
    )
    def test_holds_a_tuple_of_papers(self, papers: Any, told: str) -> None:
        with pytest.raises(WrongValueError, match=f"^papers= is a tuple of papers but got {told}$"):
            Dossier(XA_MAU, papers)

    def test_begins_with_whom_it_is_about(self) -> None:
        words: Any = ("VD-01", "Xã Mẫu")

        with pytest.raises(
            WrongValueError, match=r"^subject= is a subject such as Commune\(code, name\) but got 'VD-01'"
        ):
            Dossier(*words)

    def test_is_a_value(self) -> None:
        dossier = Dossier(XA_MAU, (Paper(ONE, SAID, report("BC-01", ONE.issued_on)),))

        assert again(dossier) == dossier
        assert hash(again(dossier)) == hash(dossier)
        with pytest.raises(FrozenInstanceError):
            dossier.papers = ()


class TestWhose:
    """A fact that does not belong to that kind of subject is refused, by name."""

    def test_evidence_about_another_kind_is_refused(self) -> None:
        with pytest.raises(
            WrongOwnerError, match=r"Household\.registered: not known of a Commune, which VD-01 is; take"
        ):
            Dossier(XA_MAU, (Paper(ONE, registered.recorded(True)),))

    def test_all_of_it_is_named_at_once(self) -> None:
        household = Household("H-01", "Hộ Mẫu")

        with pytest.raises(
            WrongOwnerError, match=r"Commune\.has_fund, Commune\.reports, Commune\.reports: not known of a"
        ):
            Dossier(household, (
                Paper(ONE, SAID, report("BC-01", ONE.issued_on)),
                Paper(TWO, reports.complete(entries=1, through=ONE.issued_on, by="Văn phòng")),
            ))  # fmt: skip

    def test_what_every_kind_has_is_known_of_each(self) -> None:
        for subject in (XA_MAU, Household("H-01", "Hộ Mẫu")):
            assert Dossier(subject, (Paper(ONE, under_inquiry.recorded(False)),)).subject == subject

    def test_a_later_step_is_checked_too(self) -> None:
        with pytest.raises(WrongOwnerError):
            Dossier(Commune("1", "Xã Mẫu")).with_(Paper(ONE, registered.recorded(True)))


class TestCorrections:
    """A paper can correct another; papers that correct one another in a circle are refused."""

    def test_in_a_row_are_accepted(self) -> None:
        papers = (Paper(ONE, SAID), Paper(TWO, SAID, corrects=ONE), Paper(THREE, SAID, corrects=TWO))

        assert Dossier(XA_MAU, papers).papers == papers

    def test_of_one_document_by_two_are_accepted(self) -> None:
        papers = (Paper(TWO, SAID, corrects=ONE), Paper(THREE, SAID, corrects=ONE), Paper(None, SAID, corrects=ONE))

        assert Dossier(XA_MAU, papers).papers == papers

    def test_in_a_circle_of_two_are_refused(self) -> None:
        with pytest.raises(WrongValueError, match="papers correct one another in a circle, from 01 back to it"):
            Dossier(XA_MAU, (Paper(ONE, SAID, corrects=TWO), Paper(TWO, SAID, corrects=ONE)))

    def test_in_a_circle_that_a_third_leads_into_are_refused(self) -> None:
        with pytest.raises(WrongValueError, match="in a circle, from 02 back to it"):
            Dossier(XA_MAU, (
                Paper(ONE, SAID, corrects=TWO), Paper(TWO, SAID, corrects=THREE), Paper(THREE, SAID, corrects=TWO),
            ))  # fmt: skip

    def test_in_a_circle_beside_another_correction_are_refused(self) -> None:
        with pytest.raises(WrongValueError, match="in a circle"):
            Dossier(XA_MAU, (
                Paper(ONE, SAID, corrects=TWO), Paper(ONE, jobs.recorded(3), corrects=THREE),
                Paper(TWO, SAID, corrects=ONE),
            ))  # fmt: skip

    def test_a_later_step_is_checked_too(self) -> None:
        dossier = Dossier(XA_MAU, (Paper(ONE, SAID, corrects=TWO),))

        with pytest.raises(WrongValueError, match="in a circle"):
            dossier.with_(Paper(TWO, SAID, corrects=ONE))


class TestWhatItIsMadeOf:
    """A dossier is about a subject and holds papers; a paper begins with its document. All else is told at once."""

    def test_a_paper_whose_document_was_forgotten(self) -> None:
        with pytest.raises(WrongValueError, match=r"a paper's document is a Document or None but got Evidence"):
            Paper(has_fund.recorded(True))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # on purpose

    def test_a_paper_that_proves_a_number(self) -> None:
        with pytest.raises(WrongValueError, match=r"proves evidence, entries and declarations.*got int; write"):
            Paper(None, 5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # on purpose

    def test_papers_that_are_none(self) -> None:
        with pytest.raises(WrongValueError, match="holds papers, made with Paper"):
            Dossier(Commune("a", "A"), ("x",))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # on purpose

    def test_a_subject_that_is_none(self) -> None:
        with pytest.raises(WrongValueError, match=r"subject= is a subject such as Commune\(code, name\) but got 'A'"):
            Dossier("A")  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]  # on purpose
