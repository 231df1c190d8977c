"""The bodies that may judge, and the beginnings of the names by which minutes call them.

Minutes often write “Hội đồng TĐKT” without its level. Then the district's is meant; of a day after the district level
had ended it is read as the district's too, with a caution, since nobody can tell from it which Council sat. That bodies
of the district ended with it is reported; who judges afterwards is reading B-17.
"""

from datetime import date

from thidua.bodies import Body
from thidua.texts import Text

END_OF_DISTRICTS = date(2025, 6, 30)
"""The last day of the district level: the bodies of the district were there through it."""
_RESOLUTION = (
    "Nghị quyết số 203/2025/QH15 ngày 16/6/2025 sửa đổi, bổ sung một số điều của Hiến pháp: cấp huyện kết thúc hoạt "
    "động từ ngày 01/7/2025 (theo nguồn đã đăng: vietnamnet.vn, nhansu.vn)"
)

DISTRICT_COUNCIL = Body(
    "district_council",
    Text("Hội đồng Thi đua - Khen thưởng huyện", "the Emulation and Commendation Council of the district"),
    names=(
        "Hội đồng Thi đua - Khen thưởng",
        "Hội đồng Thi đua, khen thưởng",
        "Hội đồng Thi đua khen thưởng",
        "Hội đồng TĐKT",
        "Hội đồng TĐ-KT",
        "HĐTĐKT",
        "Hội đồng TĐKT huyện",
        "HĐTĐKT huyện",
    ),
    until=END_OF_DISTRICTS,
    source=_RESOLUTION,
    reported=True,
)
PROVINCIAL_COUNCIL = Body(
    "provincial_council",
    Text("Hội đồng Thi đua - Khen thưởng tỉnh", "the Emulation and Commendation Council of the province"),
    names=("Hội đồng Thi đua, khen thưởng tỉnh", "Hội đồng TĐKT tỉnh", "HĐTĐKT tỉnh"),
)
DISTRICT_COMMITTEE = Body(
    "district_committee",
    Text("UBND huyện", "the People's Committee of the district"),
    names=("UBND huyện", "Ủy ban nhân dân huyện", "Uỷ ban nhân dân huyện", "Chủ tịch UBND huyện"),
    until=END_OF_DISTRICTS,
    source=_RESOLUTION,
    reported=True,
)
FINANCE_OFFICE = Body(
    "finance_office",
    Text("Phòng Tài chính - Kế hoạch huyện", "the Finance and Planning Office of the district"),
    names=("Phòng Tài chính - Kế hoạch", "Phòng Tài chính, kế hoạch", "Phòng TC-KH", "Phòng TCKH"),
    until=END_OF_DISTRICTS,
    source=_RESOLUTION,
    reported=True,
)
LABOUR_OFFICE = Body(
    "labour_office",
    Text(
        "Phòng Lao động - Thương binh và Xã hội huyện",
        "the Office of Labour, War Invalids and Social Affairs of the district",
    ),
    names=("Phòng Lao động", "Phòng LĐTBXH", "Phòng LĐ-TB&XH", "Phòng LĐTB&XH"),
    until=END_OF_DISTRICTS,
    source=_RESOLUTION,
    reported=True,
)
COMMUNE_COUNCIL = Body(
    "commune_council",
    Text("Hội đồng Thi đua - Khen thưởng xã", "the Emulation and Commendation Council of the commune"),
    names=(
        "Hội đồng Thi đua - Khen thưởng xã",
        "Hội đồng Thi đua - Khen thưởng thị trấn",
        "Hội đồng Thi đua, khen thưởng xã",
        "Hội đồng Thi đua, khen thưởng thị trấn",
        "Hội đồng Thi đua khen thưởng xã",
        "Hội đồng Thi đua khen thưởng thị trấn",
        "Hội đồng TĐKT xã",
        "Hội đồng TĐKT thị trấn",
        "Hội đồng TĐKT phường",
        "HĐTĐKT xã",
        "HĐTĐKT thị trấn",
        "HĐTĐKT phường",
    ),
)
COMMUNE_COMMITTEE = Body(
    "commune_committee",
    Text("UBND xã", "the People's Committee of the commune"),
    names=(
        "UBND xã",
        "UBND thị trấn",
        "Ủy ban nhân dân xã",
        "Ủy ban nhân dân thị trấn",
        "Uỷ ban nhân dân xã",
        "Uỷ ban nhân dân thị trấn",
        "Chủ tịch UBND xã",
        "Chủ tịch UBND thị trấn",
    ),
)
VILLAGE_MEETING = Body(
    "village_meeting",
    Text("hội nghị nhân dân bản, xóm", "the people's meeting of the village"),
    names=(
        "Hội nghị nhân dân",
        "Hội nghị bản",
        "Hội nghị xóm",
        "Cuộc họp bản",
        "Cuộc họp xóm",
        "Họp bản",
        "Họp xóm",
        "Nhân dân bản",
        "Nhân dân xóm",
        "Hội nghị thôn",
        "Cuộc họp nhân dân",
    ),
)
POLICY_BANK = Body(
    "policy_bank",
    Text("Ngân hàng Chính sách xã hội", "the Bank for Social Policies"),
    names=(
        "Ngân hàng Chính sách xã hội",
        "NHCSXH",
        "Phòng giao dịch Ngân hàng Chính sách xã hội",
        "Phòng giao dịch NHCSXH",
    ),
)
BODIES = (
    PROVINCIAL_COUNCIL,
    DISTRICT_COUNCIL,
    DISTRICT_COMMITTEE,
    FINANCE_OFFICE,
    LABOUR_OFFICE,
    COMMUNE_COUNCIL,
    COMMUNE_COMMITTEE,
    VILLAGE_MEETING,
    POLICY_BANK,
)
"""Every body that minutes may name; who may judge a word is said where the word is declared."""
