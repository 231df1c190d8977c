"""The command line: `assess` judges dossiers on file, `plan` prints the plan, `template` writes a workbook to fill in.

`report` writes the page for the Council; `schema`, `checklist` and `sheet` say what a dossier needs: as a schema, as a
list of papers, as questions to be judged. Input and output live here and in `workbooks` alone.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from thidua.cli.asking import checklist_printed, letter_printed, schema_printed, sheet_printed
from thidua.cli.assessing import assessed
from thidua.cli.options import add_day, add_kind, add_language
from thidua.cli.printing import form_written, plan_printed
from thidua.cli.refusals import Refusal
from thidua.cli.reporting import add_head, report_written
from thidua.cli.tabulating import add_tabulate, tabulated
from thidua.interpreters.levels import LEVELS
from thidua.movements import Plan


def main(argv: Sequence[str] | None = None, *, plan: Plan | None = None) -> int:
    """Run one command; 0 when it could do what was asked, 2 when the input was bad. `plan` is ours unless given."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = _parser().parse_args(argv)
    commands: dict[str, Callable[[argparse.Namespace, Plan], str]] = {
        "assess": assessed, "plan": plan_printed, "template": form_written, "schema": schema_printed,
        "checklist": checklist_printed, "sheet": sheet_printed, "letter": letter_printed, "report": report_written,
        "tabulate": tabulated,
    }  # fmt: skip
    try:
        print(commands[given.command](given, plan or _ours()), flush=True)  # noqa: T201  # what a command line is for
    except Refusal as refusal:
        print(refusal, file=sys.stderr)  # noqa: T201  # as above
        return 2
    except BrokenPipeError:  # the reader of a pipe has seen enough; nothing more may be written, at exit neither
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _ours() -> Plan:
    from thidua.criteria import PLAN  # noqa: PLC0415  # help and usage need no plan

    return PLAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m thidua", description="Xét tiêu chí thi đua trên hồ sơ. Judges dossiers by an emulation plan."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    judge = commands.add_parser("assess", help="xét hồ sơ (judge dossiers)")
    report = commands.add_parser("report", help="lập báo cáo trình Hội đồng (write the report for the Council)")
    report.add_argument("-o", "--output", required=True, metavar="PATH", help="tệp .html sẽ tạo (the page to write)")
    for command in (judge, report):
        command.add_argument(
            "paths",
            nargs="+",
            metavar="PATH",
            help="tệp hồ sơ .json, bảng .xlsx hoặc .csv, hoặc thư mục (a JSON file, a workbook, or a folder of them)",
        )
        add_day(command)
        command.add_argument(
            "--level", choices=LEVELS, default="dossier",
            help="mức công bố (who will read it): public, dossier, internal; mặc định (default): dossier",
        )  # fmt: skip
    add_head(report)
    judge.add_argument("--why", action="store_true", help="vì sao có kết luận ấy (what the verdict rests on)")
    judge.add_argument("--needs", action="store_true", help="cần bổ sung gì (what would settle it)")
    judge.add_argument("--remedies", action="store_true", help="cách khắc phục (what would turn not met into met)")
    judge.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text", help="mặc định (default): text"
    )
    show = commands.add_parser("plan", help="in kế hoạch (print the plan)")
    show.add_argument(
        "id", nargs="?", metavar="ID", help="nhóm, tiêu chí, điều khoản hoặc cách hiểu (III.2.2, III.2.2-4, A-02)"
    )
    blank = commands.add_parser("template", help="tạo bảng mẫu để điền (write a workbook to fill in)")
    add_kind(blank)
    blank.add_argument("--review", metavar="ID", help="kỳ xét; bỏ trống: mọi kỳ rà soát (by default, every survey)")
    blank.add_argument(
        "-o", "--output", required=True, metavar="PATH", help="tệp .xlsx, hoặc thư mục CSV (or a folder of CSV files)"
    )
    asked = commands.add_parser("schema", help="in JSON Schema của hồ sơ (print the JSON Schema of a dossier)")
    add_kind(asked)
    papers = commands.add_parser("checklist", help="in danh mục hồ sơ (print the list of papers)")
    papers.add_argument(
        "path", nargs="?", metavar="PATH", help="hồ sơ cần đối chiếu; cần --on (a dossier to tick off; needs --on)"
    )
    papers.add_argument("--kind", metavar="KIND", help="loại đối tượng, khi không có hồ sơ (where no dossier is given)")
    words = commands.add_parser("sheet", help="in phiếu đánh giá (print the sheet of what is to be judged)")
    words.add_argument("path", metavar="PATH", help="một hồ sơ (a dossier)")
    words.add_argument(
        "--filled", metavar="PATH", help="phiếu .json đã điền: in hồ sơ có thêm đánh giá (a filled sheet: print the "
        "dossier with its judgements)",
    )  # fmt: skip
    letter = commands.add_parser(
        "letter", help="in công văn đề nghị bổ sung hồ sơ (print the letter asking for papers)"
    )
    letter.add_argument("path", metavar="PATH", help="một hồ sơ (a dossier)")
    add_day(letter)
    for command, required in ((papers, False), (words, True)):
        add_day(command, required=required)
        command.add_argument("--format", choices=("text", "json"), default="text", help="mặc định (default): text")
    add_tabulate(commands)
    for command in (judge, report, show, blank, asked, papers, words, letter):
        add_language(command)
    return parser
