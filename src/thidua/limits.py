"""How much is read at the door: beyond these a document is refused, and nothing is cut off in silence.

They are far above what a real file of papers needs, and low enough that reading takes seconds at worst.
"""

from __future__ import annotations

from typing import Final

MOST_BYTES: Final = 8 * 1024 * 1024
"""Of a JSON document, a dossier or a filled sheet."""
MOST_VALUES: Final = 100_000
"""Of a JSON document: texts, numbers, lists, objects."""
MOST_LEVELS: Final = 32
"""Lists and objects within one another; the format needs fewer than ten."""
MOST_LETTERS: Final = 10_000
"""Of one text, in a document or in a cell."""
MOST_MARKS: Final = 30
"""Marks in a row on one letter, as in the Stream-Safe Text Format of Unicode (UAX 15); Vietnamese needs two."""
MOST_DIGITS: Final = 100
"""Of a whole number; a longer one is a slip of typing."""
MOST_PROBLEMS: Final = 200
"""Told of one document; that there are more is told too."""

MOST_BYTES_OF_A_WORKBOOK: Final = 32 * 1024 * 1024
"""Of one file, once unpacked."""
MOST_SHEETS: Final = 200
"""Of a workbook, notes left out; or files of a folder."""
MOST_CELLS: Final = 2_000_000
"""Of a file, empty ones before filled ones included."""
MOST_ROWS: Final = 1_048_576
"""Of a file, empty ones between filled ones included."""
MOST_COLUMNS: Final = 16_384
"""Of a sheet."""
