"""How Sphinx builds these pages. `reference/clauses.md` is written from the code before the pages are read."""

from __future__ import annotations

import sys
from importlib.metadata import version as version_of
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import clause_table  # noqa: E402  # stands beside this file, which is on the path only from here on

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "thidua"
author = "the thidua contributors"
copyright = f"2026, {author}"
version = release = version_of("thidua")
language = "en"
smartquotes = False  # the law stands as issued

extensions = ["myst_nb", "sphinx.ext.autodoc"]
exclude_patterns = ["_build", "jupyter_execute"]
nitpicky = True
# What a signature may name without there being a page for it.
nitpick_ignore_regex = [
    # Documentation of Python and of attrs: their inventories lie on the network, and these pages are built without one.
    (r"py:.*", r"(collections|datetime|decimal|enum|fractions|pathlib|types|typing)\..+"),
    (r"py:.*", r"(Any|Attribute|Fraction|Iterable|Iterator|Mapping|NoReturn|Sequence|date|[A-Za-z]+Error)"),
    # Type variables, one letter each.
    (r"py:.*", r"(thidua\..+\.)?[A-Z]"),
    # Unions and literals, which Sphinx writes by their bare names.
    (r"py:.*", r"(thidua\..+\.)?(Data|DayTerm|Exact|IfFewer|LeapRule|Node|Predicate|Quantity|Said|Value|When)"),
    # The insides of an engine.
    (r"py:.*", r"thidua\.interpreters\..+"),
]
default_role = "code"

autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "show-inheritance": True}
autodoc_typehints_format = "short"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"  # every example is run each time, so none can be out of date
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_render_markdown_format = "myst"  # its tables are written as Markdown

html_theme = "furo"
html_title = "thidua"
html_copy_source = False


def _write_generated_pages(_app: Sphinx) -> None:
    clause_table.write(HERE / "reference" / "clauses.md")


def setup(app: Sphinx) -> None:
    """Have the generated page written before the pages are looked for."""
    app.connect("builder-inited", _write_generated_pages)
