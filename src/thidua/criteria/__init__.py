"""The plan of Quỳnh Nhai, 2021-2025, in the order of its table of contents."""

from operator import attrgetter

from thidua.criteria import bullets, eligibility, falls, judging, moments, readings
from thidua.criteria.agencies import AGENCIES
from thidua.criteria.awards import FORMS, ROUTES
from thidua.criteria.commendation import PROVISIONS as COMMENDATION
from thidua.criteria.communes import COMMUNES
from thidua.criteria.content import PROVISIONS as CONTENT
from thidua.criteria.enterprises import ENTERPRISES
from thidua.criteria.households import HOUSEHOLDS
from thidua.criteria.officials import OFFICIALS
from thidua.criteria.organisation import PROVISIONS as ORGANISATION
from thidua.criteria.purposes import PROVISIONS as PURPOSES
from thidua.criteria.schedule import PERIOD, REVIEWS, SURVEYS
from thidua.criteria.villages import VILLAGES
from thidua.movements import Plan
from thidua.texts import Text
from thidua.vocabulary import agency, commune, enterprise, household, official, village
from thidua.vocabulary.bodies import BODIES

_READINGS = (
    *readings.READINGS,
    *bullets.READINGS,
    *falls.READINGS,
    *moments.READINGS,
    *eligibility.READINGS,
    *judging.READINGS,
)

PLAN = Plan(
    id="quynh-nhai-2021-2025",
    title=Text(
        "Kế hoạch thực hiện phong trào thi đua “Vì người nghèo - Không để ai bị bỏ lại phía sau” giai đoạn 2021-2025 "
        "trên địa bàn huyện Quỳnh Nhai",
        "Plan implementing the emulation movement “For the Poor - Leaving No One Behind”, 2021-2025, in Quỳnh Nhai "
        "District",
    ),
    issuer=Text(
        "Ủy ban nhân dân huyện Quỳnh Nhai, tỉnh Sơn La",
        "the People's Committee of Quỳnh Nhai District, Sơn La Province",
    ),
    period=PERIOD,
    contents=(
        *PURPOSES,
        *CONTENT,
        AGENCIES,
        COMMUNES,
        VILLAGES,
        HOUSEHOLDS,
        OFFICIALS,
        ENTERPRISES,
        *COMMENDATION,
        *ORGANISATION,
    ),
    vocabularies=(
        agency.VOCABULARY,
        commune.VOCABULARY,
        village.VOCABULARY,
        household.VOCABULARY,
        official.VOCABULARY,
        enterprise.VOCABULARY,
    ),
    readings=tuple(sorted(_READINGS, key=attrgetter("id"))),
    surveys=SURVEYS,
    reviews=REVIEWS,
    forms=FORMS,
    routes=ROUTES,
    bodies=BODIES,
    handover=judging.HANDOVER,
)

__all__ = ["PLAN"]
