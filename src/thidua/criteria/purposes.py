"""Phần mở đầu và mục I, Mục đích, yêu cầu: the plan's title, its preamble, its purposes and its requirements."""

from thidua.provisions import Provision, Role
from thidua.texts import Sic

PROVISIONS = (
    Provision(
        "head-1",
        Role.HEADING,
        text="KẾ HOẠCH",
        en="PLAN",
    ),
    Provision(
        "head-2",
        Role.HEADING,
        text=(
            "Thực hiện phong trào thi đua “Vì người nghèo - Không để ai bị bỏ lại phía sau” giai đoạn 2021 -2025 trên "
            "địa bàn huyện Quỳnh Nhai"
        ),
        en=(
            "Implementing the emulation movement “For the Poor - Leaving No One Behind” for the period 2021-2025 in "
            "Quỳnh Nhai District"
        ),
        sic=(Sic("2021 -2025", "2021-2025", "thừa dấu cách", "a stray space"),),
    ),
    Provision(
        "head-3",
        Role.PREAMBLE,
        text=(
            "Thực hiện Quyết định số 1384/QĐ-UBND ngày 12/7/2022 của UBND tỉnh Sơn La về tổ chức thực hiện phòng trào "
            "thi đua “vì người nghèo - không để ai bị bỏ lại phía sau” trên địa bàn tỉnh Sơn La giai đoạn 2021-2025. "
            "Ủy ban nhân dân huyện Quỳnh Nhai ban hành Kế hoạch thực hiện phong trào thi đua “vì người nghèo - không "
            "để ai bị bỏ lại phía sau”, cụ thể như sau:"
        ),
        en=(
            "In implementation of Decision No. 1384/QĐ-UBND of 12 July 2022 of the People's Committee of Sơn La "
            "Province on organising the emulation movement “For the Poor - Leaving No One Behind” in Sơn La Province "
            "for the period 2021-2025, the People's Committee of Quỳnh Nhai District issues this Plan for implementing "
            "the emulation movement “For the Poor - Leaving No One Behind”, as follows:"
        ),
        sic=(
            Sic("phòng trào", "phong trào", "viết sai dấu thanh", "a wrong tone mark"),
            Sic(
                "2021-2025. Ủy ban",
                "2021-2025, Ủy ban",
                "dấu chấm thay cho dấu phẩy, cắt đôi câu",
                "a full stop for a comma, which cuts the sentence in two",
            ),
        ),
    ),
    Provision(
        "I",
        Role.HEADING,
        text="I. MỤC ĐÍCH, YÊU CẦU",
        en="I. PURPOSES AND REQUIREMENTS",
    ),
    Provision(
        "I.1",
        Role.HEADING,
        text="1. Mục đích",
        en="1. Purposes",
    ),
    Provision(
        "I.1-1",
        Role.PURPOSE,
        text=(
            "Tạo sự chuyển biến mạnh mẽ về nhận thức của cán bộ, công chức, viên chức và các tầng lớp nhân dân về nội "
            "dung, mục tiêu giảm nghèo bền vững; phát huy sức mạnh tổng hợp của hệ thống chính trị, sự đồng tâm, hiệp "
            "lực của toàn xã hội góp phần triển khai thực hiện Chương trình mục tiêu Quốc gia giảm nghèo bền vững "
            "huyện Quỳnh Nhai giai đoạn 2121-2025."
        ),
        en=(
            "To bring about a strong change in the awareness of officials, civil servants, public employees and people "
            "of all strata of the content and objectives of sustainable poverty reduction; to bring into play the "
            "combined strength of the political system and the united will and effort of the whole of society, thereby "
            "contributing to the implementation of the National Target Programme on Sustainable Poverty Reduction of "
            "Quỳnh Nhai District for the period 2121 [sic]-2025."
        ),
        dash=True,
        sic=(Sic("2121-2025", "2021-2025", "năm viết nhầm", "a mistyped year"),),
    ),
    Provision(
        "I.1-2",
        Role.PURPOSE,
        text=(
            "Phát huy những kết quả đã đạt được trong công tác hỗ trợ, giúp đỡ cán bộ, công chức, viên chức có hoàn "
            "cảnh khó khăn góp phần thực hiện các mục tiêu phát triển bền vững của huyện trong thời gian qua; đẩy mạnh "
            "việc tuyên truyền, nâng cao nhận thức, tinh thần chủ động sáng tạo của mỗi tập thể, cá nhân, tạo khí thế "
            "thi đua sôi nổi trong toàn huyện góp phần thực hiện thắng lợi chương trình giảm nghèo của huyện nói "
            "riêng, của Đảng và Nhà nước nói chung."
        ),
        en=(
            "To build on the results already achieved in supporting and helping officials, civil servants and public "
            "employees in difficult circumstances, contributing to the sustainable development objectives of the "
            "district in recent times; to step up communication and to raise the awareness, initiative and creativity "
            "of every collective and individual, creating a lively spirit of emulation throughout the district and "
            "contributing to the success of the poverty reduction programme of the district in particular and of the "
            "Party and the State in general."
        ),
        dash=True,
    ),
    Provision(
        "I.2",
        Role.HEADING,
        text="2. Yêu cầu",
        en="2. Requirements",
    ),
    Provision(
        "I.2-1",
        Role.REQUIREMENT,
        text=(
            "Việc thực hiện phong trào thi đua phải trở thành trọng tâm và được triển khai sâu rộng, thường xuyên, "
            "liên tục với nhiều hình thức đa dạng, nội dung phong phú, thiết thực, phù hợp với điều kiện thực tế của "
            "mỗi cơ quan, đơn vị, phát huy được tinh thần tự nguyện, của cán bộ, công chức, viên chức."
        ),
        en=(
            "Implementing the emulation movement must become a central task and be carried out broadly and deeply, "
            "regularly and continuously, in many diverse forms and with rich and practical content suited to the "
            "actual conditions of each agency and unit, bringing into play the voluntary spirit of officials, civil "
            "servants and public employees."
        ),
        dash=True,
        sic=(Sic("tự nguyện, của", "tự nguyện của", "thừa dấu phẩy", "a stray comma"),),
    ),
    Provision(
        "I.2-2",
        Role.REQUIREMENT,
        text=(
            "Chú trọng việc phát triển bồi dưỡng, nhân rộng các điển hình tiên tiến, phổ biến những sáng kiến kinh "
            "nghiệm hay, những cách làm sáng tạo trong thực hiện chính sách; đồng thời biểu dương, tôn vinh, khen "
            "thưởng các tập thể, cá nhân có thành tích tiêu biểu, xuất xắc trong thực hiện phong trào thi đua."
        ),
        en=(
            "Attention is to be given to developing, fostering and multiplying advanced examples, and to spreading "
            "good initiatives and experience and creative ways of working in the implementation of policy; at the same "
            "time, collectives and individuals with exemplary and outstanding achievements in implementing the "
            "emulation movement are to be praised, honoured and commended."
        ),
        dash=True,
        sic=(
            Sic("phát triển bồi dưỡng", "phát triển, bồi dưỡng", "thiếu dấu phẩy", "a missing comma"),
            Sic("xuất xắc", "xuất sắc", "viết sai chính tả", "a misspelling"),
        ),
    ),
)
