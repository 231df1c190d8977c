"""The page of all codes, written from the closed lists in the code."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from marked_up import code, plain, spoken, table

from thidua import errors
from thidua.interpreters.reasons import REASONS
from thidua.knowledge import CAUTIONS
from thidua.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = Text("Các mã", "Codes")
INTRODUCTION = Text(
    "Chương trình khác có thể căn cứ vào các mã này. Mỗi danh sách đều đóng: có thể thêm mã mới, nhưng không mã nào"
    " bị đổi nghĩa. Trang này được lập tự động từ mã nguồn.",
    "A program may act on these. Each list is closed: new codes may be added, and none is ever given another meaning."
    " This page is written from the code.",
)
LISTS = (
    ("reason-codes", REASONS, Text("Lý do", "Reasons"), Text(
        "Vì sao một nội dung trong phần giải thích có kết luận như vậy, ghi ở `reasons`: {count} mã.",
        "Why a leaf of the explanation has its verdict, under `reasons`: {count} codes.",
    )),
    ("caution-codes", CAUTIONS, Text("Lưu ý", "Cautions"), Text(
        "Những điều người đọc cần biết về giấy tờ, ghi ở `cautions`: {count} mã. Không lưu ý nào tự nó làm thay đổi kết"
        " luận.",
        "What the reader should know of the papers, under `cautions`: {count} codes. None changes a verdict by itself.",
    )),
    ("problem-codes", errors.CODES, Text("Lỗi của tệp", "Problems of a document"), Text(
        "Hồ sơ, phiếu đánh giá hoặc bảng tính không được nhận là vì lỗi gì: {count} mã. Mỗi lỗi nêu rõ lỗi ở đâu, đang"
        " ghi thế nào và phải ghi thế nào.",
        "What is wrong with a dossier, a sheet or a workbook that was refused: {count} codes. Each problem says where,"
        " what was found and what was expected.",
    )),
)  # fmt: skip
"""Each closed list of codes: where it is linked to, its codes, its heading and what it is."""
CODE = Text("Mã", "Code")
WORDS = {"vi": Text("Tiếng Việt", "Vietnamese"), "en": Text("Tiếng Anh", "English")}
CLASSES = Text("Lỗi trong chương trình", "Errors")
OF_CLASSES = Text(
    "Các lớp ngoại lệ, dành cho người lập trình. Mỗi lớp đồng thời là lớp có sẵn của Python mà người gọi dễ đoán ra,"
    " nên `except ValueError` vẫn bắt được. Tất cả đều là `ThiduaError`.",
    "Exceptions, for programmers. Each is also the builtin that a caller would guess, so `except ValueError` works. All"
    " are `ThiduaError`.",
)
CLASS_HEAD = (Text("Lớp", "Class"), Text("Đồng thời là", "Is also"), Text("Báo khi", "Raised for"))
RAISED_VI = {
    "ThiduaError": "Gốc của mọi lỗi mà thư viện chủ động báo.",
    "FloatRefusedError": "Đưa số `float` vào nơi cần số chính xác; hãy ghi số dưới dạng chuỗi ký tự hoặc số nguyên.",
    "NotAQuantityError": "Đưa một giá trị không phải đại lượng chính xác vào nơi so sánh.",
    "NotAPredicateError": "Đưa một giá trị không phải điều kiện vào nơi kết hợp hoặc lựa chọn điều kiện.",
    "NoTruthValueError": "Gọi `bool()` với kết luận hoặc điều kiện; hãy so sánh, hoặc kết hợp bằng `&`, `|`, `~`.",
    "NoOrderError": "Dùng `<`, `<=`, `>`, `>=` giữa các điều kiện; hãy nói rõ ý định bằng một động từ.",
    "EmptyCombinationError": "Phép kết hợp không có thành phần nào thì không có nghĩa trong văn bản.",
    "CountOutOfRangeError": "`at_least(k, …)` với k ngoài khoảng từ 1 đến n.",
    "AmbiguousCountError": "`at_least` với những thành phần có thể không áp dụng mà không nói rõ khi thiếu thì tính"
    " thế nào.",
    "NothingMissingError": "Yêu cầu lập công văn đề nghị bổ sung khi không giấy tờ nào có thể làm thay đổi kết luận.",
    "WrongOwnerError": "Dùng thông tin của loại đối tượng hoặc loại sổ này cho loại khác.",
    "WrongUnitError": "Cộng hoặc so sánh hai đại lượng khác đơn vị.",
    "WrongValueError": "Giá trị mà thông tin không thể có: số đếm âm, lựa chọn ngoài danh sách, sai kiểu.",
    "MisplacedError": "Một phần của tiêu chí đặt ở nơi không được phép, ví dụ `unless` không ở gốc của nhóm.",
    "UnknownNameError": "Tên không có trong kế hoạch; lời báo nêu tên gần đúng nhất.",
    "DuplicateNameError": "Một tên được ghi hai lần ở nơi mỗi tên chỉ được ghi một lần.",
    "InvalidPlanError": "Các phần của kế hoạch không khớp nhau: trùng tên, thông tin chưa khai báo, một cách hiểu có"
    " hai giá trị; báo tất cả cùng một lúc.",
    "IncompleteError": "Thiếu nội dung bắt buộc: đánh giá không ghi cơ quan, mục trong sổ không có mã hoặc ngày.",
    "NoReviewError": "Không kỳ xét nào của kế hoạch có ngày xét đã nêu, và cũng không nêu kỳ xét.",
    "NotInForceError": "Hỏi kế hoạch về một ngày trước khi có hiệu lực, hoặc không bản nào có hiệu lực vào ngày đó.",
    "DisagreementError": "Bảng và `assess` cho kết quả khác nhau về một đối tượng: lỗi của thư viện, cần báo lại.",
    "BadDateError": "Ngày không ghi theo ISO hoặc không có trên lịch.",
    "InvalidAmendmentError": "Những sửa đổi không thực hiện được: mỗi lỗi một dòng, kèm nội dung bị sửa và văn bản"
    " sửa đổi.",
    "InvalidDocumentError": "Tệp có lỗi: tất cả các lỗi, theo thứ tự vị trí.",
}
"""What each class is raised for; in English its docstring says so."""


def page(language: str) -> str:
    """The page in a language; the words of the codes stand in both, side by side."""
    return "\n".join(_page("vi" if language == "vi" else "en"))


def _page(language: str) -> Iterator[str]:
    yield f"# {TITLE.in_(language)}\n"
    yield INTRODUCTION.in_(language) + "\n"
    for anchor, codes, title, what in LISTS:
        yield f"({anchor})=\n## {title.in_(language)}\n"
        yield what.in_(language).format(count=len(codes)) + "\n"
        own_first = sorted(WORDS, key=lambda each: each != language)
        rows = [
            [code(name), *(spoken(plain(words.in_(each)), each, language) for each in own_first)]
            for name, words in codes.items()
        ]
        yield from table([head.in_(language) for head in (CODE, *(WORDS[each] for each in own_first))], rows)
    yield f"(error-classes)=\n## {CLASSES.in_(language)}\n"
    yield OF_CLASSES.in_(language) + "\n"
    rows = [[code(name), _builtin(each), plain(_raised(name, each, language))] for name, each in classes()]
    yield from table([head.in_(language) for head in CLASS_HEAD], rows)


def _raised(name: str, each: type[Exception], language: str) -> str:
    return RAISED_VI[name] if language == "vi" else (inspect.getdoc(each) or "").split("\n\n")[0]


def classes() -> list[tuple[str, type[Exception]]]:
    """The classes of errors, in the order of the module."""
    found = [
        (name, each)
        for name, each in vars(errors).items()
        if inspect.isclass(each) and issubclass(each, errors.ThiduaError)
    ]
    return sorted(found, key=lambda named: inspect.getsourcelines(named[1])[1])


def _builtin(each: type[Exception]) -> str:
    return next((code(base.__name__) for base in each.__mro__[1:] if base.__module__ == "builtins"), "–")
