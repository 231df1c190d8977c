"""Mục IV, Tổ chức thực hiện, và phần cuối: who carries the plan out, its closing words, recipients and signature."""

from thidua.provisions import Provision, Role
from thidua.texts import Sic

PROVISIONS = (
    Provision(
        "IV",
        Role.HEADING,
        text="IV. TỔ CHỨC THỰC HIỆN",
        en="IV. ORGANISATION OF IMPLEMENTATION",
    ),
    Provision(
        "IV.1",
        Role.ORGANISATION,
        text=(
            "1. Ủy ban nhân dân hyện chỉ đạo các cơ quan, ban, ngành, Mặt trận tổ quốc huyện, đoàn thể, đơn vị tổ chức "
            "và triển khai nghiêm túc phong trào thi đua do Thủ Tướng Chính phủ, Chủ tịch UBND tỉnh, Ủy ban nhân dân "
            "huyện phát động; đồng thời căn cứ vào chức năng, nhiệm vụ của đơn vị trong tổ chức thực hiện phong trào "
            "thi đua một cách thiết thực, hiệu quả nhằm hoàn thành xuất sắc nhiệm vụ chính trị được giao."
        ),
        en=(
            "1. The district People's Committee directs the agencies, departments, sectors, the Fatherland Front of "
            "the district, the mass organisations and the units to organise and strictly carry out the emulation "
            "movements launched by the Prime Minister, the Chairman of the provincial People's Committee and the "
            "district People's Committee; and at the same time, according to the functions and tasks of each unit, to "
            "organise the emulation movement in a practical and effective way, so as to fulfil with distinction the "
            "political tasks assigned."
        ),
        sic=(
            Sic("hyện", "huyện", "viết thiếu chữ u", "a missing letter"),
            Sic("Thủ Tướng", "Thủ tướng", "viết hoa nhầm", "a mistaken capital"),
        ),
    ),
    Provision(
        "IV.2",
        Role.ORGANISATION,
        text=(
            "2. Đề nghị Ủy ban mặt trận tổ quốc Việt Nam huyện, các đoàn thể có trách nhiệm tuyên truyền, vận động cac "
            "hội viên, đoàn viên của mình tích cực tham gia thực hiện tốt các nội dung phong trào thi đua phát động "
            "trong phạm vi toàn tỉnh; phát huy được tinh thần, ý thức tự nguyện và sự sáng tạo của mọi tầng lớp nhân "
            "dân."
        ),
        en=(
            "2. The Committee of the Viet Nam Fatherland Front of the district and the mass organisations are "
            "requested to take responsibility for informing and mobilising their association members and union members "
            "to take an active part in carrying out well the content of the emulation movement launched throughout the "
            "province [sic], bringing into play the spirit, the voluntary will and the creativity of people of all "
            "strata."
        ),
        sic=(
            Sic("cac hội viên", "các hội viên", "viết thiếu dấu thanh", "a missing tone mark"),
            Sic(
                "toàn tỉnh",
                "toàn huyện",
                "kế hoạch của huyện, viết nhầm thành tỉnh",
                "a district's plan, which says province by mistake",
            ),
        ),
    ),
    Provision(
        "IV.3",
        Role.ORGANISATION,
        text=(
            "3. Các cơ quan, Mặt trận tổ quốc huyện, đoàn thể, đơn vị, UBND các xã và các doanh ngiệp đóng trên địa "
            "bàn huyện căn cứ kế hoạch và điều kiện cụ thể xây dựng kế hoạch, hướng dẫn và triển khai tổ chức, triển "
            "khai sâu rộng phong trào thi đua với nội dung, tiêu chí cụ thể, hình thức phù hợp, tránh hình thức, lãng "
            "phí."
        ),
        en=(
            "3. The agencies, the Fatherland Front of the district, the mass organisations, the units, the commune "
            "People's Committees and the enterprises located in the district shall, on the basis of this plan and of "
            "their specific conditions, draw up plans, give guidance, and organise and carry out the emulation "
            "movement broadly and deeply, with specific content and criteria and in suitable forms, avoiding formalism "
            "and waste."
        ),
        sic=(
            Sic("doanh ngiệp", "doanh nghiệp", "viết thiếu chữ h", "a missing letter"),
            Sic(
                "triển khai tổ chức, triển khai",
                "tổ chức, triển khai",
                "lặp chữ “triển khai”",
                "the words “triển khai” (carry out) are doubled",
            ),
        ),
    ),
    Provision(
        "IV.4",
        Role.ORGANISATION,
        text=(
            "4. Phòng Nội vụ (cơ quan thường trực Hội đồng Thi đua, khen thưởng) chủ trì, phối hợp với Phòng Lao động "
            "thương binh và xã hội triển khai, đôn đốc việc tổ chức thực hiện Kế hoạch này."
        ),
        en=(
            "4. The Division of Home Affairs (standing agency of the Emulation and Commendation Council) shall take "
            "the lead and, together with the Division of Labour, Invalids and Social Affairs, carry out this Plan and "
            "urge its implementation."
        ),
        sic=(
            Sic(
                "Thi đua, khen thưởng",
                "Thi đua - Khen thưởng",
                "tên của Hội đồng viết sai",
                "the name of the Council is miswritten",
            ),
            Sic(
                "Lao động thương binh và xã hội",
                "Lao động - Thương binh và Xã hội",
                "tên của Phòng viết sai",
                "the name of the Division is miswritten",
            ),
        ),
    ),
    Provision(
        "end-1",
        Role.CLOSING,
        text=(
            "Trên đây là kế hoạch phát động phong trào thi đua “vì người nghèo - không để ai bị bỏ lại phía sau” giai "
            "đoạn 2021-2025, Ủy ban nhân dân huyện yêu cầu các cơ quan, Mặt trận tổ quốc huyện, đoàn thể, đơn vị, UBND "
            "các xã trên địa bàn huyện triển khai thực hiện nghiêm túc./."
        ),
        en=(
            "The above is the plan launching the emulation movement “For the Poor - Leaving No One Behind” for the "
            "period 2021-2025; the district People's Committee requires the agencies, the Fatherland Front of the "
            "district, the mass organisations, the units and the commune People's Committees in the district to "
            "implement it strictly."
        ),
    ),
    Provision(
        "end-2",
        Role.CLOSING,
        text="Nơi nhận:",
        en="Recipients:",
    ),
    Provision(
        "end-3",
        Role.CLOSING,
        text="Sở Nội vụ tỉnh Sơn La;",
        en="Department of Home Affairs of Sơn La Province;",
        dash=True,
    ),
    Provision(
        "end-4",
        Role.CLOSING,
        text="Thường trực huyện uỷ;",
        en="Standing Board of the district Party Committee;",
        dash=True,
    ),
    Provision(
        "end-5",
        Role.CLOSING,
        text="Thường trực HĐND huyện;",
        en="Standing Board of the district People's Council;",
        dash=True,
    ),
    Provision(
        "end-6",
        Role.CLOSING,
        text="Chủ tịch, các PCT UBND huyện;",
        en="Chairman and Vice Chairmen of the district People's Committee;",
        dash=True,
    ),
    Provision(
        "end-7",
        Role.CLOSING,
        text="Các cơ quan, đơn vị, UBND các xã;",
        en="Agencies, units and commune People's Committees;",
        dash=True,
    ),
    Provision(
        "end-8",
        Role.CLOSING,
        text="Lưu: VT, NV (Chung), PT30b.",
        en="Filed: VT (records), NV (Home Affairs) (Chung), PT30b.",
        dash=True,
    ),
    Provision(
        "end-9",
        Role.CLOSING,
        text="TM. ỦY BAN NHÂN DÂN",
        en="ON BEHALF OF THE PEOPLE'S COMMITTEE",
    ),
    Provision(
        "end-10",
        Role.CLOSING,
        text="KT. CHỦ TỊCH",
        en="FOR THE CHAIRMAN",
    ),
    Provision(
        "end-11",
        Role.CLOSING,
        text="PHÓ CHỦ TỊCH",
        en="VICE CHAIRMAN",
    ),
)
