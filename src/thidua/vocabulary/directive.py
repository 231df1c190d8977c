"""Documents of direction and guidance due from an agency (văn bản chỉ đạo, hướng dẫn), one entry each."""

from thidua.facts import day
from thidua.texts import Text


class Directive:
    """One document of direction or guidance that a higher level has asked for."""


due_on = day(
    Directive,
    "due_on",
    Text("hạn ban hành", "the day it was due"),
    proof=Text("văn bản giao nhiệm vụ của cấp có thẩm quyền", "the higher level's document assigning the task"),
)
issued_on = day(
    Directive,
    "issued_on",
    Text("ngày ban hành", "the day it was issued"),
    proof=Text("văn bản đã ban hành, sổ đăng ký văn bản đi", "the document issued, the register of outgoing documents"),
)

FIELDS = (due_on, issued_on)
