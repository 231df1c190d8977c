"""Khoản 3 mục III, Hình thức khen thưởng: the forms of commendation, the two reviews and the special cases."""

from thidua.provisions import Provision, Role
from thidua.texts import Sic

PROVISIONS = (
    Provision(
        "III.3",
        Role.HEADING,
        text="3. Hình thức khen thưởng",
        en="3. Forms of commendation",
    ),
    Provision(
        "III.3.1",
        Role.HEADING,
        text="3.1. Hình thức khen thưởng",
        en="3.1. Forms of commendation",
    ),
    Provision(
        "III.3.1-1",
        Role.AWARD_FORM,
        text="Huân chương Lao động;",
        en="Labour Order;",
        dash=True,
    ),
    Provision(
        "III.3.1-2",
        Role.AWARD_FORM,
        text="Bằng khen của Thủ tướng Chính phủ;",
        en="Certificate of merit of the Prime Minister;",
        dash=True,
    ),
    Provision(
        "III.3.1-3",
        Role.AWARD_FORM,
        text="Bằng khen của Chủ tịch UBND tỉnh;",
        en="Certificate of merit of the Chairman of the provincial People's Committee;",
        dash=True,
    ),
    Provision(
        "III.3.1-4",
        Role.AWARD_FORM,
        text="Giấy khen của UBND huyện.",
        en="Certificate of commendation of the district People's Committee [sic].",
        dash=True,
        sic=(
            Sic(
                "của UBND huyện",
                "của Chủ tịch UBND huyện",
                "giấy khen do Chủ tịch, không do UBND, quyết định tặng: khoản 2 Điều 80 Luật số 06/2022/QH15",
                "the Chairman, not the Committee, decides on this certificate: Law No. 06/2022/QH15, Article 80(2)",
            ),
        ),
    ),
    Provision(
        "III.3.2",
        Role.HEADING,
        text="3.2. Khen thưởng sơ kết Phong trào thi đua (năm 2023)",
        en="3.2. Commendation at the interim review of the emulation movement (2023)",
    ),
    Provision(
        "III.3.2-1",
        Role.REVIEW,
        text=(
            "Các cơ quan, đơn vị, UBND các xã căn cứ vào tình hình thực tiễn tiến hành sơ kết và khen thưởng theo thẩm "
            "quyền và đề nghị Bằng khen của Chủ tịch UBND tỉnh khen thưởng cho các tập thể, gia đình và cá nhân có "
            "thành tích tiêu biếu, xuất sắc trong thực hiện Phong trào thi đua."
        ),
        en=(
            "The agencies, units and commune People's Committees shall, according to the actual situation, hold an "
            "interim review, commend within their powers, and request the certificate of merit of the Chairman of the "
            "provincial People's Committee for collectives, families and individuals with exemplary and outstanding "
            "achievements in implementing the emulation movement."
        ),
        sic=(
            Sic(
                "UBND tỉnh khen thưởng cho",
                "UBND tỉnh cho",
                "thừa chữ “khen thưởng”",
                "the words “khen thưởng” (commend) are superfluous",
            ),
            Sic("tiêu biếu", "tiêu biểu", "viết sai dấu thanh", "a wrong tone mark"),
        ),
    ),
    Provision(
        "III.3.3",
        Role.HEADING,
        text="3.3. Khen thưởng tổng kết Phong trào thi đua (năm 2025)",
        en="3.3. Commendation at the final review of the emulation movement (2025)",
    ),
    Provision(
        "III.3.3-1",
        Role.REVIEW,
        text=(
            "Căn cứ thành tích trong thực hiện Phong trào thi đua việc xét khen thưởng cho các tập thể, gia đình và cá "
            "nhân tiêu biểu, xuất sắc được thực hiện theo quy định của pháp luật về thi đua, khen thưởng."
        ),
        en=(
            "On the basis of achievements in implementing the emulation movement, the commendation of exemplary and "
            "outstanding collectives, families and individuals shall be considered in accordance with the law on "
            "emulation and commendation."
        ),
        dash=True,
        sic=(Sic("thi đua việc xét", "thi đua, việc xét", "thiếu dấu phẩy", "a missing comma"),),
    ),
    Provision(
        "III.3.3-2",
        Role.REVIEW,
        text=(
            "Khen thưởng cấp Nhà nước: Thực hiện theo Hướng dẫn của Ban Thi đua - Khen thưởng Trung ương về tổ chức "
            "thực hiện Phong trào thi đua."
        ),
        en=(
            "Commendation at State level: in accordance with the Guidance of the Central Emulation and Commendation "
            "Board on organising the emulation movement."
        ),
        dash=True,
    ),
    Provision(
        "III.3.3-3",
        Role.REVIEW,
        text=(
            "Khen thưởng cấp tỉnh: Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan tham mưu cho UBND tỉnh xét "
            "khen thưởng trong thực hiện Phong trào thi đua."
        ),
        en=(
            "Commendation at provincial level: the Department of Home Affairs shall take the lead and, together with "
            "the agencies concerned, advise the provincial People's Committee on considering commendation in the "
            "implementation of the emulation movement."
        ),
        dash=True,
    ),
    Provision(
        "III.3.4",
        Role.HEADING,
        text="3.4. Khen thưởng các trường hợp đặc biệt",
        en="3.4. Commendation in special cases",
    ),
    Provision(
        "III.3.4-1",
        Role.SPECIAL_CASE,
        text=(
            "Khen thưởng cho tập thể, gia đình, cá nhân có thành tích xuất sắc trong việc đóng góp, hỗ trợ thiết thực "
            "các huyện nghèo, xã hoặc thôn, bản đặc biệt khó khăn và người nghèo thực hiện khen thưởng theo Công văn "
            "hướng dẫn số 45/HĐTĐKT ngày 10/8/2020 của Hội đồng Thi đua - Khen thưởng tỉnh về việc hướng dẫn quy trình "
            "khen thưởng các trường hợp đặc biệt (Đơn vị được nhận hỗ trợ hoàn thỉện hồ sơ theo quy định)."
        ),
        en=(
            "Collectives, families and individuals with outstanding achievements in contributing practical support to "
            "poor districts, to extremely difficult communes or villages, and to the poor shall be commended in "
            "accordance with Guidance Letter No. 45/HĐTĐKT of 10 August 2020 of the provincial Emulation and "
            "Commendation Council on the procedure of commendation in special cases (the unit that received the "
            "support shall complete the dossier as prescribed)."
        ),
        sic=(Sic("hoàn thỉện", "hoàn thiện", "thừa dấu hỏi", "a stray tone mark"),),
    ),
)
