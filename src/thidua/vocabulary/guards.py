"""What is asked of any subject before it is proposed for an award: facts of every kind of subject."""

from typing import Any

from thidua.facts import yes_no
from thidua.handles import YesNo
from thidua.nodes import Sensitivity
from thidua.texts import Text


def _asked(
    name: str, label: Text, *, holds: Text, fails: Text, proof: Text, sensitivity: Sensitivity = Sensitivity.DOSSIER
) -> YesNo[Any]:
    return yes_no(None, name, label, holds=holds, fails=fails, proof=proof, sensitivity=sensitivity)


_CHECKED = Text(
    "văn bản trả lời của cơ quan có thẩm quyền quản lý, kiểm tra, thanh tra hoặc điều tra",
    "written answer of the authority that manages, inspects or investigates",
)


def _pending(name: str, label: Text, holds: Text, fails: Text) -> YesNo[Any]:  # unproved: suspends (152/2025/NĐ-CP)
    return _asked(name, label, holds=holds, fails=fails, proof=_CHECKED, sensitivity=Sensitivity.INTERNAL)


discipline_pending = _pending(
    "discipline_pending",
    Text("việc đang bị xem xét kỷ luật", "discipline being considered"),
    Text("đang bị cơ quan có thẩm quyền xem xét kỷ luật", "discipline is being considered by a competent authority"),
    Text("không bị xem xét kỷ luật", "no discipline is being considered"),
)
under_investigation = _pending(
    "under_investigation",
    Text("việc đang bị điều tra", "investigation under way"),
    Text("đang bị điều tra", "the nominee is under investigation"),
    Text("không bị điều tra", "the nominee is not under investigation"),
)
under_inspection = _pending(
    "under_inspection",
    Text("việc đang bị thanh tra, kiểm tra do có dấu hiệu vi phạm", "inspection under way, with signs of a breach"),
    Text("đang bị thanh tra, kiểm tra do có dấu hiệu vi phạm", "an inspection is under way, with signs of a breach"),
    Text("không bị thanh tra, kiểm tra do có dấu hiệu vi phạm", "no inspection is under way with signs of a breach"),
)
complaint_being_verified = _pending(
    "complaint_being_verified",
    Text("khiếu nại, tố cáo đang được xác minh, làm rõ", "complaint or denunciation being verified"),
    Text("có khiếu nại, tố cáo đang được xác minh, làm rõ", "a complaint or denunciation is being verified"),
    Text("không có khiếu nại, tố cáo đang được xác minh, làm rõ", "no complaint or denunciation is being verified"),
)
press_report_being_verified = _pending(
    "press_report_being_verified",
    Text(
        "vấn đề tham nhũng, tiêu cực do báo chí nêu đang được xác minh, làm rõ",
        "corruption reported by the press and being verified",
    ),
    Text(
        "có vấn đề tham nhũng, tiêu cực do báo chí nêu đang được xác minh, làm rõ",
        "corruption reported by the press is being verified",
    ),
    Text(
        "không có vấn đề tham nhũng, tiêu cực do báo chí nêu đang được xác minh, làm rõ",
        "no corruption reported by the press is being verified",
    ),
)
was_disciplined = _pending(
    "was_disciplined",
    Text("việc bị kỷ luật trong thời gian thực hiện phong trào", "discipline during the movement"),
    Text("đã bị kỷ luật trong thời gian thực hiện phong trào", "discipline was imposed during the movement"),
    Text("không bị kỷ luật trong thời gian thực hiện phong trào", "no discipline was imposed during the movement"),
)
achieved_after_discipline = _asked(
    "achieved_after_discipline",
    Text(
        "việc thành tích đề nghị chỉ tính từ sau khi chấp hành xong kỷ luật",
        "the achievements proposed being only of the time after the disciplinary term",
    ),
    holds=Text(
        "thành tích đề nghị chỉ tính từ sau khi chấp hành xong kỷ luật",
        "the achievements proposed are only of the time after the disciplinary term",
    ),
    fails=Text(
        "thành tích đề nghị có phần trước khi chấp hành xong kỷ luật",
        "the achievements proposed are partly of the time before the disciplinary term ended",
    ),
    proof=Text(
        "quyết định kỷ luật, văn bản chấm dứt hiệu lực kỷ luật và báo cáo thành tích",
        "decision on discipline, document on its end, and the report on achievements",
    ),
    sensitivity=Sensitivity.INTERNAL,
)
made_false_declaration = _asked(
    "made_false_declaration",
    Text("việc kê khai gian dối hoặc làm giả hồ sơ", "false declaration or forged dossier"),
    holds=Text("có kê khai gian dối hoặc làm giả hồ sơ", "a false declaration was made or the dossier was forged"),
    fails=Text("không có kê khai gian dối, làm giả hồ sơ", "no false declaration was made and nothing was forged"),
    proof=Text("kết luận thẩm định, xác minh hồ sơ", "conclusion of the examination of the dossier"),
    sensitivity=Sensitivity.INTERNAL,
)

