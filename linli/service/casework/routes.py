"""The ways to one's right as data: from which day one may set out upon each, and for how long."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Route:
    """A way to one's right. `asked_within`: the parameter of how long one may set out upon it,
    counted from the day `since` describes; none where the law sets no day. `answered_within`: how
    long the office has, or after how long one asks; none where it differs. `note`: what may move
    the last day, told beside it."""

    key: str
    title: Any
    since: Any
    asked_within: str = ""
    answered_within: str = ""
    cites: tuple[str, ...] = ()
    note: Any = ""


_INTERRUPTED = _("中间向对方要过、对方答应过，或者找过有关部门的，从那时起重新算；把凭据留好。")

ROUTES = (
    Route(
        "legal_aid",
        _("法律援助"),
        _("哪天提出的申请"),
        answered_within="legal_aid.decide_within",
        cites=("legal_aid.43", "legal_aid.49"),
    ),
    Route(
        "labour",
        _("劳动争议仲裁"),
        _("哪天知道或者应当知道权利受到侵害；拖欠工资的，还在职时这一年不走，离职的从离职那天算"),
        asked_within="rights.labour_within",
        answered_within="rights.labour_accepted_within",
        cites=("labour_arbitration.27", "labour_arbitration.29"),
        note=_INTERRUPTED,
    ),
    Route(
        "consumer",
        _("消费者投诉（12315）"),
        _("哪天知道或者应当知道权益受到侵害"),
        asked_within="rights.consumer_within",
        answered_within="rights.consumer_accepted_within",
        cites=("consumer_complaints.15", "consumer_complaints.14"),
    ),
    Route(
        "property",
        _("物业、住房主管部门"),
        _("哪天出的事"),
        answered_within="rights.property_asked_after",
    ),
    Route(
        "petition",
        _("信访"),
        _("哪天出的事"),
        answered_within="petition.told_within",
        cites=("petition.22", "petition.23"),
    ),
    Route(
        "reconsideration",
        _("行政复议"),
        _("哪天知道这个决定"),
        asked_within="assistance.reconsider_within",
        answered_within="assistance.reconsidered_within",
        cites=("remedies.20", "remedies.62"),
    ),
    Route(
        "administrative_court",
        _("行政诉讼"),
        _("哪天知道这个决定"),
        asked_within="assistance.sue_within",
        cites=("remedies.46",),
    ),
    Route(
        "court_after_reconsideration",
        _("行政诉讼（对复议决定不服）"),
        _("哪天收到复议决定书；复议机关过期不决定的，从复议期满那天算"),
        asked_within="assistance.sue_after_reconsideration",
        cites=("remedies.45",),
    ),
    Route(
        "court",
        _("民事诉讼"),
        _(
            "哪天知道或者应当知道权利受到损害和该由谁负责；赡养费、抚养费、扶养费没有时效，随时可以要"
        ),
        asked_within="rights.court_within",
        cites=("civil_code.188", "civil_code.195", "civil_code.196"),
        note=_INTERRUPTED,
    ),
    Route(
        "mediation",
        _("人民调解"),
        _("哪天出的事"),
        answered_within="rights.mediation_asked_after",
        cites=("people_mediation.17", "people_mediation.3"),
    ),
)
BY_KEY = {route.key: route for route in ROUTES}
ROUTE_CHOICES = [(route.key, route.title) for route in ROUTES]
