"""A table judged: the verdicts beside the caller's own columns, and any one row of it explained."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from thidua.clauses import Criteria
from thidua.displays import Shown
from thidua.errors import DisagreementError, IncompleteError
from thidua.findings import Assessment
from thidua.interpreters.assess import assess
from thidua.interpreters.columns.engine import SPARK, words_of
from thidua.interpreters.columns.naming import CODE
from thidua.interpreters.columns.one_row import dossier_of, row_of
from thidua.interpreters.columns.opening import Tables
from thidua.interpreters.columns.program import VERDICT
from thidua.interpreters.columns.supplied import Proof, Register
from thidua.movements import Plan, Setting
from thidua.subjects import Subject

S = TypeVar("S", bound=Subject)


@frozen(eq=False)
class Population(Shown, Generic[S]):
    """The verdicts on a whole table.

    `frame` is the table that was given, in its own type, with a column for each of `verdicts`: `verdict` for the group
    and each clause by its id. A word is one of `not_applicable`, `not_met`, `undetermined`, `met`: an enumeration in
    that order in polars, pandas, pyarrow and DuckDB, text in PySpark. `margins` are the paths of the leaves whose
    distance stands in columns, where it was asked for.
    """

    plan: Plan
    kind: type[S]
    setting: Setting
    frame: Any
    verdicts: tuple[str, ...]
    margins: tuple[str, ...]
    _tables: Tables = field(repr=False)
    _records: Mapping[str, Register] = field(repr=False)
    _proofs: Mapping[str, Proof] = field(repr=False)

    @property
    def criteria(self) -> Criteria[S]:
        """The group of clauses the rows are judged by."""
        return self.plan.criteria_for(self.kind)

    @property
    def is_lazy(self) -> bool:
        """Whether nothing of it is computed until it is asked for."""
        return self._tables.engine.lazy

    @property
    def read(self) -> dict[str, str]:
        """The columns that tell a place the plan knows, by the place."""
        return {key: self._tables.places[key].column for key in self._tables.columns}

    def explain(self, subject_id: object) -> Assessment[S]:
        """The assessment of one row, made from its dossier by `assess`, with its findings and reasons.

        Of a lazy table this computes that row. Raises `UnknownNameError` for a code that no row has,
        `DuplicateNameError` for one that several have, `IncompleteError` for a table without codes, and
        `DisagreementError` when the table says other than `assess`: then neither is to be trusted.
        """
        if CODE not in self._tables.names:
            msg = f"the table has no column {CODE!r}, so no row of it can be told by its subject"
            raise IncompleteError(msg)
        narwhals = words_of("narwhals")
        words = words_of(SPARK) if self._tables.engine.name == "pyspark" else narwhals
        table = narwhals.from_native(self.frame).select(*map(words.col, (CODE, *self.verdicts)))
        told = row_of(table, CODE, subject_id, narwhals)
        row = row_of(self._tables.subjects, CODE, subject_id, self._tables.engine.words)
        dossier = dossier_of(self.plan, self.kind, self.setting, self._tables, row, self._proofs, self._records)
        found = assess(self.plan, dossier, on=self.setting.on, review=self.setting.review.id)
        defined = {VERDICT: found.verdict.id} | {name: finding.verdict.id for name, finding in found.clauses}
        differing = [
            f"{name}: {told[name]} in the table, {defined[name]} by assess"
            for name in self.verdicts
            if str(told[name]) != defined[name]
        ]
        if differing:
            raise DisagreementError(f"{subject_id!r}: " + "; ".join(differing))
        return found