commended_for_the_same = _asked(
    "commended_for_the_same",
    Text(
        "việc đã được khen thưởng cho chính thành tích đề nghị", "commendation already given for the same achievement"
    ),
    holds=Text("đã được khen thưởng cho chính thành tích này", "this very achievement was already commended"),
    fails=Text("chưa được khen thưởng cho chính thành tích này", "this very achievement was not yet commended"),
    proof=Text(
        "danh sách khen thưởng đã có và xác nhận của cơ quan tham mưu thi đua, khen thưởng",
        "list of earlier commendations, confirmed by the office of emulation and commendation",
    ),
)
commended_at_interim = _asked(
    "commended_at_interim",
    Text("khen thưởng khi sơ kết phong trào năm 2023", "commendation at the interim review of 2023"),
    holds=Text(
        "đã được khen thưởng khi sơ kết phong trào năm 2023",
        "the nominee was commended at the interim review of 2023",
    ),
    fails=Text(
        "không được khen thưởng khi sơ kết phong trào năm 2023",
        "the nominee was not commended at the interim review of 2023",
    ),
    proof=Text("quyết định khen thưởng khi sơ kết", "decision on commendation at the interim review"),
)
achieved_after_interim = _asked(
    "achieved_after_interim",
    Text(
        "việc thành tích đề nghị phát sinh sau lần khen thưởng khi sơ kết",
        "the achievements proposed being of the time after the interim commendation",
    ),
    holds=Text(
        "thành tích đề nghị phát sinh sau lần khen thưởng khi sơ kết",
        "the achievements proposed are of the time after the interim commendation",
    ),
    fails=Text(
        "thành tích đề nghị đã được tính khi khen thưởng sơ kết",
        "the achievements proposed were already counted at the interim commendation",
    ),
    proof=Text("báo cáo thành tích của hai lần đề nghị", "reports on achievements of both proposals"),
)

is_dissolved = _asked(
    "is_dissolved",
    Text("việc tập thể đã giải thể hoặc kết thúc hoạt động", "dissolution of the collective"),
    holds=Text("tập thể đã giải thể hoặc kết thúc hoạt động", "the collective was dissolved or has ended its work"),
    fails=Text("tập thể đang hoạt động", "the collective is still at work"),
    proof=Text(
        "nghị quyết, quyết định sắp xếp, giải thể hoặc thành lập",
        "resolution or decision on arrangement, dissolution or establishment",
    ),
)
nominator_is_dissolved = _asked(
    "nominator_is_dissolved",
    Text("việc cơ quan có thẩm quyền đề nghị đã giải thể", "dissolution of the body that would propose"),
    holds=Text("cơ quan có thẩm quyền đề nghị đã giải thể", "the body that would propose was dissolved"),
    fails=Text("cơ quan có thẩm quyền đề nghị đang hoạt động", "the body that would propose is still at work"),
    proof=Text("nghị quyết sắp xếp đơn vị hành chính, tổ chức bộ máy", "resolution on the arrangement of units"),
)
successor_nominates = _asked(
    "successor_nominates",
    Text("việc đề nghị của cơ quan kế thừa nhiệm vụ", "proposal by the body that took over the task"),
    holds=Text("do cơ quan kế thừa nhiệm vụ đề nghị", "the body that took over the task proposes"),
    fails=Text("không do cơ quan kế thừa nhiệm vụ đề nghị", "the body that took over the task does not propose"),
    proof=Text("tờ trình của cơ quan kế thừa nhiệm vụ", "submission of the body that took over the task"),
)

based_outside_the_district = _asked(
    "based_outside_the_district",
    Text("trụ sở ngoài địa bàn huyện", "seat outside the district"),
    holds=Text("có trụ sở ngoài địa bàn huyện", "the nominee has its seat outside the district"),
    fails=Text("có trụ sở trên địa bàn huyện", "the nominee has its seat in the district"),
    proof=Text("quyết định thành lập hoặc giấy đăng ký", "decision on establishment, or registration"),
)
is_force_or_association = _asked(
    "is_force_or_association",
    Text(
        "việc là đơn vị lực lượng vũ trang nhân dân hoặc tổ chức xã hội nghề nghiệp",
        "being a unit of the armed forces or a socio-professional organisation",
    ),
    holds=Text(
        "là đơn vị lực lượng vũ trang nhân dân hoặc tổ chức xã hội nghề nghiệp",
        "the nominee is a unit of the armed forces or a socio-professional organisation",
    ),
    fails=Text(
        "không phải đơn vị lực lượng vũ trang nhân dân, tổ chức xã hội nghề nghiệp",
        "the nominee is no unit of the armed forces and no socio-professional organisation",
    ),
    proof=Text("quyết định thành lập", "decision on establishment"),
)
council_takes_it_up = _asked(
    "council_takes_it_up",
    Text("việc Hội đồng chấp thuận đưa vào diện xét", "consent of the Council to consider it"),
    holds=Text("được Hội đồng chấp thuận đưa vào diện xét", "the Council has agreed to consider it"),
    fails=Text("không được Hội đồng chấp thuận đưa vào diện xét", "the Council has not agreed to consider it"),
    proof=Text("biên bản họp Hội đồng Thi đua - Khen thưởng", "minutes of the Emulation and Commendation Council"),
)

