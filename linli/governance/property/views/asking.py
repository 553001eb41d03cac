"""The desk: lifts and homes used for business, repairs, disputes, the three parties."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.governance.property.actions import accounts, disputes, meetings, scopes
from linli.governance.property.forms.accounts import RepairForm
from linli.governance.property.forms.asking import (
    AnswerForm,
    NextForm,
    ReferForm,
    ResultForm,
    ScopeForm,
    TalkForm,
)
from linli.governance.property.forms.estates import FiledForm
from linli.governance.property.forms.meetings import PointForm, ThreeForm
from linli.governance.property.models import RepairHelp
from linli.governance.property.queries import estates as found, scopes as asked
from linli.governance.property.views.public import steps_of


@needs("property.keep")
def open_scope(request: Visit, estate_id: UUID) -> HttpResponse:
    """Owners of one building are asked."""
    estate = found.estate_of(request.community, estate_id)
    form = ScopeForm(sent(request), places=found.places_for_lifts(estate))
    return step(
        request, form,
        lambda said: scopes.open_scope(estate, **said, by=request.actor, at=timezone.now()),
        title=_("加装电梯、住改商征求意见"), done=_("开始征求意见了。"),
        back=_at(request, "estate_desk", estate.pk),
        leads_to=lambda made: _at(request, "scope_desk", made.pk),
    )  # fmt: skip


@needs("property.see_desk")
@require_safe
def show_scope(request: Visit, case_id: UUID) -> HttpResponse:
    """A case at the desk: counts, the law, what is still to come; no household's answer."""
    case = asked.case_of(request.community, case_id)
    context = {
        "case": case,
        "steps": steps_of(case),
        "found": scopes.findings_of(case),
        "count": asked.counted(case),
        "waiting": asked.waiting_households(case),
        "events": case.events.order_by("on", "pk"),
        "open": case.stage in ("consulting", "posted"),
        "over": case.stage in ("accepted", "dropped"),
    }
    return answer(request, "property/scope_desk.html", context)


@needs("property.keep")
def enter_answer(request: Visit, household_id: UUID) -> HttpResponse:
    """An answer on paper; only of a household that has not answered yet."""
    rows = asked.ScopeHousehold.objects.filter(community=request.community, pk=household_id)
    row = rows.filter(answer="").select_related("case", "unit", "community").first()
    if row is None:
        raise Http404
    return step(
        request, AnswerForm(sent(request), row=row),
        lambda said: scopes.enter_answer(row, **said, by=request.actor, at=timezone.now()),
        title=_("登记纸上答复"), done=_("登记了，之后这里不再显示。"), note=row.unit.label,
        back=_at(request, "scope_desk", row.case_id),
    )  # fmt: skip


@needs("property.keep")
def note_talk(request: Visit, case_id: UUID) -> HttpResponse:
    """A talk with those who object."""
    case = asked.case_of(request.community, case_id)
    return step(
        request, TalkForm(sent(request)),
        lambda said: scopes.note_talk(case, **said, by=request.actor, at=timezone.now()),
        title=_("记一次协商"), done=_("记下了。"), back=_at(request, "scope_desk", case.pk),
        note=_("低楼层的担心（采光、噪声、补偿）先协商；谈不拢，可以请人民调解委员会。"),
    )  # fmt: skip


@needs("property.keep")
def advance(request: Visit, case_id: UUID) -> HttpResponse:
    """The next step."""
    case = asked.case_of(request.community, case_id)
    return step(
        request, NextForm(sent(request), row=case),
        lambda said: scopes.advance_scope(case, **said, by=request.actor, at=timezone.now()),
        title=_("下一步"), done=_("记下了。"), back=_at(request, "scope_desk", case.pk),
    )  # fmt: skip


@needs("property.keep")
def plan_repair(request: Visit, estate_id: UUID) -> HttpResponse:
    """A common repair and who pays."""
    estate = found.estate_of(request.community, estate_id)
    form = RepairForm(sent(request))
    return step(
        request, form,
        lambda said: accounts.plan_repair(
            estate, what=said["what"], on=said["on"], cost=said["cost"], shares=form.shares,
            by=request.actor, at=timezone.now(), once=said["once"],
        ),
        title=_("登记公共维修"), done=_("记下了。"), back=_at(request, "estate_desk", estate.pk),
        note=_("维修资金、政府补助、单位支持、业主分摊加起来要等于总价。"),
    )  # fmt: skip


