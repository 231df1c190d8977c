"""What lint() finds: a fault of a closed list, where it stands, in words of both languages, and how it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import frozen

from thidua.interpreters.comparing.results import Status
from thidua.texts import Text


class Fault(Enum):
    """What can be wrong with a plan though it can be read and run. The list is closed; a code never changes."""

    VACUOUS = Text("ai cũng đạt", "vacuous")
    DEAD = Text("không bao giờ áp dụng", "dead")
    SHADOWED = Text("đã bao hàm trong các tiêu chí khác", "shadowed by others")
    UNSATISFIABLE = Text("không ai đạt được", "unsatisfiable")
    HARDLY_SATISFIABLE = Text("hầu như không ai đạt được", "hardly satisfiable")
    OUTSIDE_ITS_UNIT = Text("ngưỡng nằm ngoài đơn vị đo", "a threshold outside its unit")
    NO_SCALE = Text("nội dung phải đánh giá mà thiếu thang mức", "a judged word without a scale")
    NO_CITATION = Text("không dẫn chiếu được", "without citation")
    NO_DIFFERENCE = Text("cách hiểu nào cũng như nhau", "a reading whose alternatives never differ")

    @property
    def code(self) -> str:
        """The code, as it stands in data: `"vacuous"`, `"hardly_satisfiable"`."""
        return self.name.lower()


@frozen
class LintFinding:
    """One fault: at a clause, a group or a reading by its id, and of which subjects where not of all.

    `reason` says what was found there. `status` is proved where every world was gone through, tested where the worlds
    that were left could not be made a dossier that shows otherwise, and not decided where the search was given up.
    """

    fault: Fault
    place: str
    reason: Text
    status: Status = Status.PROVED
    about: Text | None = None

    @property
    def code(self) -> str:
        """The code of the fault."""
        return self.fault.code


def lint_said(result: Iterable[LintFinding], language: str = "vi") -> str:
    """What was found, a line each, in Vietnamese or English."""
    lines = list(_lines(result, language))
    return "\n".join(lines) or ("Không thấy lỗi nào." if language == "vi" else "Nothing was found.")


def _lines(result: Iterable[LintFinding], language: str) -> Iterator[str]:
    for found in result:
        name, how = (Text(word.value.vi, word.value.en).in_(language) for word in (found.fault, found.status))
        about = f", {found.about.in_(language)}" if found.about else ""
        yield f"- {found.place}{about}: {name} [{found.code}]. {found.reason.in_(language)} ({how})"
