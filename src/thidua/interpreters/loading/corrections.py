"""Which paper corrects which: local names resolved to documents, and no paper corrected by itself in the end."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from thidua.interpreters.loading.refusals import Problems, Refused, incomplete, misfit, unknown
from thidua.interpreters.loading.shapes import RawPaper
from thidua.interpreters.loading.trees import Bad
from thidua.sources import Document
from thidua.texts import Text


def papers_named(papers: list[RawPaper | Bad], problems: Problems) -> dict[str, int]:
    """The papers by their local names; the first keeps a name that two have."""
    named: dict[str, int] = {}
    for index, paper in enumerate(papers):
        name = None if isinstance(paper, Bad) else paper.id
        if name is None or isinstance(name, Bad):
            continue
        if not name.strip():
            problems.add(("papers", index, "id"), incomplete("tên giấy tờ để trống", "the id of the paper is empty"))
        elif name in named:
            first = named[name] + 1
            vi, en = f"“{name}” đã là tên của giấy tờ thứ {first}", f"“{name}” is already the name of paper {first}"
            problems.add(("papers", index, "id"), misfit(vi, en, found=name))
        named.setdefault(name, index)
    return named


def corrected(name: str, index: int, named: dict[str, int], papers: list[RawPaper | Bad]) -> int:
    """The paper of that local name, which the paper at `index` corrects; raises `Refused` where it cannot."""
    if name not in named:
        raise unknown(Text("giấy tờ có id", "paper with the id"), name, named, code="cross_reference")
    if named[name] == index:
        raise itself()
    other = papers[named[name]]
    if isinstance(other, RawPaper) and other.document is None:
        vi = f"giấy tờ “{name}” không có văn bản kèm theo nên không thể đính chính"
        en = f"the paper “{name}” has no document, so nothing can correct it"
        raise misfit(vi, en, found=name)
    return named[name]


def itself() -> Refused:
    """A paper that says it corrects itself."""
    return misfit("giấy tờ không thể tự đính chính", "a paper cannot correct itself")


def refuse_circles(documents: list[Document | None], corrects: list[Document | None], problems: Problems) -> None:
    """Every circle of corrections, at the first paper of it that corrects another."""
    graph: dict[Document, list[Document]] = {}
    for document, before in zip(documents, corrects, strict=True):
        if document is not None and before is not None:
            graph.setdefault(document, []).append(before)
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            ring: list[Document] = error.args[1]
        else:
            return
        round_it = set(ring)
        first = next(i for i, document in enumerate(documents) if document in round_it and corrects[i] in round_it)
        numbers = ", ".join(document.number or document.title for document in ring[:0:-1])
        vi, en = "các giấy tờ đính chính lẫn nhau thành vòng", "papers correct one another in a circle"
        problems.add(("papers", first, "corrects"), misfit(f"{vi}: {numbers}", f"{en}: {numbers}"))
        for document in ring:
            graph.pop(document, None)
