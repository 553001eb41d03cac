"""Partner communities at the desk: agreed, limited, cleared, reconciled."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import carried, sent, step
from linli.core.places.models import Place
from linli.mechanisms.ledger.queries import first_day_of, statement
from linli.service.volunteering.actions import clearing as acts
from linli.service.volunteering.forms.exchange import ClearingForm, LimitsForm, PartnerForm
from linli.service.volunteering.forms.neighbours import OnceForm
from linli.service.volunteering.queries import clearing as read
from linli.service.volunteering.queries.exchange import scheme_or_404

KEEP, DECIDE = "volunteering.keep_time", "volunteering.decide_time"


@needs(DECIDE)
def agree(request: Visit) -> HttpResponse:
    """Another community, with limits both ways."""
    scheme = scheme_or_404(request.community)
    form = PartnerForm(sent(request), communities=read.communities_beside(request.community))
    act = carried(request, acts.agree_with_partner, scheme)

    def carry_out(given: dict[str, Any]) -> object:
        return act({**given, "other": Place.objects.get(pk=given["other"])})

    return _step(
        request, form, carry_out, title=_("和另一个社区互通时间"),
        note=_("两边各自登记。限额管住往来：一边送出去的时间，不会淹了另一边。"), done=_("登记了。"),
    )  # fmt: skip


@needs(DECIDE)
def limit(request: Visit, partner_id: UUID) -> HttpResponse:
    """Other limits, or the end."""
    partner = read.partner_kept_by(request.actor, request.community, partner_id)
    initial = {
        "owed_to_us": partner.owed_to_us, "owed_by_us": partner.owed_by_us,
        "ended": partner.ended_on is not None,
    }  # fmt: skip
    form = LimitsForm(sent(request), initial=initial)
    return _step(
        request, form, carried(request, acts.set_partner_limits, partner),
        title=_("改限额"), note=partner.other.name, done=_("改了。"),
    )  # fmt: skip


@needs(KEEP)
@require_safe
def show_partner(request: Visit, partner_id: UUID) -> HttpResponse:
    """What both books say, and every line of the partner's account here."""
    partner = read.partner_kept_by(request.actor, request.community, partner_id)
    today = timezone.localdate()
    since = first_day_of(partner.scheme.book) or today
    context = {
        "partner": partner,
        "may_decide": may(DECIDE, request.actor, partner),
        "found": read.reconciled(partner),
        "statement": statement(partner.held, since, today, limit=200),
        "asked": [each for each in read.clearings_here(partner.scheme)
                  if each.partner_id == partner.pk],
    }  # fmt: skip
    return answer(request, "volunteering/exchange/partner.html", context)


@needs(KEEP)
def ask(request: Visit, partner_id: UUID) -> HttpResponse:
    """Somebody from here helped over there."""
    partner = read.partner_kept_by(request.actor, request.community, partner_id)
    return _step(
        request, ClearingForm(sent(request)), carried(request, acts.ask_clearing, partner),
        title=_("请对方社区确认一次互助"), note=partner.other.name,
        done=_("送过去了，对方确认后两边一起记。"),
    )  # fmt: skip


@needs(KEEP)
def answer_asked(request: Visit, clearing_id: UUID, how: str) -> HttpResponse:
    """Another community asks: so it was, or not."""
    found = read.clearing_asked_of(request.community, clearing_id)
    scheme = scheme_or_404(request.community)
    mine = [each for each in read.partners_of(scheme) if each.other_id == found.community_id]
    if not mine:
        raise Http404
    act = {"confirm": acts.confirm_clearing, "decline": acts.decline_clearing}[how]
    return _step(
        request, OnceForm(sent(request)), carried(request, act, mine[0], clearing=found),
        title=_("确认跨社区互助") if how == "confirm" else _("没有这回事"),
        note=_("%(place)s请确认：我们的 %(number)d 号成员受助 %(minutes)d 分钟")
        % {"place": found.community.name, "number": found.receiver_number,
           "minutes": found.minutes},
        done=_("两边都记上了。") if how == "confirm" else _("没有记。"),
    )  # fmt: skip


def _step(request: Visit, form: Any, carry_out: Any, **said: Any) -> HttpResponse:
    back = reverse("volunteering:time_desk", args=[request.community.code])
    return step(request, form, carry_out, back=back, **said)
