"""How Sphinx builds these pages, in English or with `-D language=vi` in Vietnamese.

The pages named in `WRITTEN` are written from the code when they are read: what stands in their files is a note only.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import version as version_of
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

# They stand beside this file, which is on the path only from here on.
import clause_table  # noqa: E402
import code_table  # noqa: E402
import fact_table  # noqa: E402
import glossary_table  # noqa: E402
import link_check  # noqa: E402
import property_list  # noqa: E402
import quotations  # noqa: E402
from sphinx.util import logging  # noqa: E402

if TYPE_CHECKING:
    from sphinx.application import Sphinx

WRITTEN = {
    "reference/clauses": clause_table.page,
    "reference/facts": fact_table.page,
    "reference/codes": code_table.page,
    "reference/properties": property_list.page,
    "reference/glossary": glossary_table.page,
}
TRANSLATED = (
    "index",
    "quickstart",
    "tutorials/first-dossier",
    "tutorials/reading-a-finding",
    "tutorials/table-of-communes",
    "tutorials/changing-a-policy",
    "how-to/adapt",
    "how-to/merge",
    "how-to/test-your-policy",
    "how-to/add-a-clause",
    "how-to/write-an-interpreter",
    "how-to/spreadsheets",
    "how-to/tables",
    "how-to/duckdb-and-spark",
    "how-to/embed",
    "how-to/report",
    "explanation/four-verdicts",
    "explanation/why-sets",
    "explanation/readings",
    "explanation/judgement",
    "explanation/exact-numbers",
    "explanation/amendments-and-proof",
    "explanation/disclosure",
    "explanation/floors",
    "explanation/comparison",
    "reference/formats",
)
"""The pages whose every sentence stands in Vietnamese in `locale/vi`; a sentence changed or added stops the build."""
AS_THEY_STAND = {
    "CSV", "a", "b", "c", "đạt", "không đạt", "chưa đủ căn cứ", "8 MB", "null", "Python", "YAML", "Spark",
    "OpenFisca", "Catala", "Cedar", "Publicodes", "DMN", "regelrecht", "thidua",
}  # fmt: skip
"""Cells of tables, and headings, that are the same in both languages."""
IN_VIETNAMESE = {*TRANSLATED, *WRITTEN} - {"reference/properties"}
"""The pages that can be read in Vietnamese; of the others only the titles are translated, and each says so."""

EXAMPLE = re.compile(r"^```(\{code-cell\}|text).*?^```$", re.MULTILINE | re.DOTALL)
IN_BOTH = r'as_html\(assessment, "en"|error\.report\("en"|describe\(water\.node, "en"|"label"\]\["en"'
"""What is shown in English on purpose, beside the Vietnamese."""
SAID_IN_ENGLISH = re.compile(rf'({IN_BOTH})|(\.)en\b|"en"')
WORDS = {
    '"at", said': '"tại", said',
    '" · never with · "': '" · không bao giờ cùng · "',
    "III.2.4-4: NOT MET": "III.2.4-4: KHÔNG ĐẠT",
    "files, screens, pictures": "tệp, màn hình, hình vẽ",
    "other places, as amendments": "nơi khác, dưới dạng sửa đổi, bổ sung",
    "the plan, 2.1 to 2.6": "kế hoạch, từ 2.1 đến 2.6",
    "its words │ what is done with it": "từ ngữ của kế hoạch │ cách xử lý",
    "how criteria are written": "cách viết tiêu chí",
    "what is on file and known": "điều có trong hồ sơ và điều đã biết",
    "how it changes; what was found": "cách sửa đổi; kết quả xét",
    "the closed language": "ngôn ngữ đóng",
    "values that know no plan": "giá trị không biết kế hoạch nào",
}
"""Words of examples and drawings, with those of a Vietnamese page."""
WORD = re.compile("|".join(map(re.escape, WORDS)))
DESCRIBED = re.compile(r"(?<=^    alt: ).*$", re.MULTILINE)
DESCRIBED_VI = {
    "Eleven communes against the four clauses and the verdict, a coloured square with a sign for each.": "Mười một xã"
    " theo bốn tiêu chí và kết luận, mỗi ô vuông một màu và một ký hiệu.",
    "How far each commune lies from the threshold of the fall in poverty, short to the left, to spare to the right.":
    "Khoảng cách của từng xã đến ngưỡng giảm nghèo, còn thiếu ở bên trái, vượt ở bên phải.",
    "Verdicts before against verdicts after, with how many dossiers moved from which to which.": "Kết luận trước và kết"
    " luận sau, kèm số hồ sơ chuyển từ kết luận nào sang kết luận nào.",
    "For each option of three readings, a bar of how many dossiers it would move, and to what.": "Mỗi phương án của ba"
    " cách hiểu một thanh, cho biết bao nhiêu hồ sơ thay đổi và thành kết luận nào.",
    "Six communes against the four clauses and the verdict, a coloured square with a sign for each.": "Sáu xã theo bốn"
    " tiêu chí và kết luận, mỗi ô vuông một màu và một ký hiệu.",
    "A bar for each commune, right of the line if it meets the threshold of the fall in poverty, left if not.": "Mỗi xã"
    " một thanh, ở bên phải đường kẻ nếu đạt ngưỡng giảm nghèo, ở bên trái nếu không đạt.",
}  # fmt: skip
"""What the pictures of the Vietnamese pages show, for those who do not see them."""

project = "thidua"
author = "the thidua contributors"
AUTHOR_VI = "nhóm biên soạn thidua"
copyright = f"2026, {author}"
version = release = version_of("thidua")
language = "en"
locale_dirs = [str(HERE / "locale")]  # as a whole path, or the words of the search are not found
gettext_compact = False  # a catalogue for each page
gettext_uuid = False
smartquotes = False  # the law stands as issued

extensions = ["myst_nb", "sphinx.ext.autodoc"]
exclude_patterns = ["_build", "jupyter_execute", "locale"]
templates_path = ["_templates"]
nitpicky = True
# What a signature may name without there being a page for it.
nitpick_ignore_regex = [
    # Documentation of Python and of attrs: their inventories lie on the network, and these pages are built without one.
    (r"py:.*", r"(collections|datetime|decimal|enum|fractions|hypothesis|matplotlib|pathlib|types|typing)\..+"),
    (r"py:.*", r"(Any|Attribute|Figure|Fraction|Iterable|Iterator|Mapping|NoReturn|Sequence|date|[A-Za-z]+Error)"),
    # Type variables, one letter each.
    (r"py:.*", r"(thidua\..+\.)?[A-Z]"),
    # Unions and literals, which Sphinx writes by their bare names.
    (r"py:.*", r"(thidua\..+\.)?(Data|DayTerm|Exact|IfFewer|LeapRule|Node|Predicate|Quantity|Said|Value|When)"),
    # The insides of an engine.
    (r"py:.*", r"thidua\.interpreters\..+"),
]
default_role = "code"

autodoc_member_order = "bysource"
autodoc_default_options = {"show-inheritance": True}
autodoc_typehints_format = "short"

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"  # every example is run each time, so none can be out of date
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_render_markdown_format = "myst"  # its tables are written as Markdown

html_theme = "furo"
html_title = "thidua"
html_copy_source = False
html_show_sphinx = False  # the theme gives the credit in half a sentence that cannot be translated
html_static_path = ["_static"]
html_css_files = ["pages.css", "screen.css"]
html_js_files = ["reach.js"]
html_favicon = "_static/icon.svg"
# Those of furo, with the switch of language after the search.
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/languages.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}


def _write(app: Sphinx, page: str, source: list[str]) -> None:
    """Give a page that is written from the code its text, and have the examples of a Vietnamese page speak Vietnamese.

    What is shown in both languages, one after the other, stays: `IN_BOTH`.
    """
    if page in WRITTEN:
        source[0] = WRITTEN[page](app.config.language)
    elif app.config.language == "vi" and page in TRANSLATED:
        source[0] = EXAMPLE.sub(lambda example: _example_in_vietnamese(example[0]), source[0])


def _example_in_vietnamese(example: str) -> str:
    described = DESCRIBED.sub(lambda said: DESCRIBED_VI[said[0]], example)
    return WORD.sub(lambda said: WORDS[said[0]], SAID_IN_ENGLISH.sub(_in_vietnamese, described))


def _in_vietnamese(said: re.Match[str]) -> str:
    both, value = said.groups()
    return both or (".vi" if value else '"vi"')


def _always_new(*_: object) -> list[str]:
    """The pages written from the code are read each time: what they are written from is no page."""
    return [*WRITTEN]


def _whole(app: Sphinx, doctree: Any) -> None:
    """Warn of every sentence without its Vietnamese, on a page that is kept in Vietnamese."""
    if app.config.language == "vi" and app.env.docname in TRANSLATED:
        for node in doctree.findall():
            untranslated = getattr(node, "attributes", {}).get("translated") is False
            if untranslated and not _same(node) and node.tagname != "toctree":  # its captions are, each by itself
                logging.getLogger(__name__).warning("not in locale/vi: %s", node.astext(), location=node)


def _same(node: Any) -> bool:
    """Whether a text is the same in both languages: names of the code, links by their address, and figures alone."""
    words = (child.astext() for child in node.children if not _is_a_name(child))
    return node.astext() in AS_THEY_STAND or not any(letter.isalpha() for word in words for letter in word)


def _is_a_name(node: Any) -> bool:
    linked = node.tagname == "reference" and str(node.get("refuri", "")).endswith(str(node.astext()))
    return linked or bool(node.tagname == "literal")


def _unsaid(*event: Any) -> None:
    """Leave out what Python itself says of the fields of a named tuple: their place."""
    lines = event[-1]
    if lines and lines[0].startswith("Alias for field number"):
        lines.clear()


def _spoken(app: Sphinx, doctree: Any, page: str) -> None:
    """Name what is Vietnamese on a page in English."""
    if app.config.language != "vi" or page not in IN_VIETNAMESE:
        quotations.name_quotations(doctree)


def _linked(app: Sphinx, failed: Exception | None) -> None:
    """Warn of every link of the built pages that leads nowhere."""
    if failed is None and app.builder.format == "html":
        for problem in link_check.dangling(Path(app.outdir).resolve()):
            logging.getLogger(__name__).warning("a link leads nowhere: %s", problem)


NOTICE = """<div class="admonition note" lang="vi"><p>Trang này chưa có bản tiếng Việt; nội dung dưới đây bằng tiếng \
Anh.</p></div>"""


def _say_the_language(app: Sphinx, page: str, _template: str, context: dict[str, Any], doctree: Any) -> None:
    """Tell the switch whether a page is there in Vietnamese, and say so at the head of one that is not."""
    context["in_vietnamese"] = doctree is None or page in IN_VIETNAMESE
    if app.config.language == "vi":
        context["copyright"] = context["copyright"].replace(author, AUTHOR_VI)
        if not context["in_vietnamese"]:
            body = context["body"].replace("<h1>", '<h1 lang="vi">', 1).replace("</h1>", f"</h1>\n{NOTICE}", 1)
            context["body"] = f'<div lang="en">\n{body}\n</div>'


def setup(app: Sphinx) -> None:
    """Have the pages that are written from the code written, and translations and links watched."""
    app.connect("source-read", _write)
    app.connect("env-get-outdated", _always_new)
    app.connect("doctree-read", _whole)
    app.connect("doctree-resolved", _spoken)
    app.connect("autodoc-process-docstring", _unsaid)
    app.connect("build-finished", _linked)
    app.connect("html-page-context", _say_the_language)