_EXAMINED = Text(
    "ý kiến thẩm định của cơ quan tham mưu thi đua, khen thưởng",
    "opinion of the office of emulation and commendation that examined the dossier",
)


def _standards(name: str, of: Text) -> YesNo[Any]:
    return _asked(
        name,
        Text(f"việc đáp ứng tiêu chuẩn tặng {of.vi}", f"whether the standards for the {of.en} are met"),
        holds=Text(f"đáp ứng tiêu chuẩn tặng {of.vi}", f"the standards for the {of.en} are met"),
        fails=Text(f"không đáp ứng tiêu chuẩn tặng {of.vi}", f"the standards for the {of.en} are not met"),
        proof=_EXAMINED,
    )


meets_third_class_standards = _standards(
    "meets_third_class_standards", Text("Huân chương Lao động hạng Ba", "Labour Order, third class")
)
meets_higher_class_standards = _standards(
    "meets_higher_class_standards",
    Text("Huân chương Lao động hạng Nhì hoặc hạng Nhất", "Labour Order, second or first class"),
)
meets_prime_ministers_standards = _standards(
    "meets_prime_ministers_standards",
    Text("Bằng khen của Thủ tướng Chính phủ", "certificate of merit of the Prime Minister"),
)
meets_provincial_standards = _standards(
    "meets_provincial_standards",
    Text(
        "Bằng khen của Chủ tịch UBND tỉnh",
        "certificate of merit of the Chairman of the provincial People's Committee",
    ),
)
meets_local_standards = _standards(
    "meets_local_standards", Text("Giấy khen theo quy định của tỉnh", "certificate under the province's rules")
)

_RECEIVED = Text("xác nhận của đơn vị được nhận hỗ trợ", "confirmation by the unit that received the support")


def _helped(name: str, whom: Text) -> YesNo[Any]:
    return _asked(
        name,
        Text(f"đóng góp, hỗ trợ thiết thực cho {whom.vi}", f"practical contribution or support to {whom.en}"),
        holds=Text(f"đã đóng góp, hỗ trợ thiết thực cho {whom.vi}", f"practical support was given to {whom.en}"),
        fails=Text(
            f"không có đóng góp, hỗ trợ thiết thực cho {whom.vi}", f"no practical support was given to {whom.en}"
        ),
        proof=_RECEIVED,
    )


helped_a_poor_district = _helped("helped_a_poor_district", Text("huyện nghèo", "a poor district"))
helped_a_hard_place = _helped(
    "helped_a_hard_place",
    Text("xã hoặc thôn, bản đặc biệt khó khăn", "an extremely difficult commune or village"),
)
helped_the_poor = _helped("helped_the_poor", Text("người nghèo", "the poor"))
receiver_completed_dossier = _asked(
    "receiver_completed_dossier",
    Text("hồ sơ do đơn vị được nhận hỗ trợ hoàn thiện", "dossier completed by the unit that received the support"),
    holds=Text(
        "hồ sơ đã được đơn vị nhận hỗ trợ hoàn thiện", "the unit that received the support has completed the dossier"
    ),
    fails=Text(
        "hồ sơ chưa được đơn vị nhận hỗ trợ hoàn thiện",
        "the unit that received the support has not completed the dossier",
    ),
    proof=Text(
        "hồ sơ kèm văn bản của đơn vị nhận hỗ trợ", "the dossier with a letter of the unit that received the support"
    ),
)

GUARDS = (
    discipline_pending.fact,
    under_investigation.fact,
    under_inspection.fact,
    complaint_being_verified.fact,
    press_report_being_verified.fact,
    was_disciplined.fact,
    achieved_after_discipline.fact,
    made_false_declaration.fact,
    commended_for_the_same.fact,
    commended_at_interim.fact,
    achieved_after_interim.fact,
    is_dissolved.fact,
    nominator_is_dissolved.fact,
    successor_nominates.fact,
    based_outside_the_district.fact,
    is_force_or_association.fact,
    council_takes_it_up.fact,
    meets_third_class_standards.fact,
    meets_higher_class_standards.fact,
    meets_prime_ministers_standards.fact,
    meets_provincial_standards.fact,
    meets_local_standards.fact,
    helped_a_poor_district.fact,
    helped_a_hard_place.fact,
    helped_the_poor.fact,
    receiver_completed_dossier.fact,
)
