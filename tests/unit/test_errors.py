"""Every error is a class of its own, also the builtin a caller would guess, and says what to do next."""

import pytest
from small_plan import again

from thidua import errors
from thidua.errors import CODES, InvalidDocumentError, Problem, ThiduaError, did_you_mean, nearest
from thidua.texts import Text

RAISED = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, ThiduaError) and kind is not ThiduaError
]


class TestClasses:
    """One class per way of failing."""

    @pytest.mark.parametrize("kind", RAISED)
    def test_each_is_a_builtin_error_too(self, kind: type[ThiduaError]) -> None:
        assert issubclass(kind, TypeError | ValueError | LookupError)

    @pytest.mark.parametrize("kind", RAISED)
    def test_each_says_when_it_is_raised(self, kind: type[ThiduaError]) -> None:
        assert (kind.__doc__ or "").strip()


class TestTheNearestName:
    """A misspelt name is answered with the nearest right one."""

    def test_of_a_slip_of_one_letter(self) -> None:
        assert nearest("poor_housholds", ["area", "poor_households"]) == "poor_households"

    def test_is_nothing_when_no_name_is_close(self) -> None:
        assert nearest("xyz", ["area"]) == ""

    def test_stands_at_the_end_of_the_message(self) -> None:
        assert did_you_mean("arae", ["area", "jobs"]) == "; did you mean 'area'?"

    def test_is_replaced_by_all_there_are_when_none_is_close(self) -> None:
        assert did_you_mean("xyz", ["jobs", "area"]) == "; there are: area, jobs"


class TestInvalidDocument:
    """All errors of a file come in one report, each with its place."""

    one = Problem("float", "$.papers[0].proves[1].value", Text("số thực", "a float"), found="52.5", expected="“52.5”")
    other = Problem("unknown_name", "$.kind", Text("không có", "unknown"), nearest="commune")

    def test_each_problem_has_a_code_of_the_closed_list(self) -> None:
        assert {self.one.code, self.other.code} <= set(CODES)
        assert list(CODES) == sorted(set(CODES))

    def test_a_line_says_the_message_and_then_the_place(self) -> None:
        assert self.one.line() == "a float @ $.papers[0].proves[1].value"
        assert self.one.line("vi") == "số thực @ $.papers[0].proves[1].value"

    def test_the_report_counts_them_under_the_name_of_the_file(self) -> None:
        error = InvalidDocumentError([self.one, self.other], "commune.json")

        assert error.report("vi") == (
            "commune.json: 2 lỗi\n  số thực @ $.papers[0].proves[1].value\n  không có @ $.kind"
        )
        assert str(error).startswith("commune.json: 2 problems\n  a float @ ")

    def test_one_problem_is_one(self) -> None:
        assert str(InvalidDocumentError([self.other])) == "1 problem\n  unknown @ $.kind"

    def test_can_be_raised_and_caught_as_a_value_error(self) -> None:
        with pytest.raises(ValueError, match="1 problem"):
            raise InvalidDocumentError([self.other])

    def test_survives_pickling(self) -> None:
        copy = again(InvalidDocumentError([self.one], "x.json"))

        assert copy.problems == (self.one,)
        assert copy.source == "x.json"
