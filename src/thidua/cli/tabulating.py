"""`tabulate`: judges a table of subjects on file, and writes it back with the verdicts beside."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from thidua.cli.options import add_day, add_kind, add_language, day
from thidua.cli.progress import Bar
from thidua.cli.refusals import Refusal, check_kind, check_review, exists, not_written
from thidua.cli.table_books import book_judged
from thidua.cli.table_files import TABLES, Misread, Unreadable, entries_in, subjects_in, write
from thidua.errors import ThiduaError, did_you_mean
from thidua.interpreters.columns.engine import words_of
from thidua.interpreters.columns.population import Population
from thidua.interpreters.columns.supplied import Completeness, Minutes, Register
from thidua.interpreters.columns.tabulate import tabulate
from thidua.interpreters.populations.deciding import decisive_clauses_said
from thidua.interpreters.populations.missing import missing_said
from thidua.interpreters.populations.summary import summary_said
from thidua.movements import Plan, Vocabulary
from thidua.nodes import Kind
from thidua.sources import Document


def add_tabulate(commands: Any) -> argparse.ArgumentParser:
    """The command and its options."""
    command: argparse.ArgumentParser = commands.add_parser(
        "tabulate", help="xét cả bảng đối tượng (judge a whole table of subjects)"
    )
    command.add_argument(
        "paths", nargs="+", metavar="FILE",
        help="bảng .csv, .parquet; tệp mang tên một sổ theo dõi là bảng của sổ ấy; hoặc một bảng .xlsx theo mẫu "
        "(tables; a file named after a register is that register's; or one workbook made by `template`)",
    )  # fmt: skip
    add_kind(command)
    add_day(command)
    command.add_argument("-o", "--output", required=True, metavar="OUT", help="tệp .csv hoặc .parquet (where to write)")
    command.add_argument(
        "--complete", action="append", default=[], metavar="REGISTER=THROUGH",
        help="sổ đã đầy đủ đến ngày, hoặc cột ghi ngày (a register complete through a day, or a column of days)",
    )  # fmt: skip
    command.add_argument("--by", metavar="WHO", help="ai xác nhận các sổ đã đầy đủ (who declares registers complete)")
    command.add_argument(
        "--minutes", nargs=3, metavar=("NUMBER", "DATE", "BODY"),
        help="biên bản đánh giá: số, ngày, hội đồng (the minutes of what was judged: number, day, body)",
    )  # fmt: skip
    command.add_argument(
        "--stream", action="store_true",
        help="bảng lớn hơn bộ nhớ; giá trị không hợp lệ coi như chưa ghi (larger than memory; a value that its fact "
        "cannot have counts as not recorded)",
    )  # fmt: skip
    command.add_argument("--summary", action="store_true", help="in bảng tổng hợp (print the counts, what decides and "
                         "what is missing)")  # fmt: skip
    command.add_argument("--group-by", metavar="COLUMN", help="tổng hợp theo cột (count by a column): area, …")
    add_language(command)
    return command


def tabulated(given: argparse.Namespace, plan: Plan) -> str:
    """Where the table was written, and on request the counts."""
    language: str = given.language
    vi = language == "vi"
    check_kind(plan, given.kind, language)
    check_review(plan, given.on, given.review, language)
    output = Path(given.output)
    _check_output(output, language)
    paths = [Path(path) for path in given.paths]
    with Bar(3) as bar:
        try:
            words_of("polars")
            bar.step("đọc bảng" if vi else "reading")
            if any(path.suffix.lower() not in TABLES for path in paths):
                frame, said = book_judged(plan, given, paths), ""
                bar.step("xét" if vi else "judging")
            else:
                result = _judged(given, plan, paths)
                bar.step("xét" if vi else "judging")
                frame, said = result.frame, _summary(result, given) if given.summary else ""
            bar.step("ghi" if vi else "writing")
            write(frame, output)
        except (Misread, Unreadable) as error:
            raise Refusal(error.said(language)) from None
        except ModuleNotFoundError as error:
            raise Refusal(_without_frames(error, language)) from None
        except FileExistsError:
            raise Refusal(exists(output, language)) from None
        except OSError as error:
            raise Refusal(not_written(output, error, language)) from None
        except ThiduaError as error:
            raise Refusal(str(error)) from None
        except words_of("polars").exceptions.PolarsError as error:  # a cell met only once the table is streamed
            head = "một ô không đọc được" if vi else "a cell cannot be read"
            msg = f"{head}: {str(error).splitlines()[0]}"
            raise Refusal(msg) from None
    return "\n\n".join(filter(None, [f"Đã ghi {output}" if vi else f"Wrote {output}", said]))


def _check_output(output: Path, language: str) -> None:
    vi = language == "vi"
    if output.suffix.lower() not in TABLES:
        ending = "ghi tên tệp .csv hoặc .parquet" if vi else "name a .csv or a .parquet file"
        msg = f"{output}: {ending}"
        raise Refusal(msg)
    if output.exists():
        raise Refusal(exists(output, language))


def _without_frames(error: ModuleNotFoundError, language: str) -> str:
    install = "pip install 'thidua[frames]'"
    return f"cần cài thêm {error.name}: {install}" if language == "vi" else f"this needs {error.name}: {install}"


def _judged(given: argparse.Namespace, plan: Plan, paths: list[Path]) -> Population[Any]:
    words = plan.vocabulary(given.kind)
    registers = {register.name for register in words.registers}
    setting = plan.setting(on=given.on, review=given.review)
    own = [path for path in paths if path.stem not in registers]
    if not own:
        vi, en = "Chưa có bảng đối tượng", "There is no table of subjects"
        raise Refusal(vi if given.language == "vi" else en)
    subjects = subjects_in(own, plan, words, setting, stream=given.stream)
    complete = _complete(given, words)
    records: dict[str, Register] = {}
    for name in dict.fromkeys(path.stem for path in paths if path.stem in registers):
        files = [path for path in paths if path.stem == name]
        records[name] = Register(entries_in(files, words, name, stream=given.stream), complete.get(name))
    lost = [name for name in complete if name not in records]
    if lost:
        msg = f"--complete {lost[0]}: " + (
            f"không có tệp {lost[0]}" if given.language == "vi" else f"there is no file {lost[0]}"
        )
        raise Refusal(msg)
    documents = _minutes(given, words, subjects)
    return tabulate(
        plan, words.subject, subjects, on=given.on, review=given.review, records=records, documents=documents
    )


def _complete(given: argparse.Namespace, words: Vocabulary) -> dict[str, Completeness]:
    found: dict[str, Completeness] = {}
    names = [register.name for register in words.registers]
    vi = given.language == "vi"
    for said in given.complete:
        name, _, through = said.partition("=")
        if name not in names or not through:
            msg = f"--complete {said}: " + ("ghi SỔ=NGÀY" if vi else "write REGISTER=DAY") + did_you_mean(name, names)
            raise Refusal(msg)
        if given.by is None:
            raise Refusal("--complete: ghi thêm --by, ai xác nhận" if vi else "--complete: add --by, who declares it")
        try:
            last: date | str = day(through)
        except argparse.ArgumentTypeError:
            last = through
        found[name] = Completeness(last, given.by)
    return found


def _minutes(given: argparse.Namespace, words: Vocabulary, subjects: Any) -> dict[str, Minutes]:
    if given.minutes is None:
        return {}
    number, on, body = given.minutes
    try:
        held = day(on)
    except argparse.ArgumentTypeError as error:
        msg = f"--minutes {error}"
        raise Refusal(msg) from None
    names = subjects.collect_schema().names()
    judged = [fact.name for fact in words.facts if fact.kind is Kind.JUDGED and fact.name in names]
    return {name: Minutes(Document(number, held, body), body, held, "") for name in judged}


def _summary(result: Population[Any], given: argparse.Namespace) -> str:
    """The counts; what is missing is told of the measured part, which waits for papers and not for the Council."""
    language: str = given.language
    pages = [
        summary_said(result, language, by=given.group_by),
        decisive_clauses_said(result, language, by=given.group_by),
        missing_said(result, language, measured=True),
    ]
    return "\n\n".join(pages)
