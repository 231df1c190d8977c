"""Every link leads somewhere, and every address of a page elsewhere is well-formed; the network is never asked."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs"))

import link_check  # noqa: E402  # stands with the pages, outside the package

PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "examples").rglob("*.md")),
    *sorted((ROOT / "benchmarks").glob("*.md")),
]
GUIDES = [page for page in sorted((ROOT / "docs").rglob("*.md")) if "_build" not in page.parts]
CODE = [
    path
    for folder in ("src", "docs", "examples", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".toml", ".json", ".html", ".css"} and "_build" not in path.parts
]


def page(folder: Path, name: str, body: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(body, encoding="utf-8")
    return path


class TestPages:
    """What stands outside the built documentation, and every address anywhere."""

    @pytest.mark.parametrize("path", [*PAGES, *GUIDES], ids=lambda path: path.relative_to(ROOT).as_posix())
    def test_leads_to_files_headings_and_known_hosts(self, path: Path) -> None:
        assert list(link_check.dangling_in(path)) == []

    def test_so_do_the_addresses_in_code_and_data(self) -> None:
        found = {
            (path.name, each) for path in CODE for each in link_check.WEB.findall(path.read_text(encoding="utf-8"))
        }

        assert found
        assert [each for each in found if link_check.web_problem(each[1])] == []

    def test_every_host_that_is_known_is_named_somewhere(self) -> None:
        by_the_theme = {host for host, why in link_check.HOSTS.items() if why.startswith("named ")}
        texts = [path.read_text(encoding="utf-8") for path in (*PAGES, *GUIDES, *CODE) if path.name != "link_check.py"]

        assert [
            host for host in link_check.HOSTS.keys() - by_the_theme if not any(host in text for text in texts)
        ] == []


class TestMarkdown:
    """What is wrong with a link is found, and what is right is left alone."""

    def test_a_file_a_heading_and_an_address_that_are_not_there(self, tmp_path: Path) -> None:
        page(tmp_path, "other.md", "# A heading, in `code`\n\n```sh\n# no heading\n```\n")
        text = (
            "[a](other.md) [b](other.md#a-heading-in-code) [c](other.md#no-heading) [d](gone.md) [e](#of-its-own)\n"
            "# Of its own\n`[f](gone.md)` <http://github.com/a> https://example.org/b https://github.com//c\n"
        )

        assert list(link_check.dangling_in(page(tmp_path, "one.md", text))) == [
            "one.md: other.md#no-heading leads to no such heading",
            "one.md: gone.md leads to no file",
            "one.md: http://github.com/a is not https",
            "one.md: https://example.org/b is of a host that is not known: example.org",
            "one.md: https://github.com//c holds a space or an empty step",
        ]


class TestBuilt:
    """A build looks at its own links when it is done, so that a link that leads nowhere stops it."""

    def test_what_leads_nowhere_is_found(self, tmp_path: Path) -> None:
        page(tmp_path, "guide/two.html", '<h1 id="top">Two</h1><a name="old"></a><img src="../gone.png">')
        page(
            tmp_path,
            "index.html",
            '<a href="guide/two.html#top">a</a> <a href="guide/two.html#old">b</a> <a href="#here">c</a>'
            '<a href="guide/two.html#nowhere">d</a> <a href="three.html">e</a> <a href="https://example.org">f</a>'
            '<a href="javascript:go()">g</a> <img src="data:image/png;base64,AA=="> <a href="https://github.com/a">h</a>',
        )

        assert list(link_check.dangling(tmp_path)) == [
            "guide/two.html: ../gone.png leads to no file",
            "index.html: #here leads to no such place on its page",
            "index.html: guide/two.html#nowhere leads to no such place on its page",
            "index.html: three.html leads to no file",
            "index.html: https://example.org is of a host that is not known: example.org",
            "index.html: javascript:go() is neither a page of ours nor https",
        ]

    def test_the_other_language_need_not_be_built_yet(self, tmp_path: Path) -> None:
        english = tmp_path / "html"
        switch = '<a href="{}">'
        page(english, "index.html", switch.format("vi/index.html") + switch.format("vi/gone.html"))
        page(english, "vi/index.html", switch.format("../index.html") + switch.format("../gone.html"))

        assert list(link_check.dangling(english)) == ["index.html: vi/gone.html leads to no file"]
        assert list(link_check.dangling(english / "vi")) == ["index.html: ../gone.html leads to no file"]

    def test_every_build_is_looked_at(self) -> None:
        conf = ast.parse((ROOT / "docs" / "conf.py").read_text(encoding="utf-8"))
        connected = [ast.unparse(node) for node in ast.walk(conf) if isinstance(node, ast.Call)]

        assert "app.connect('build-finished', _linked)" in connected
        assert "link_check.dangling(Path(app.outdir).resolve())" in connected
