"""2.5. Đối với cán bộ, công chức, viên chức làm công tác giảm nghèo: one paragraph, without a dash."""

from thidua.clauses import Clause, Criteria
from thidua.conditions import all_of
from thidua.criteria.initiatives import has_initiatives_of_advice
from thidua.criteria.judging import WHO_JUDGES_AFTERWARDS
from thidua.criteria.moments import COUNTED_FROM
from thidua.criteria.readings import SUFFICIENT, counted_together
from thidua.provisions import Provision, Role
from thidua.subjects import Official
from thidua.vocabulary import official

strives_stays_close_and_has_initiatives = Clause(
    "III.2.5-1",
    text=(
        "Cán bộ, công chức, viên chức nỗ lực công tác, bám sát cơ sở, có sáng kiến trong việc xây dựng, tham mưu ban "
        "hành cơ chế, chính sách, hướng dẫn thực hiện và tháo gỡ khó khăn cho cơ sở trong thực hiện chương trình giảm "
        "nghèo."
    ),
    en=(
        "Officials, civil servants and public employees strive in their work, stay close to the grassroots, and have "
        "initiatives in drafting, and advising on the issue of, mechanisms, policies and guidance on implementation, "
        "and in removing difficulties for the grassroots, in carrying out the poverty reduction programme."
    ),
    dash=False,
    requires=all_of(
        official.effort.is_judged_at_least(SUFFICIENT),
        official.stays_close_to_the_grassroots.is_judged_at_least(SUFFICIENT),
        has_initiatives_of_advice(official.initiatives),
    ),
    readings=(COUNTED_FROM,),
)

HEADING = Provision(
    "III.2.5",
    Role.HEADING,
    text="2.5. Đối với cán bộ, công chức, viên chức làm công tác giảm nghèo",
    en="2.5. Officials, civil servants and public employees working on poverty reduction",
)
CLAUSES = (strives_stays_close_and_has_initiatives,)
OFFICIALS = Criteria(
    HEADING,
    Official,
    CLAUSES,
    applies_where=official.works_on_poverty_reduction.is_yes(),
    requires=counted_together(*(clause.is_met() for clause in CLAUSES)),
    readings=(WHO_JUDGES_AFTERWARDS,),
)
