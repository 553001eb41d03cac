"""What a talk is to the mechanism that holds the door: as what people come. Nobody votes here."""

from django.utils.translation import gettext_lazy as _

from linli.governance.deliberation.words import HALL_FORMS
from linli.mechanisms.gathering.kinds import Capacity, GatheringKind, register_gatherings

KIND_OF = {form: f"deliberation.{form}" for form, _words in HALL_FORMS}

PROPOSER = Capacity("proposer", _("提议人"))
PARTY = Capacity("party", _("相关方"), walks_in=True)
DRAWN = Capacity("drawn", _("随机邀请的居民"))
RESIDENT = Capacity("resident", _("居民"), walks_in=True)
REPRESENTATIVE = Capacity("representative", _("居民代表"), walks_in=True)
PROFESSIONAL = Capacity("professional", _("专业人士"), walks_in=True)
OFFICE = Capacity("office", _("居委会和有关部门"), walks_in=True)
CAPACITIES = (PROPOSER, PARTY, DRAWN, RESIDENT, REPRESENTATIVE, PROFESSIONAL, OFFICE)

OF_OFFICE = (PROFESSIONAL.code, OFFICE.code)
"""In which capacities one comes for one's work."""

TITLES = {each.code: each.title for each in CAPACITIES}

register_gatherings(
    {
        KIND_OF[form]: GatheringKind(
            words,
            capacities=CAPACITIES,
            keeps="deliberation.keep",
            opens="deliberation:talk_of",
        )
        for form, words in HALL_FORMS
    }
)
