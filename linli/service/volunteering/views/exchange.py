"""Time exchange for everybody, and for whoever joined it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.stepping import carried, sent, step
from linli.core.places.laid_down import number_laid_down
from linli.service.volunteering.actions import cheques, exchange as acts
from linli.service.volunteering.forms.exchange import (
    ChequesForm,
    GiveForm,
    HelpForm,
    JoinForm,
    PotForm,
)
from linli.service.volunteering.forms.neighbours import OnceForm
from linli.service.volunteering.models import TimeMember
from linli.service.volunteering.purposes import PURPOSES, STATUTORY
from linli.service.volunteering.queries import exchange as read
from linli.service.volunteering.rules import exchange as rules


@public
@require_safe
def show(request: Visit) -> HttpResponse:
    """Whether it is on, why not, by which decision, its rules, and totals."""
    here, today = request.community, timezone.localdate()
    scheme = read.scheme_of(here)
    totals = read.totals_of(scheme, here, today) if scheme else None
    context = {
        "scheme": scheme,
        "decisions": list(scheme.decisions.all()) if scheme else [],
        "off": None if scheme and scheme.on else rules.may_begin(on=False),
        "totals": totals,
        "member": read.own_membership(request.actor, here),
        "may_join": may("volunteering.join_time", request.actor, here),
        "desk": may("volunteering.keep_time", request.actor, here),
        "limits": read.limits_of(here, today),
        "months": number_laid_down("volunteering.exchange_months", here, today),
        "told_days": number_laid_down("volunteering.expiry_told_days", here, today),
        "purposes": [title for _key, title in PURPOSES],
        "statutory": [title for _key, title in STATUTORY],
    }
    return answer(
        request, "volunteering/exchange/public.html", context, json=lambda: _data(context)
    )


@signed_in
@require_safe
def show_mine(request: Visit) -> HttpResponse:
    """What one holds, what waits for one's yes, and every minute that moved."""
    member = read.own_membership(request.actor, request.community)
    if member is None:
        return redirect("volunteering:time", request.community.code)
    return answer(request, "volunteering/exchange/mine.html", member_page(request, member))


def member_page(request: Visit, member: TimeMember) -> dict[str, Any]:
    """A member's statement: for themselves and for the desk."""
    found = page_of(
        read.deeds_of(member), "written_at", request.GET.get("after", ""), newest=True, size=40
    )
    held = read.balance_now(member.held)
    return {
        "member": member,
        "scheme": member.scheme,
        "held": held,
        "amount": abs(held),
        "limits": read.limits_of(request.community, timezone.localdate()),
        "waiting": read.deeds_waiting_for(member),
        "rows": found.rows,
        "next": found.after,
        "cheques": read.cheques_of(member),
        "notices": list(member.notices.filter(settled_at__isnull=True).order_by("settles_on")),
    }


@needs("volunteering.join_time")
def join(request: Visit) -> HttpResponse:
    """Joins by the rules."""
    return _step(
        request, JoinForm(sent(request)), carried(request, acts.join, request.community),
        title=_("加入时间互助"),
        note=_("自愿参加；时间不是钱，不能换钱；公共服务人人都有，不用时间换；随时可以退出，欠的不用还。"),
        done=_("加入了。请记住您的成员号。"), says=_("加入"), back="time",
    )  # fmt: skip


@signed_in
def write_help(request: Visit) -> HttpResponse:
    """A help, as one of the two writes it down."""
    member = _mine(request)
    act = carried(request, acts.write_help, member)

    def carry_out(given: dict[str, Any]) -> object:
        side = given.pop("side")
        return act({**given, "gave": side == "gave"})

    return _step(
        request, HelpForm(sent(request)), carry_out,
        title=_("写下一次互助"),
        note=_("一个小时就是一个小时，不管做什么。对方确认以后才记上。"),
        done=_("写下了，等对方确认。"),
    )  # fmt: skip


