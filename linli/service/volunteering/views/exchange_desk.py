"""Time exchange at the desk: the decision, members on paper, slips, the pot, partners."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.stepping import carried, sent, step
from linli.service.volunteering.actions import cheques, exchange as acts
from linli.service.volunteering.forms.exchange import (
    BackForm,
    ChequesForm,
    DecisionForm,
    DeskJoinForm,
    GiveForm,
    HelpForm,
    TypeChequeForm,
)
from linli.service.volunteering.forms.neighbours import OnceForm
from linli.service.volunteering.queries import clearing, exchange as read
from linli.service.volunteering.rules import exchange as rules
from linli.service.volunteering.views.exchange import member_page
from linli.service.volunteering.views.tabs import neighbour_tabs

KEEP, DECIDE = "volunteering.keep_time", "volunteering.decide_time"


@needs(KEEP)
@require_safe
def show(request: Visit) -> HttpResponse:
    """How it stands, the latest that moved, members, partners."""
    scheme = read.scheme_of(request.community)
    context: dict[str, Any] = {
        "scheme": scheme,
        "tabs": neighbour_tabs(request, "time_desk"),
        "may_decide": may(DECIDE, request.actor, request.community),
        "off": None if scheme and scheme.on else rules.may_begin(on=False),
    }
    if scheme is not None:
        rows, after = read.deeds_at_desk(scheme), request.GET.get("after", "")
        found = page_of(rows, "written_at", after, newest=True, size=40)
        context |= {
            "rows": found.rows,
            "next": found.after,
            "members": list(read.members_of(scheme)[:200]),
            "decisions": list(scheme.decisions.all()),
            "partners": [clearing.reconciled(each) for each in clearing.partners_of(scheme)],
            "asked": clearing.clearings_asked(request.community),
        }
    return answer(request, "volunteering/exchange/desk.html", context)


@needs(DECIDE)
def switch(request: Visit, way: str) -> HttpResponse:
    """On or off, by a decision of the residents."""
    scheme, on = read.scheme_of(request.community), way == "on"
    act, subject = (acts.switch_on, request.community) if on else (acts.switch_off, scheme)
    return _step(
        request, DecisionForm(sent(request)), carried(request, act, subject),
        title=_("按决议开启") if on else _("按决议停止"),
        note=_("开启后居民自愿加入；随时可以再由居民决定停止。")
        if on
        else _("停止后不记新的时间，存的照样看得到。"),
        done=_("登记了，居民看得到是哪项决议。"),
    )  # fmt: skip


@needs(KEEP)
def join(request: Visit) -> HttpResponse:
    """Somebody without an account, who signed the rules on paper."""
    return _step(
        request, DeskJoinForm(sent(request)),
        carried(request, acts.join, request.community, at_desk=True),
        title=_("登记一位成员"), note=_("本人读过规则、在纸上签了字的。"), done=_("登记好了，请把成员号告诉本人。"),
    )  # fmt: skip


@needs(KEEP)
@require_safe
def show_member(request: Visit, member_id: UUID) -> HttpResponse:
    """A member's statement, to be read to them or printed."""
    member = read.member_for(request.actor, request.community, member_id)
    context = {**member_page(request, member), "desk": True}
    return answer(request, "volunteering/exchange/member.html", context)


@needs(KEEP)
def write_help(request: Visit, member_id: UUID) -> HttpResponse:
    """A help, written down for a member who is at the desk."""
    member = read.member_for(request.actor, request.community, member_id)
    act = carried(request, acts.write_help, member)

    def carry_out(given: dict[str, Any]) -> object:
        side = given.pop("side")
        return act({**given, "gave": side == "gave"})

    return _step(
        request, HelpForm(sent(request)), carry_out, member=member_id,
        title=_("写下一次互助"), note=_("对方确认以后才记上。"), done=_("写下了，等对方确认。"),
    )  # fmt: skip


@needs(KEEP)
def answer_help(request: Visit, deed_id: UUID, how: str) -> HttpResponse:
    """A member at the desk says that it was so, or not, with their signature."""
    deed = read.deed_for(request.actor, request.community, deed_id)
    act = {"confirm": acts.confirm_help, "decline": acts.decline_help}[how]
    yes = how == "confirm"
    return _step(
        request, OnceForm(sent(request)), carried(request, act, deed),
        title=_("代为确认（本人签了字）") if yes else _("没有这回事"),
        note=_("%(minutes)d 分钟") % {"minutes": deed.minutes},
        done=_("记上了。") if yes else _("没有记。"),
    )  # fmt: skip


@needs(KEEP)
def leave(request: Visit, member_id: UUID) -> HttpResponse:
    """A member leaves at the desk."""
    member = read.member_for(request.actor, request.community, member_id)
    return _step(
        request, OnceForm(sent(request)), carried(request, acts.leave, member),
        title=_("办理退出"), note=_("存的转入公共时间池，欠的不用还。"), done=_("退出了，姓名已经删除。"),
    )  # fmt: skip


@needs(KEEP)
def grant(request: Visit) -> HttpResponse:
    """Out of the pot."""
    scheme = read.scheme_or_404(request.community)
    return _step(
        request, GiveForm(sent(request)), carried(request, acts.grant_time, scheme),
        title=_("公共时间池给一位成员"),
        note=_("池里现有 %(held)d 分钟。给一时没有办法帮别人的成员；为什么，不记也不公布。")
        % {"held": scheme.pot.balance},
        done=_("记上了。"),
    )  # fmt: skip


@needs(KEEP)
def type_cheque(request: Visit) -> HttpResponse:
    """A slip that somebody brought."""
    scheme = read.scheme_or_404(request.community)
    return _step(
        request, TypeChequeForm(sent(request)), carried(request, cheques.type_cheque, scheme),
        title=_("登记时间条"), note=_("照条子填；一张只算一次。"), done=_("记上了，条子请打孔留存。"),
    )  # fmt: skip


@needs(KEEP)
def print_cheques(request: Visit, member_id: UUID) -> HttpResponse:
    """A cheque book for a member who has no printer."""
    member = read.member_for(request.actor, request.community, member_id)
    return _step(
        request, ChequesForm(sent(request)), carried(request, cheques.print_cheques, member),
        title=_("印时间条"), note=_("交给本人。"), done=_("可以打印了。"), member=member_id,
    )  # fmt: skip


@needs(KEEP)
def take_back(request: Visit, deed_id: UUID) -> HttpResponse:
    """Takes back what was entered wrongly."""
    deed = read.deed_for(request.actor, request.community, deed_id)
    return _step(
        request, BackForm(sent(request)), carried(request, acts.take_deed_back, deed),
        title=_("冲销"),
        note=f"{deed.get_kind_display()} {deed.minutes}",
        done=_("冲销了，告诉了双方。"),
    )  # fmt: skip


def _step(
    request: Visit, form: Any, carry_out: Any, *, member: UUID | None = None, **said: Any
) -> HttpResponse:
    name, parts = ("time_member", [member]) if member else ("time_desk", [])
    back = reverse(f"volunteering:{name}", args=[request.community.code, *parts])
    return step(request, form, carry_out, back=back, **said)
