"""Options that several commands have, each worded once: whom, on which day, for which review, in which language."""

from __future__ import annotations

import argparse
from datetime import date

from thidua.errors import BadDateError
from thidua.periods import day_first, iso_day


def add_kind(command: argparse.ArgumentParser) -> None:
    """`--kind`, which must be given."""
    command.add_argument("--kind", required=True, metavar="KIND", help="loại đối tượng (kind of subject): commune, …")


def add_day(command: argparse.ArgumentParser, *, required: bool = True) -> None:
    """`--on` and `--review`: the day of assessment, and the review where it is not that of the day."""
    command.add_argument(
        "--on", required=required, type=day, metavar="DATE",
        help="ngày xét (day of assessment): 2025-12-31, hoặc ngày trước (or day first): 31/12/2025",
    )  # fmt: skip
    command.add_argument("--review", metavar="ID", help="kỳ xét; bỏ trống: theo ngày xét (by default, by the day)")


def add_language(command: argparse.ArgumentParser) -> None:
    """`--language`, Vietnamese by default."""
    command.add_argument("--language", choices=("vi", "en"), default="vi", help="mặc định (default): vi")


def day(text: str) -> date:
    """A day as it is written in a command, year first or day first."""
    for read in (iso_day, day_first):
        try:
            return read(text)
        except BadDateError:
            continue
    msg = f"{text!r}: ghi ngày theo dạng 2025-12-31 hoặc 31/12/2025 (write a day as 2025-12-31, or day first)"
    raise argparse.ArgumentTypeError(msg)