@needs("property.keep")
def finish_repair(request: Visit, repair_id: UUID) -> HttpResponse:
    """It has been repaired."""
    rows = RepairHelp.objects.filter(community=request.community, pk=repair_id)
    repair = rows.select_related("estate", "community").first()
    if repair is None:
        raise Http404
    return step(
        request, FiledForm(sent(request)),
        lambda said: accounts.finish_repair(
            repair, on=said["on"], by=request.actor, at=timezone.now(), once=said["once"]
        ),
        title=_("修好了"), done=_("记下了。"), note=repair.what,
        back=_at(request, "estate_desk", repair.estate_id),
    )  # fmt: skip


@needs("property.keep")
def call_three(request: Visit, estate_id: UUID) -> HttpResponse:
    """The three parties are asked to one table."""
    estate = found.estate_of(request.community, estate_id)
    return step(
        request, ThreeForm(sent(request)),
        lambda said: meetings.call_three_parties(
            estate, venue=said["venue"], starts_at=said["starts_at"],
            agenda=said["agenda"].splitlines(), by=request.actor, at=timezone.now(),
            once=said["once"],
        ),
        title=_("约三方会议"), done=_("约好了，物业已经收到通知。"),
        back=_at(request, "estate_desk", estate.pk),
        leads_to=lambda made: _at(request, "meeting", made.pk),
    )  # fmt: skip


@needs("property.keep")
@require_POST
def hold_three(request: Visit, meeting_id: UUID) -> HttpResponse:
    """It was held."""
    meeting = found.meeting_of(request.community, pk=meeting_id)
    meetings.hold_three_parties(meeting, by=request.actor, at=timezone.now())
    return redirect("property:meeting", request.community.code, meeting.pk)


@needs("property.keep")
def agree_point(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Something was agreed."""
    meeting = found.meeting_of(request.community, pk=meeting_id)
    return step(
        request, PointForm(sent(request)),
        lambda said: meetings.agree_point(meeting, **said, by=request.actor, at=timezone.now()),
        title=_("记一件商定的事"), done=_("记下了。"), back=_at(request, "meeting", meeting.pk),
    )  # fmt: skip


@needs("property.see_desk")
@require_safe
def show_disputes(request: Visit) -> HttpResponse:
    """Disputes nobody has taken on, and one's own."""
    rows = found.disputes_for_desk(request.actor, request.community)
    return answer(request, "property/disputes.html", {"rows": rows, "me": request.actor.account})


@needs("property.see_desk")
@require_POST
def take_dispute(request: Visit, dispute_id: UUID) -> HttpResponse:
    """Takes it on."""
    dispute = _dispute(request, dispute_id)
    disputes.take_dispute(dispute, by=request.actor, at=timezone.now())
    return redirect("property:dispute", request.community.code, dispute.pk)


@needs("property.see_desk")
@require_safe
def show_dispute(request: Visit, dispute_id: UUID) -> HttpResponse:
    """What was told; each look is an entry. Nobody but the handler reads it."""
    dispute = _dispute(request, dispute_id)
    if dispute.handler_id != request.actor.account:
        raise Http404
    disputes.open_dispute(dispute, by=request.actor, at=timezone.now())
    return answer(request, "property/dispute.html", {"dispute": dispute})


@needs("property.see_desk")
def refer_dispute(request: Visit, dispute_id: UUID) -> HttpResponse:
    """Sends it on its way."""
    dispute = _dispute(request, dispute_id)
    return step(
        request, ReferForm(sent(request), row=dispute),
        lambda said: disputes.refer_dispute(dispute, **said, by=request.actor, at=timezone.now()),
        title=_("转出去"), done=_("转出去了，期限告诉了本人。"),
        back=_at(request, "dispute", dispute.pk),
    )  # fmt: skip


@needs("property.see_desk")
def answer_dispute(request: Visit, dispute_id: UUID) -> HttpResponse:
    """What came of it."""
    dispute = _dispute(request, dispute_id)
    return step(
        request, ResultForm(sent(request), row=dispute),
        lambda said: disputes.answer_dispute(dispute, **said, by=request.actor, at=timezone.now()),
        title=_("写结果"), done=_("告诉本人了。"), back=_at(request, "dispute", dispute.pk),
    )  # fmt: skip


def _dispute(request: Visit, key: UUID) -> Any:
    return found.dispute_for(request.actor, request.community, key, "property.handle_dispute")


def _at(request: Visit, name: str, *args: Any) -> str:
    return reverse(f"property:{name}", args=[request.community.code, *args])
