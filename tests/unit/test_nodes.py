"""The closed language is data: frozen, hashable, compared by structure, picklable by value."""

from datetime import date
from fractions import Fraction
from typing import get_args

import pytest
from attrs import fields
from attrs.exceptions import FrozenInstanceError
from small_plan import COUNCIL, STRICTLY, again, due_on, effort, has_fund, poor_households, poverty, reports, value

from thidua import nodes as n
from thidua.periods import AT_REVIEW, CUT_OFF, START_OF_PERIOD
from thidua.quantities import HOUSEHOLDS
from thidua.texts import Text
from thidua.verdicts import M

YES = n.IsOneOf(has_fund.fact, ("yes",))
POOR = n.Recorded(poor_households.fact)
DUE = n.RecordedDay(due_on.fact)
ZERO = n.Exactly(0, HOUSEHOLDS)
ONE_OF_EACH: tuple[n.Node, ...] = (
    POOR,
    ZERO,
    n.At(POOR, START_OF_PERIOD),
    n.Sum((POOR, ZERO)),
    n.Times(2, POOR),
    n.Quotient(POOR, poverty.node),
    n.Number(reports.register, n.Constant(M)),
    n.Total(reports.register, value.fact, n.Constant(M)),
    n.ChooseQuantity(STRICTLY.reading, (("more_than", POOR), ("at_least", ZERO))),
    DUE,
    n.ExactDay(date(2025, 6, 20)),
    n.DayOf(CUT_OFF),
    n.YearsAfter(DUE, 3),
    n.Constant(M),
    YES,
    n.JudgedAtLeast(effort.fact, "DONE"),
    n.Compare(POOR, n.Op.AT_LEAST, ZERO),
    n.CompareDays(DUE, n.Op.AT_MOST, n.DayOf(CUT_OFF)),
    n.Falls(POOR, Fraction(1, 2), True, START_OF_PERIOD, AT_REVIEW, n.Constant(M)),
    n.AreAll(reports.register, n.Constant(M)),
    n.AtReview(("final",), Text("tổng kết", "final")),
    n.AllOf((YES,)),
    n.AnyOf((YES,)),
    n.AtLeast(1, (YES,), "cap"),
    n.Not(YES),
    n.Where(YES, YES),
    n.Unless(YES, YES),
    n.Choose(STRICTLY.reading, (("more_than", YES), ("at_least", n.Constant(M)))),
    n.ClauseMet("III.2.1-1"),
)
DECLARATIONS = (poor_households.fact, effort.fact, reports.register, STRICTLY.reading, COUNCIL, effort.fact.options[0])


class TestTheSet:
    """A closed set of nodes: terms that are numbers, terms that are days, predicates."""

    def test_is_held_here_once_each(self) -> None:
        assert {type(node) for node in ONE_OF_EACH} == set(get_args(n.Node))
        assert len(ONE_OF_EACH) == len(get_args(n.Node))

    def test_every_node_says_what_it_stands_for(self) -> None:
        assert [kind.__name__ for kind in get_args(n.Node) if not kind.__doc__] == []

    def test_a_node_has_no_method_of_its_own(self) -> None:
        made_by_attrs = {name for name in vars(n.ClauseMet) if callable(getattr(n.ClauseMet, name))}
        own = {
            f"{kind.__name__}.{name}"
            for kind in get_args(n.Node)
            for name in vars(kind)
            if callable(getattr(kind, name)) and not name.startswith("__") and name not in made_by_attrs
        }

        assert own == set()


@pytest.mark.parametrize("node", [*ONE_OF_EACH, *DECLARATIONS], ids=lambda node: type(node).__name__)
class TestValues:
    """Everything frozen, hashable, picklable by value, comparable structurally."""

    def test_is_frozen(self, node: n.Node) -> None:
        with pytest.raises(FrozenInstanceError):
            setattr(node, fields(type(node))[0].name, None)

    def test_survives_pickling(self, node: n.Node) -> None:
        copy = again(node)

        assert copy == node
        assert hash(copy) == hash(node)
        assert copy is not node

    def test_differs_from_every_other(self, node: n.Node) -> None:
        assert sum(node == other for other in (*ONE_OF_EACH, *DECLARATIONS)) == 1


class TestReading:
    """A named reading holds its options and the one adopted."""

    def test_gives_an_option_by_name(self) -> None:
        assert STRICTLY.reading.option("at_least").label.vi == "hiểu là at_least"

    def test_says_by_whom_it_was_adopted(self) -> None:
        assert STRICTLY.reading.by.vi == "nhóm biên soạn thidua"
