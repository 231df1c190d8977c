"""What each column is for: how to write in it, what usually proves it, and the sentences of the plan that read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thidua.interpreters.competent import through
from thidua.interpreters.wording import capital
from thidua.movements import Plan
from thidua.nodes import Fact, Node, Register
from thidua.walks import nodes_of
from thidua.workbooks.cells import NEVER
from thidua.workbooks.filling import options_written
from thidua.workbooks.layout import Column, Layout, Reads, Table

GUIDE = (
    "Mỗi trang có một dòng mã cột (chữ nhỏ, màu xám). Bảng được đọc theo mã: tiêu đề và tên trang sửa được, mã không.",
    "Chưa có giấy tờ thì để trống: ô trống là chưa biết, không phải số 0 và không phải “không”.",
    "Số ghi bằng chữ số, không dấu phân cách: 1250. Chữ “1.250” hay “1,250” không được nhận vì có thể hiểu hai cách.",
    "Ngày ghi ngày trước, tháng sau: 20/6/2025.",
    f"Việc đã được xác nhận là không có ngày nào (ví dụ báo cáo không gửi): ghi “{NEVER.vi}”.",
    "Văn bản ghi một lần ở trang văn bản, kèm một mã; cột “mã văn bản” ghi mã ấy.",
    "Số liệu không có văn bản vẫn được dùng, kèm lưu ý; đánh giá thì phải có biên bản.",
    "Một đối tượng có thể ghi nhiều dòng cùng mã, ví dụ khi hai văn bản ghi hai số khác nhau.",
    "Công thức, ô gộp, và dòng, cột, trang bị ẩn mà có số liệu đều không được nhận.",
    "Ghi chú riêng: đặt tên trang, hoặc mã cột, bắt đầu bằng “#”; những chỗ ấy không được đọc.",
)
HEADERS = (
    "Trang", "Cột", "Mã cột", "Ý nghĩa", "Tiếng Anh", "Cách ghi", "Giấy tờ chứng minh thường dùng", "Tiêu chí dùng đến",
    "Nguyên văn",
)  # fmt: skip
_HOW = {
    Reads.TEXT: "chữ",
    Reads.KEY: "mã do người lập bảng đặt, không trùng",
    Reads.DAY: "ngày: 20/6/2025",
    Reads.PERHAPS_DAY: f"ngày: 20/6/2025, hoặc “{NEVER.vi}”",
    Reads.WHOLE: "số nguyên, không dấu phân cách",
    Reads.PERCENT: "tỷ lệ phần trăm: 4,5",
    Reads.YES_NO: "có hoặc không",
    Reads.SUBJECT: "một mã ở trang đối tượng",
    Reads.DOCUMENT: "một mã ở trang văn bản",
    Reads.REGISTER: "tên sổ, chọn trong danh sách",
}
_MEANINGS = {
    "code": "mã để nhận ra đối tượng ở mọi trang; tên có thể đổi, mã thì không",
    "entry": "mã hoặc số thứ tự của mục trong sổ; cùng mã là cùng một mục",
    "entries": "số mục của sổ, chỉ đếm từ ngày đầu tiên được tính thành tích đến hết ngày khai",
    "id": "mã đặt cho văn bản trong bảng này, ví dụ V1; các trang khác nhắc đến văn bản bằng mã này",
    "corrects": "mã của văn bản bị văn bản này đính chính, thay thế",
    "document": "mã của văn bản chứng minh các cột cùng nhóm",
}


def explained(plan: Plan, sheets: Layout, titles: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """A row for each column of every sheet."""
    uses = _uses(plan, sheets)
    for table in sheets.tables:
        for column in table.columns:
            yield _explained(table, column, titles[table.id], uses)


def how(column: Column) -> str:
    """How to write in a column."""
    if column.reads is Reads.OPTION and column.fact:
        return "một trong: " + "; ".join(options_written(column.fact))
    return _HOW[column.reads]


def meaning(column: Column) -> str:
    """What a column asks for."""
    fact = column.fact
    if fact is None or column.part not in ("value", fact.name):
        if fact and column.part == "by" and fact.judges:
            return "cơ quan có thẩm quyền đánh giá: " + "; ".join(through(body).vi for body in fact.judges)
        return _MEANINGS.get(column.part, column.header("vi"))
    if fact.question:
        return fact.question.vi
    if fact.holds and fact.fails:
        return f"có: {fact.holds.vi}; không: {fact.fails.vi}"
    return fact.label.vi


def _explained(
    table: Table, column: Column, title: str, uses: Mapping[Fact | Register, list[tuple[str, str]]]
) -> tuple[str, ...]:
    what = column.fact or table.register
    proof = what.proof.vi if what and what.proof else ""
    told = uses.get(what, []) if what else []
    places = "\n".join(place for place, _ in told)
    if what and not told:
        places = "không có tiêu chí nào dùng; ghi để tham khảo"
    text = "\n".join(text for _, text in told)
    return (
        title,
        column.header("vi"),
        column.code,
        capital(meaning(column)),
        column.header("en"),
        how(column),
        capital(proof),
        places,
        text,
    )


def _uses(plan: Plan, sheets: Layout) -> dict[Fact | Register, list[tuple[str, str]]]:
    """The clauses that read each fact, register or field, each with its place and its own words; then the awards."""
    found: dict[Fact | Register, list[tuple[str, str]]] = {}
    kind = sheets.words.subject
    for criteria in plan.criteria:
        if criteria.subject is kind:
            asked = [(clause.node, f"{clause.id}: {clause.citation.vi}", clause.text) for clause in criteria.clauses]
            group = (criteria.node, f"{criteria.id}: {criteria.heading.citation.vi}", criteria.heading.text)
            for node, place, text in (group, *asked):
                _note(found, node, place, text)
    for route in plan.routes:
        if kind in route.subjects:
            form = next(form for form in plan.forms if form.id == route.form)
            _note(found, route.asks, f"điều kiện đề nghị: {form.label.vi}", "")
    return {what: list(dict.fromkeys(told)) for what, told in found.items()}


def _note(found: dict[Fact | Register, list[tuple[str, str]]], node: Node, place: str, text: str) -> None:
    for each in nodes_of(node):
        for what in (getattr(each, "fact", None), getattr(each, "register", None)):
            if isinstance(what, Fact | Register):
                found.setdefault(what, []).append((place, text))
