"""From a confidential case to the public pages of other rooms that help with it: how to apply for
legal aid, what mediation is, which work is offered. Nothing of the case goes along."""

from django.utils.translation import gettext_lazy as _

from linli.service.casework.kinds import Panel, lead_on

_WORK = Panel(_("找工作"), "catalogue:openings", "search", given=())
_EMPLOYMENT_AID = Panel(
    _("就业援助怎么申请"), "catalogue:application_scheme", "list-check", given=("employment_aid",)
)
_LEGAL_AID = Panel(
    _("申请法律援助"), "catalogue:application_scheme", "heart-handshake", given=("legal_aid",)
)

lead_on("rights", Panel(_("人民调解"), "mediation:about", "scale", given=()), _LEGAL_AID)
lead_on("zero_employment", _EMPLOYMENT_AID, _WORK)
lead_on("resettlement", _WORK)
lead_on("veteran", _WORK)
