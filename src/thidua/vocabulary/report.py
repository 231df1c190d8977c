"""Reports owed to the managing agency (báo cáo định kỳ, đột xuất), one entry each."""

from thidua.facts import day
from thidua.texts import Text


class Report:
    """One report, periodic or on request."""


due_on = day(
    Report,
    "due_on",
    Text("hạn nộp báo cáo", "the day the report was due"),
    proof=Text("chế độ báo cáo; văn bản yêu cầu báo cáo đột xuất", "the reporting rules; the request for the report"),
)
sent_on = day(
    Report,
    "sent_on",
    Text("ngày gửi báo cáo", "the day the report was sent"),
    proof=Text("sổ theo dõi báo cáo có hạn nộp và ngày gửi", "the report register, with due and sent dates"),
)

FIELDS = (due_on, sent_on)
