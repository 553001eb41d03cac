"""What the stages on the way to an owners' body are called."""

from django.utils.translation import gettext_lazy as _

STAGE_TITLES = {
    "asked": _("业主或者建设单位提出"),
    "answered": _("街道答复，指导筹备"),
    "group_formed": _("成立筹备组（物管会：确定成员）"),
    "group_posted": _("公布成员名单"),
    "matters_posted": _("公布筹备事项"),
    "assembly_held": _("召开首次业主大会"),
    "decisions_posted": _("公布业主大会的决定"),
    "filed": _("业主委员会申请备案"),
    "street_filed": _("街道备案"),
}
