"""Reading a workbook from disk, whichever form it has."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from thidua.dossiers import Dossier
from thidua.interpreters.loading.refusals import Enough, Refused, clean, incomplete, misfit, too_large
from thidua.limits import MOST_BYTES_OF_A_WORKBOOK, MOST_SHEETS
from thidua.movements import Plan
from thidua.texts import Text, nfc
from thidua.workbooks.csv_files import csv_grid
from thidua.workbooks.excel_input import excel_grids
from thidua.workbooks.grids import NOTE, Grid, Place, Room, Troubles
from thidua.workbooks.layout import Layout, Table, layout
from thidua.workbooks.reading import Reading
from thidua.workbooks.sheets import Line, code_row, lines


def read_workbook(plan: Plan, path: str | Path) -> tuple[Dossier[Any], ...]:
    """The dossiers in a workbook: an .xlsx file, a folder of CSV files, or one CSV file with the subjects alone.

    Raises `InvalidDocumentError` with every problem at once, each at its cell (`Xã!C7`), and then gives nothing;
    `OSError` where the path cannot be read, `ExcelMissingError` where the extra `excel` is needed but not there.
    """
    path = Path(path)
    troubles = Troubles()
    layouts = {words.id: layout(plan, words.id) for words in plan.vocabularies}
    marks = dict.fromkeys(table.mark for sheets in layouts.values() for table in sheets.tables)
    dossiers: tuple[Dossier[Any], ...] = ()
    with suppress(Enough):
        grids = grids_of(path, marks, troubles)
        dossiers = _dossiers(plan, layouts, grids, marks, Place(0, path.name), troubles)
    if troubles:
        raise troubles.error(str(path))
    return dossiers


def grids_of(path: Path, marks: Mapping[str, Any], troubles: Troubles) -> list[Grid]:
    """Every sheet of a path that is not a note."""
    file = Place(0, nfc(path.name))
    if path.is_dir():
        files = sorted(each for each in path.glob("*.csv") if not each.name.startswith(NOTE))
        if not files:
            vi, en = "thư mục không có tệp .csv nào", "there is no .csv file in the folder"
            troubles.add(file, incomplete(vi, en, expected="*.csv"))
        elif len(files) > MOST_SHEETS:
            vi, en = "thư mục có quá nhiều tệp .csv", "the folder has too many .csv files"
            troubles.add(file, too_large(vi, en, str(MOST_SHEETS)))
            files = []
    else:
        files = [path]
    grids: list[Grid] = []
    room = Room()
    for order, each in enumerate(files):
        place = Place(order, nfc(each.name))
        if each.stat().st_size > MOST_BYTES_OF_A_WORKBOOK:
            vi, en = "tệp quá lớn, chia thành nhiều tệp", "the file is too large, split it"
            troubles.add(place, too_large(vi, en, f"{MOST_BYTES_OF_A_WORKBOOK // 2**20} MB"))
        elif each.suffix.lower() == ".csv":
            grid = csv_grid(each.read_bytes(), place, marks, room, troubles)
            grids.extend([grid] if grid else [])
        elif each.suffix.lower() == ".xlsx":
            grids.extend(excel_grids(each.read_bytes(), troubles, place))
        else:
            vi, en = "chỉ đọc tệp .xlsx và .csv; lưu lại thành .xlsx", "only .xlsx and .csv are read; save it as .xlsx"
            troubles.add(place, Refused(Text(vi, en), "unreadable", found=each.suffix, expected=".xlsx, .csv"))
    return grids


def _dossiers(
    plan: Plan,
    layouts: Mapping[str, Layout],
    grids: list[Grid],
    marks: Mapping[str, Any],
    file: Place,
    troubles: Troubles,
) -> tuple[Dossier[Any], ...]:
    headed = [(grid, *found) for grid in grids if (found := _head(grid, marks, troubles))]
    of_subjects = {sheets.subjects.mark: sheets for sheets in layouts.values()}
    kinds = dict.fromkeys(mark for _, _, mark in headed if mark in of_subjects)
    if not kinds:
        if not troubles:
            vi, en = "không có trang đối tượng, có cột", "there is no sheet of subjects, which has the column"
            names = ", ".join(of_subjects)
            troubles.add(file, incomplete(f"{vi} {names}", f"{en} {names}", expected=names))
        return ()
    chosen = of_subjects[next(iter(kinds))]
    sheets: dict[str, list[tuple[Grid, int]]] = {table.mark: [] for table in chosen.tables}
    for grid, head, mark in headed:
        if mark in sheets:
            sheets[mark].append((grid, head))
        else:
            label = chosen.words.label
            vi = f"trang “{clean(mark)}” không thuộc tệp của {label.vi}; mỗi tệp ghi một loại đối tượng"
            en = f"a sheet “{clean(mark)}” does not belong to a file of {label.en}; a file has one kind of subject"
            troubles.add(grid.place(head), misfit(vi, en, found=mark))

    registers = {table.id: table.register for table in chosen.registers if table.register}

    def filled(table: Table) -> list[Line]:
        told = (lines(grid, head, table, registers, troubles) for grid, head in sheets[table.mark])
        return list(chain.from_iterable(told))

    reading = Reading(plan, chosen, troubles)
    reading.read_documents(filled(chosen.documents))
    reading.read_subjects(filled(chosen.subjects))
    for table in chosen.registers:
        reading.read_entries(filled(table), table.id)
    reading.read_complete(filled(chosen.complete))
    return reading.dossiers()


def _head(grid: Grid, marks: Mapping[str, Any], troubles: Troubles) -> tuple[int, str] | None:
    """The row of codes; a sheet that holds something must have one, so that nothing is passed over."""
    found = code_row(grid, marks)
    if found is None and grid.rows:
        vi = f"trang không có dòng mã cột; nếu là ghi chú thì đặt tên bắt đầu bằng “{NOTE}”"
        en = f"the sheet has no row of codes; if these are notes, let its name begin with “{NOTE}”"
        troubles.add(grid.place(), incomplete(vi, en))
    return found
