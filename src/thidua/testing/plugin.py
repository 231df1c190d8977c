"""The pytest plugin: runs every case of every `*.cases.toml` it is shown, a test each."""

# pytest leaves its constructors untyped.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownLambdaType=false
# pyright: reportUnknownVariableType=false, reportUnknownParameterType=false

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from thidua.testing.cases import Case

SUFFIX = ".cases.toml"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A file of cases is collected as one."""
    if file_path.name.endswith(SUFFIX):
        made: CaseFile = CaseFile.from_parent(parent, path=file_path)
        return made
    return None


class CaseFile(pytest.File):
    """A file of cases."""

    def collect(self) -> Iterator[pytest.Item]:
        """A test for each case. A file that cannot be read is one error, with every mistake in it at its place."""
        from thidua.testing.case_files import CaseError, read_cases  # noqa: PLC0415  # only where there are cases

        try:
            cases = read_cases(self.path)
        except CaseError as error:
            raise self.CollectError(str(error)) from None
        for case in cases:
            yield CaseItem.from_parent(self, name=case.name, case=case)


class CaseItem(pytest.Item):
    """A case."""

    def __init__(self, *, case: Case, **known: Any) -> None:
        super().__init__(**known)
        self.case = case

    def runtest(self) -> None:
        """The dossier is assessed, and every verdict expected is compared."""
        from thidua.testing.cases import check_case  # noqa: PLC0415  # as above

        check_case(self.case)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What came out otherwise and why, without a stack of calls."""
        from thidua.testing.cases import CaseFailed  # noqa: PLC0415  # as above

        if isinstance(excinfo.value, CaseFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The file, and the sentence that names the case."""
        return self.path, None, self.name
