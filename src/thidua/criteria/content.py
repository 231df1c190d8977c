"""Mục II, Nội dung, và đầu mục III, Đối tượng: what the movement asks of everyone, and whom it may commend."""

from thidua.provisions import Provision, Role
from thidua.texts import Sic

PROVISIONS = (
    Provision(
        "II",
        Role.HEADING,
        text="II. NỘI DUNG PHONG TRÀO THI ĐUA",
        en="II. CONTENT OF THE EMULATION MOVEMENT",
    ),
    Provision(
        "II-1",
        Role.CONTENT,
        text=(
            "Thi đua góp phần giúp đỡ những gia đình cán bộ, công chức, viên chức có hoàn cảnh khó khăn; huy động các "
            "tập thể, cá nhân trong và ngoài các cơ quan, đơn vị, có việc làm thiết thực tham gia đóng góp công sức "
            "trí tuệ, của cải vật chất hỗ trợ, giúp đỡ địa phương, cơ sở, cộng đồng, và các hộ gia đình giảm nghèo và "
            "thoát nghèo."
        ),
        en=(
            "To emulate one another in helping the families of officials, civil servants and public employees in "
            "difficult circumstances; to mobilise collectives and individuals inside and outside the agencies and "
            "units to take practical action and to contribute labour, intellect and material resources in support and "
            "help of localities, the grassroots, communities and households, so that they reduce poverty and escape "
            "from it."
        ),
        dash=True,
        sic=(Sic("công sức trí tuệ", "công sức, trí tuệ", "thiếu dấu phẩy", "a missing comma"),),
    ),
    Provision(
        "II-2",
        Role.CONTENT,
        text=(
            "Các cơ quan, Mặt trận tổ quốc huyện, đoàn thể và đơn vị căn cứ chức năng, nhiệm vụ xây dựng, hướng dẫn "
            "kịp thời và tổ chức có hiệu quả Phong trào thi đua; tập trung vào các hoạt động nghiên cứu, phát huy sáng "
            "kiến trong xây dựng, ban hành, tổ chức thực hiện các chính sách, đề xuất các giải pháp thực hiện mục tiêu "
            "giảm nghèo gắn Phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới”."
        ),
        en=(
            "The agencies, the Fatherland Front of the district, the mass organisations and the units shall, according "
            "to their functions and tasks, develop the emulation movement, give timely guidance on it and organise it "
            "effectively; they shall concentrate on research and on promoting initiatives in drafting, issuing and "
            "implementing policies, and on proposing solutions to achieve the poverty reduction objectives in "
            "connection with the emulation movement “The Whole Country Joins Forces to Build New-Style Rural Areas”."
        ),
        dash=True,
        sic=(Sic("gắn Phong trào", "gắn với Phong trào", "thiếu chữ “với”", "the word “với” (with) is missing"),),
    ),
    Provision(
        "II-3",
        Role.CONTENT,
        text=(
            "Mặt trận Tổ quốc Việt Nam huyện phối hợp với các tổ chức tổ chức thành viên tổ chức tuyên truyền, vận "
            "động đoàn viên, hội viên tham gia hưởng ứng tích cực Phong trào thi đua, gắn với cuộc vận động “Toàn dân "
            "đoàn kết xây dựng nông thôn mới, đô thị văn minh”"
        ),
        en=(
            "The Viet Nam Fatherland Front of the district shall, together with its member organisations, inform and "
            "mobilise union members and association members to respond actively to the emulation movement, in "
            "connection with the campaign “All People Unite to Build New-Style Rural Areas and Civilised Urban Areas”."
        ),
        dash=True,
        sic=(
            Sic(
                "tổ chức tổ chức thành viên",
                "tổ chức thành viên",
                "lặp chữ “tổ chức”",
                "the words “tổ chức” (organisations) are doubled",
            ),
            Sic("đô thị văn minh”", "đô thị văn minh”.", "thiếu dấu chấm cuối câu", "the full stop is missing"),
        ),
    ),
    Provision(
        "II-4",
        Role.CONTENT,
        text=(
            "Bản, xóm thi đua đoàn kết giúp nhau giảm nghèo và từng bước làm giàu, hỗ trỡ người nghèo phát triển kinh "
            "tế, ổn định cuộc sống và cùng nhau vươn lên thoát nghèo."
        ),
        en=(
            "Villages and hamlets shall emulate one another in uniting and helping each other to reduce poverty and "
            "step by step to become prosperous, and in supporting the poor to develop their economy, stabilise their "
            "lives and rise out of poverty together."
        ),
        dash=True,
        sic=(Sic("hỗ trỡ", "hỗ trợ", "viết sai dấu thanh", "a wrong tone mark"),),
    ),
    Provision(
        "II-5",
        Role.CONTENT,
        text=(
            "Các hộ gia đình thi đua chủ động vượt khó vươn lên thoát nghèo và giúp đỡ các cá nhân, hộ gia đình khác "
            "phát triển kinh tế và cùng nhau vươn lên thoát nghèo."
        ),
        en=(
            "Households shall emulate one another in taking the initiative to overcome difficulties and rise out of "
            "poverty, and in helping other individuals and households to develop their economy and rise out of poverty "
            "together."
        ),
        dash=True,
    ),
    Provision(
        "III",
        Role.HEADING,
        text="III. ĐỐI TƯỢNG, TIÊU CHUẨN KHEN THƯỞNG",
        en="III. SUBJECTS AND STANDARDS OF COMMENDATION",
    ),
    Provision(
        "III.1",
        Role.HEADING,
        text="1. Đối tượng",
        en="1. Subjects",
    ),
    Provision(
        "III.1-1",
        Role.SUBJECTS,
        text=(
            "Các cơ quan, Mặt trận tổ quốc huyện, đoàn thể, đơn vị và các tổ chức thành viên đơn vị lực lượng vũ trang "
            "nhân dân, tổ chức kinh tế, xã hội nghề nghiệp trong và ngoài huyện có thành tích xuất sắc trong việc tổ "
            "chức thực hiện, tham gia tích cực phong trào thi đua “vì người nghèo - Không để ai bị bỏ lại phía sau” "
            "giai đoạn 2021-2025 của huyện."
        ),
        en=(
            "Agencies, the Fatherland Front of the district, mass organisations, units and member organisations, units "
            "of the people's armed forces, and economic and socio-professional organisations inside and outside the "
            "district, that have outstanding achievements in organising and actively taking part in the district's "
            "emulation movement “For the Poor - Leaving No One Behind” for the period 2021-2025."
        ),
        sic=(Sic("tổ chức thành viên đơn vị", "tổ chức thành viên, đơn vị", "thiếu dấu phẩy", "a missing comma"),),
    ),
    Provision(
        "III.2",
        Role.HEADING,
        text="2. Tiêu chí thi đua",
        en="2. Emulation criteria",
    ),
)
