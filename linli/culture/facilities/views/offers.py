"""Offers and needs: for everybody, for who offers, and at the desk."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import carry, once, pressed, sent, step
from linli.culture.facilities.actions import offers as acts
from linli.culture.facilities.forms.offers import MatchForm, NeedForm, OfferForm, OutcomeForm
from linli.culture.facilities.queries import offers as queries
from linli.culture.facilities.views.sending import cut, desk_tabs, here
from linli.lib.calendar import local_day

A_YEAR = timedelta(days=365)
NOTE = _("想用的人先找居委会，居委会再联系您。不方便了，点一下就收回，不用说理由。")
NEED_NOTE = _("要请驻社区单位帮忙的，写在“驻社区单位”的需求清单里，不用两边都写。")
DESK_NOTE = _(
    "居民和社区愿意拿出来的写在这里。驻社区单位（学校也是）有档案的，请写在“驻社区单位”的资源清单里，"
    "那里可以对接成项目；单位写在这里的，那张清单会自动列出，不用再填。"
)


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What is offered, what is needed, and how much of it was used: counts, and no persons."""
    on = local_day(timezone.now())
    offers, more_offers = cut(queries.offers_standing(request.community, on), queries.MOST)
    open_needs, more_needs = cut(queries.needs_open(request.community), queries.MOST)
    tally = queries.tally_of(request.community, on - A_YEAR)
    context = {
        "offers": offers,
        "needs": open_needs,
        "tally": tally,
        "more": more_offers or more_needs,
        "desk": may("facilities.keep_offers", request.actor, request.community),
    }
    data = {
        "offers": [
            {"kind": row.kind, "title": row.title, "by": row.by, "unit": row.unit_name,
             "times": row.times, "conditions": row.conditions}
            for row in offers
        ],
        "needs": [{"kind": row.kind, "title": row.title, "times": row.times} for row in open_needs],
        "matched": tally.matched,
        "used": tally.used,
    }  # fmt: skip
    return answer(request, "facilities/keeping/offers.html", context, json=data)


@signed_in
def put(request: Visit) -> HttpResponse:
    """Somebody offers something."""
    return _put(request, by_desk=False)


@needs("facilities.keep_offers")
def put_for(request: Visit) -> HttpResponse:
    """Typed for somebody who came or rang."""
    return _put(request, by_desk=True)


def _put(request: Visit, *, by_desk: bool) -> HttpResponse:
    form = OfferForm(sent(request), by_desk=by_desk)
    back = here(request, "offer_desk" if by_desk else "offers")
    return step(
        request,
        form,
        lambda said: once(request, acts.offer, request.community, said, offered=form.offered),
        title=_("提供资源"),
        note=DESK_NOTE if by_desk else NOTE,
        done=_("收到了，谢谢。"),
        back=back,
        leads_to=None if by_desk else lambda _made: here(request, "own_kept"),
        frame="desk.html" if by_desk else "portal.html",
        says=_("提供"),
    )


@needs("facilities.keep_offers")
@require_safe
def show_desk(request: Visit) -> HttpResponse:
    """Offers with their contacts, needs, and what was put together."""
    on = local_day(timezone.now())
    offers, more_offers = cut(queries.offers_standing(request.community, on), queries.MOST)
    open_needs, more_needs = cut(queries.needs_open(request.community), queries.MOST)
    context = {
        "offers": offers,
        "needs": open_needs,
        "more": more_offers or more_needs,
        "matches": queries.matches_of(request.community),
        "tally": queries.tally_of(request.community, on - A_YEAR),
        "tabs": desk_tabs(request, "offer_desk"),
    }
    return answer(request, "facilities/keeping/offer_desk.html", context)


@needs("facilities.keep_offers")
@require_POST
def withdraw_for(request: Visit, offer_id: UUID) -> HttpResponse:
    """Takes an offer back for who asked by telephone."""
    row = queries.offer_in(request.community, offer_id)
    back = here(request, "offer_desk")
    return pressed(request, acts.withdraw_offer, row, _("收回了，马上不再公开。"), back)


@needs("facilities.keep_offers")
def need(request: Visit) -> HttpResponse:
    """Something is needed."""
    form = NeedForm(sent(request))
    return step(
        request,
        form,
        lambda said: once(request, acts.need, request.community, said, wanting=form.wanting),
        title=_("记下需要"),
        note=NEED_NOTE,
        done=_("记下了。"),
        back=here(request, "offer_desk"),
    )


@needs("facilities.keep_offers")
@require_POST
def close_need(request: Visit, need_id: UUID) -> HttpResponse:
    """It is not needed any more."""
    row = queries.need_in(request.community, need_id)
    return pressed(request, acts.close_need, row, _("结束了。"), here(request, "offer_desk"))


@needs("facilities.keep_offers")
def match(request: Visit, need_id: UUID) -> HttpResponse:
    """Puts an offer together with a need."""
    row = queries.need_in(request.community, need_id)
    standing = queries.offers_standing(request.community, local_day(timezone.now()))
    form = MatchForm(sent(request), offers=standing)
    return step(
        request,
        form,
        lambda said: carry(request, acts.match, row, offered=said["offer"]),
        title=_("对接：{need}").format(need=row.title),
        note=_("提供的人会收到消息，由居委会联系双方。"),
        done=_("对接上了，谈好以后请记结果。"),
        back=here(request, "offer_desk"),
    )


@needs("facilities.keep_offers")
def outcome(request: Visit, match_id: UUID) -> HttpResponse:
    """What came of it."""
    row = queries.match_in(request.community, match_id)
    form = OutcomeForm(sent(request))
    return step(
        request,
        form,
        lambda said: carry(request, acts.tell_outcome, row, **said),
        title=_("记结果：{offer}").format(offer=row.offer.title),
        note=row.need.title,
        done=_("记下了。"),
        back=here(request, "offer_desk"),
    )
