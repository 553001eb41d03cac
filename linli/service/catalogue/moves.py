"""The form of each step of a certificate, and which act it carries out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.core.pages.steps import StepForm
from linli.lib.law import require
from linli.mechanisms.flow import rules as flow_rules
from linli.mechanisms.flow.queries import Offer, posts_that_may
from linli.service.catalogue import actions
from linli.service.catalogue.flows import CERTIFICATE
from linli.service.catalogue.forms import MOST_COPIES
from linli.service.catalogue.models import Certificate


class SealForm(StepForm):
    """How many copies are sealed."""

    copies = forms.IntegerField(label=_("几份"), min_value=1, max_value=MOST_COPIES, initial=1)


class ReasonForm(StepForm):
    """A step with a reason."""

    reason = forms.CharField(
        label=_("原因"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 400}),
    )


class RefuseForm(ReasonForm):
    """Why not, and where to go instead."""

    way_on = forms.CharField(
        label=_("可以怎么办（申请人看得到）"),
        max_length=400,
        help_text=_("写明找哪个单位、地址电话、带什么。"),
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 400}),
    )


@dataclass(frozen=True)
class Offered:
    """One step: its words, its form, its act."""

    title: Any
    icon: str
    form: type[StepForm]
    act: Callable[..., Any]
    done: Any
    main: bool = False


FORMS: dict[str, Offered] = {
    "seal": Offered(
        _("看过，盖章出具"), "certificate", SealForm, actions.seal_certificate, _("盖好了。"), True
    ),
    "send_back": Offered(
        _("退回重拟"), "arrow-back-up", ReasonForm, actions.send_back, _("退回了。")
    ),
    "hand_over": Offered(
        _("已领走"), "check", StepForm, actions.hand_over_certificate, _("记下了。"), True
    ),
    "refuse": Offered(
        _("不予出具，告知去向"), "ban", RefuseForm, actions.refuse_certificate, _("已告知。")
    ),
    "revoke": Offered(_("作废"), "trash", ReasonForm, actions.revoke_certificate, _("已作废。")),
}


def offered(offers: list[Offer]) -> list[tuple[str, Any, str, bool]]:
    """The buttons of the steps open to this reader: name, title, icon, whether the main one."""
    shown = []
    for offer in offers:
        known = FORMS.get(offer.move.name)
        if not offer.open:
            continue
        if known is not None:
            shown.append((offer.move.name, known.title, known.icon, known.main))
        elif offer.move.name == "draft":
            shown.append(("draft", _("核对名册，拟好"), "pencil", True))
    return shown


def require_open(certificate: Certificate, name: str) -> None:
    """Refuses a step that does not start from where the certificate stands, saying what is so."""
    move = CERTIFICATE.move(name)
    who = posts_that_may(move.who)
    require(flow_rules.starts_here(CERTIFICATE, certificate.state, move, who))
