"""What can be known of an official, civil servant or public employee working on poverty reduction."""

from thidua.changes import Changes
from thidua.facts import judged, yes_no
from thidua.kinds import Addressee
from thidua.movements import Vocabulary
from thidua.records import records
from thidua.subjects import Official
from thidua.texts import Text
from thidua.vocabulary import initiative
from thidua.vocabulary.bodies import (
    COMMUNE_COMMITTEE,
    COMMUNE_COUNCIL,
    DISTRICT_COMMITTEE,
    DISTRICT_COUNCIL,
    LABOUR_OFFICE,
)
from thidua.vocabulary.guards import GUARDS
from thidua.vocabulary.initiative import Initiative

_JUDGES = (DISTRICT_COUNCIL, DISTRICT_COMMITTEE, LABOUR_OFFICE, COMMUNE_COUNCIL, COMMUNE_COMMITTEE)

works_on_poverty_reduction = yes_no(
    Official,
    "works_on_poverty_reduction",
    Text("việc được phân công làm công tác giảm nghèo", "assignment to work on poverty reduction"),
    holds=Text(
        "cán bộ, công chức, viên chức được phân công làm công tác giảm nghèo",
        "the official is assigned to work on poverty reduction",
    ),
    fails=Text(
        "cán bộ, công chức, viên chức không được phân công làm công tác giảm nghèo",
        "the official is not assigned to work on poverty reduction",
    ),
    proof=Text("quyết định, văn bản phân công nhiệm vụ", "the decision or document assigning the task"),
    changes=Changes.NEVER,  # says to whom a clause applies
)
effort = judged(
    Official,
    "effort",
    Text("sự nỗ lực trong công tác", "the official's effort at work"),
    question=Text(
        "Cán bộ, công chức, viên chức nỗ lực trong công tác giảm nghèo ở mức nào?",
        "How far does the official strive in the work of poverty reduction?",
    ),
    judges=_JUDGES,
    proof=Text("kết quả xếp loại hằng năm, nhận xét của thủ trưởng", "yearly ratings, the opinion of the superior"),
)
stays_close_to_the_grassroots = judged(
    Official,
    "stays_close_to_the_grassroots",
    Text("việc bám sát cơ sở", "how closely the official stays in touch with the grassroots"),
    question=Text(
        "Cán bộ, công chức, viên chức bám sát cơ sở ở mức nào?",
        "How closely does the official stay in touch with the grassroots?",
    ),
    judges=_JUDGES,
    proof=Text(
        "sổ công tác cơ sở, văn bản phân công phụ trách địa bàn, nhận xét của UBND xã hoặc bản, xóm",
        "field diary, assignment to an area, the opinion of the commune or village",
    ),
)
initiatives = records(
    Official,
    "initiatives",
    Initiative,
    Text("sáng kiến", "initiatives"),
    fields=initiative.FIELDS,
    dated_by=initiative.applied_on,
    proof=Text("quyết định công nhận sáng kiến", "the decisions recognising the initiatives"),
)

VOCABULARY = Vocabulary(
    Official,
    "official",
    Text("cán bộ, công chức, viên chức", "official"),
    facts=(works_on_poverty_reduction.fact, effort.fact, stays_close_to_the_grassroots.fact, *GUARDS),
    registers=(initiatives.register,),
    personal=True,  # a person: an outcome, above all one that is not met, is shown to all without the name
    addressee=Addressee(Text("Ông (bà) {name}", "{name}"), ("cán bộ", "công chức", "viên chức")),
)
