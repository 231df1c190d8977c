"""Published tables of poor households, read by the same door as workbooks; their slips are told, never repaired."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from fractions import Fraction
from importlib.resources import as_file, files
from pathlib import Path

from attrs import frozen

from thidua.errors import UnknownNameError, did_you_mean
from thidua.interpreters.loading.refusals import Enough, Refused, incomplete
from thidua.interpreters.wording import in_both, number
from thidua.nodes import Register
from thidua.quantities import Exact, Percent, number_of, percent
from thidua.texts import Text, nfc
from thidua.workbooks.files import grids_of
from thidua.workbooks.grids import Place, Troubles
from thidua.workbooks.layout import Column, Reads, Table
from thidua.workbooks.sheets import Line, code_row, lines

Figure = str | int | Percent
_HALF_A_PLACE = Fraction(1, 200)
"""Percentages are printed with two decimals, so an honest one is no further from the quotient."""


@frozen
class Caution:
    """A figure that does not agree with the others of its table: where, as published, and as the others give it."""

    place: str
    code: str
    published: Exact
    computed: Exact
    message: Text


@frozen
class PublishedRow:
    """One row: exact integers, exact percentages, words. What was not published is `None`."""

    figures: tuple[tuple[str, Figure | None], ...]

    def __getitem__(self, column: str) -> Figure | None:
        held = dict(self.figures)
        if column not in held:
            msg = f"there is no column {column!r}{did_you_mean(column, held)}"
            raise UnknownNameError(msg)
        return held[column]


@frozen
class PublishedTable:
    """A table as published, and where it disagrees with itself."""

    id: str
    title: Text
    rows: tuple[PublishedRow, ...]
    cautions: tuple[Caution, ...]


@frozen
class _Total:
    """Rows that add up to another, told by the value of one column, among rows alike in another."""

    key: str
    whole: str
    parts: tuple[str, ...]
    alike_in: str = ""


@frozen
class _Shape:
    id: str
    title: Text
    columns: tuple[tuple[str, Reads], ...]
    sums: tuple[tuple[str, tuple[str, ...]], ...]
    shares: tuple[tuple[str, str, str], ...]
    total: _Total

    @property
    def table(self) -> Table:
        """The sheet it is."""
        columns = (Column(code, Text(code, code), reads, self.id, code) for code, reads in self.columns)
        return Table(self.id, self.title, tuple(columns))


_SHAPES = (
    _Shape(
        "poverty-by-region",
        Text("hộ nghèo, hộ cận nghèo theo vùng, 2022-2023", "poor and near-poor households by region, 2022-2023"),
        columns=(
            ("region_vi", Reads.TEXT),
            ("region_en", Reads.TEXT),
            ("year", Reads.WHOLE),
            ("poor_households", Reads.WHOLE),
            ("near_poor_households", Reads.WHOLE),
            ("poor_and_near_poor_as_published", Reads.WHOLE),
            ("source", Reads.TEXT),
        ),
        sums=(("poor_and_near_poor_as_published", ("poor_households", "near_poor_households")),),
        shares=(),
        total=_Total(
            "region_en",
            "Whole country",
            (
                "Northern midlands and mountains",
                "Red River delta",
                "North central and central coast",
                "Central highlands",
                "South-east",
                "Mekong delta",
            ),
            alike_in="year",
        ),
    ),
    _Shape(
        "son-la-2022-by-ethnic-group",
        Text("hộ nghèo, hộ cận nghèo tỉnh Sơn La theo dân tộc, 2022", "households of Sơn La by ethnic group, 2022"),
        columns=(
            ("group", Reads.TEXT),
            ("households", Reads.WHOLE),
            ("persons", Reads.WHOLE),
            ("poor_households", Reads.WHOLE),
            ("poor_percent_as_published", Reads.PERCENT),
            ("near_poor_households", Reads.WHOLE),
            ("near_poor_percent_as_published", Reads.PERCENT),
            ("source", Reads.TEXT),
        ),
        sums=(),
        shares=(
            ("poor_percent_as_published", "poor_households", "households"),
            ("near_poor_percent_as_published", "near_poor_households", "households"),
        ),
        total=_Total("group", "all", ("ethnic minorities", "Kinh")),
    ),
)


def poverty_tables() -> tuple[PublishedTable, ...]:
    """The published tables that come with the library."""
    with as_file(files("thidua") / "data") as folder:
        return tuple(read_table(folder / f"{shape.id}.csv") for shape in _SHAPES)


def read_table(path: str | Path) -> PublishedTable:
    """A published table of one of the forms that come with the library, from a CSV or .xlsx file.

    Raises `InvalidDocumentError` with every cell that cannot be read. A total that is not the sum of its parts, or a
    percentage that is not the quotient it is said to be, is a caution; the figure stays as published.
    """
    path = Path(path)
    troubles = Troubles()
    with suppress(Enough):
        found = _table(path, troubles)
        if found is not None:
            return found
    raise troubles.error(str(path))


def _table(path: Path, troubles: Troubles) -> PublishedTable | None:
    """The table, or nothing where there are troubles."""
    tables = {shape.table.mark: shape for shape in _SHAPES}
    for grid in grids_of(path, tables, troubles):
        head = code_row(grid, tables)
        if head:
            shape = tables[head[1]]
            told = list(lines(grid, head[0], shape.table, dict[str, Register](), troubles))
            _check_columns(shape, told, grid.place(head[0]), troubles)
            if troubles:
                return None
            rows = tuple(_row(shape, line) for line in told)
            return PublishedTable(shape.id, shape.title, rows, tuple(_cautions(shape, rows, told)))
    if not troubles:
        known = ", ".join(tables)
        vi, en = "không có dòng tiêu đề bắt đầu bằng", "there is no row of headers that begins with"
        refused = incomplete(f"{vi} {known}", f"{en} {known}", expected=known)
        troubles.add(Place(0, nfc(path.name)), refused)
    return None


def _check_columns(shape: _Shape, told: list[Line], head: Place, troubles: Troubles) -> None:
    for code, reads in shape.columns:
        if told and code not in told[0].places:
            vi, en = f"thiếu cột “{code}”", f"the column “{code}” is missing"
            troubles.add(head, incomplete(vi, en, expected=code))
        for line in told:
            value = line.get(code)
            if reads is Reads.WHOLE and value is not None and value < 0:
                vi, en = f"số không thể âm; đã ghi {value}", f"a number is not negative; got {value}"
                troubles.add(line.place(code), Refused(Text(vi, en), "out_of_range", found=str(value)))


def _row(shape: _Shape, line: Line) -> PublishedRow:
    percents = [code for code, reads in shape.columns if reads is Reads.PERCENT]
    return PublishedRow(
        tuple(
            (code, percent(value) if code in percents and value is not None else value)
            for code, _ in shape.columns
            for value in [line.get(code)]
        )
    )


def _cautions(shape: _Shape, rows: tuple[PublishedRow, ...], told: list[Line]) -> Iterator[Caution]:
    for row, line in zip(rows, told, strict=True):
        for column, parts in shape.sums:
            yield from _sum(line, column, row[column], [row[part] for part in parts])
        for column, part, whole in shape.shares:
            yield from _share(line, column, row[column], row[part], row[whole])
        yield from _total(shape, rows, row, line)


def _total(shape: _Shape, rows: tuple[PublishedRow, ...], row: PublishedRow, line: Line) -> Iterator[Caution]:
    total = shape.total
    if row[total.key] != total.whole:
        return
    alike = [each for each in rows if not total.alike_in or each[total.alike_in] == row[total.alike_in]]
    parts = [each for each in alike if each[total.key] in total.parts]
    for column, reads in shape.columns:
        if reads is Reads.WHOLE and column != total.alike_in and len(parts) == len(total.parts):
            yield from _sum(line, column, row[column], [part[column] for part in parts])


def _sum(line: Line, column: str, published: Figure | None, parts: list[Figure | None]) -> Iterator[Caution]:
    """Where the parts are all known and add up to something else."""
    if published is None or None in parts:
        return
    exact, computed = number_of(published), sum(map(number_of, parts))
    if exact != computed:
        yield _caution(line, column, "sum", exact, computed, lambda said: (number(exact, said), number(computed, said)))


def _share(
    line: Line, column: str, published: Figure | None, part: Figure | None, whole: Figure | None
) -> Iterator[Caution]:
    """Where the quotient is known and rounds to something else."""
    if published is None or part is None or not whole:
        return
    exact, computed = Fraction(number_of(published)), Fraction(number_of(part), number_of(whole))
    if abs(exact - computed) * 100 > _HALF_A_PLACE:
        yield _caution(
            line,
            column,
            "share",
            exact,
            computed,
            lambda said: (f"{number(exact * 100, said)}%", f"{number(computed * 100, said)}%"),
        )


_FROM = {
    "sum": Text("tổng các số thành phần là", "its parts add up to"),
    "share": Text("tính từ hai số cùng dòng là", "the figures of its row give"),
}


def _caution(
    line: Line, column: str, code: str, published: Exact, computed: Exact, shown: Callable[[str], tuple[str, str]]
) -> Caution:
    """Both figures; neither is preferred."""

    def say(language: str) -> str:
        one, other = shown(language)
        head = f"{column}: đã công bố {one}" if language == "vi" else f"{column}: published as {one}"
        return f"{head}, {_FROM[code].in_(language)} {other}"

    return Caution(str(line.place(column)), code, published, computed, in_both(say))
