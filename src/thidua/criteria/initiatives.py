"""What counts as an initiative or a solution in 2.1, 2.2 and 2.5."""

from typing import TypeVar

from thidua.conditions import Condition, all_of, any_of
from thidua.criteria.readings import MATTERS_OF_INITIATIVES, SOLUTIONS_TOO_ARE_RECOGNISED
from thidua.measures import Quantity
from thidua.periods import CUT_OFF
from thidua.records import Records
from thidua.vocabulary import initiative
from thidua.vocabulary.initiative import Concern, Form, Initiative

S = TypeVar("S")

RECOGNISED = initiative.recognised_on.is_not_after(CUT_OFF)
ACCEPTED = SOLUTIONS_TOO_ARE_RECOGNISED.choose(
    recognised=RECOGNISED,
    applied=any_of(RECOGNISED, initiative.form.is_one_of(Form.SOLUTION)),
)
"""An initiative, which must be recognised, or a solution, by B-04."""

_ADVICE = (Concern.POLICY, Concern.GUIDANCE, Concern.DIFFICULTIES)


def initiatives_or_solutions(register: Records[S, Initiative], *concerns: Concern) -> Quantity[S, int]:
    """How many initiatives and solutions there are about these matters."""
    return register.number(where=all_of(ACCEPTED, initiative.concern.is_one_of(*concerns)))


def has_initiatives_of_advice(register: Records[S, Initiative]) -> Condition[S]:
    """“Có sáng kiến trong việc xây dựng, tham mưu ban hành cơ chế, chính sách …”, in 2.2-1 and 2.5-1, by B-11."""

    def about(*concerns: Concern) -> Condition[S]:
        return register.number(where=all_of(RECOGNISED, initiative.concern.is_one_of(*concerns))).is_at_least(1)

    return MATTERS_OF_INITIATIVES.choose(
        any_matter=about(*_ADVICE),
        each_matter=all_of(*(about(concern) for concern in _ADVICE)),
    )