@signed_in
def answer_help(request: Visit, deed_id: UUID, how: str) -> HttpResponse:
    """Yes, it was so; or it was not."""
    deed = read.deed_for(request.actor, request.community, deed_id)
    act = {"confirm": acts.confirm_help, "decline": acts.decline_help}[how]
    yes = how == "confirm"
    return _step(
        request, OnceForm(sent(request)), carried(request, act, deed),
        title=_("确认这次互助") if yes else _("没有这回事"),
        note=_("%(what)s，%(minutes)d 分钟")
        % {"what": deed.get_purpose_display(), "minutes": deed.minutes},
        done=_("记上了。") if yes else _("没有记，告诉了对方。"),
    )  # fmt: skip


@signed_in
def give(request: Visit) -> HttpResponse:
    """Minutes for a neighbour."""
    return _step(
        request, GiveForm(sent(request)), carried(request, acts.give_time, _mine(request)),
        title=_("送给邻居"), note=_("送出去的，对方需要帮忙时用。"), done=_("送出了。"),
    )  # fmt: skip


@signed_in
def give_to_pot(request: Visit) -> HttpResponse:
    """Minutes for the pot."""
    return _step(
        request, PotForm(sent(request)), carried(request, acts.give_to_pot, _mine(request)),
        title=_("捐给公共时间池"), note=_("给一时没有办法帮别人、又需要帮忙的邻居。"), done=_("谢谢您。"),
    )  # fmt: skip


@signed_in
def print_cheques(request: Visit) -> HttpResponse:
    """A cheque book of one's own."""
    member = _mine(request)
    act = carried(request, cheques.print_cheques, member)
    return _step(
        request, ChequesForm(sent(request)), act,
        title=_("印时间条"),
        note=_("谁帮了您，给他一张，签上名；他交到居委会登记。一张只算一次，丢了可以作废。"),
        done=_("可以打印了。"),
    )  # fmt: skip


@signed_in
@require_safe
def show_cheques(request: Visit, member_id: UUID, book_id: UUID) -> HttpResponse:
    """A cheque book to be printed."""
    member = read.member_for(request.actor, request.community, member_id)
    slips = read.cheques_of(member, book_id)
    if not slips:
        raise Http404
    context = {"member": member, "slips": slips}
    return answer(request, "volunteering/exchange/cheques.html", context)


@signed_in
def void_cheque(request: Visit, cheque_id: UUID) -> HttpResponse:
    """A slip that was lost."""
    cheque = read.cheque_for(request.actor, request.community, cheque_id)
    return _step(
        request, OnceForm(sent(request)), carried(request, cheques.void_cheque, cheque),
        title=_("作废时间条"), note=_("%(number)d 号") % {"number": cheque.number}, done=_("作废了。"),
    )  # fmt: skip


@signed_in
def leave(request: Visit) -> HttpResponse:
    """Leaves."""
    return _step(
        request, OnceForm(sent(request)), carried(request, acts.leave, _mine(request)),
        title=_("退出时间互助"),
        note=_("不问为什么。存的转入公共时间池（也可以先送给邻居），欠的不用还。"),
        done=_("退出了，姓名已经删除。"), says=_("退出"), back="time",
    )  # fmt: skip


def _mine(request: Visit) -> TimeMember:
    member = read.own_membership(request.actor, request.community)
    if member is None:
        raise Http404
    return member


def _step(
    request: Visit, form: Any, carry_out: Any, *, back: str = "time_mine", **said: Any
) -> HttpResponse:
    page = reverse(f"volunteering:{back}", args=[request.community.code])
    return step(request, form, carry_out, back=page, frame="portal.html", **said)


def _data(context: dict[str, Any]) -> dict[str, Any]:
    totals = context["totals"]
    told = totals is not None and totals.told
    return {
        "on": bool(context["scheme"] and context["scheme"].on),
        "members": totals.members if told else None,
        "minutes_last_year": totals.minutes if told else None,
        "pot_minutes": totals.pot if told else None,
    }
