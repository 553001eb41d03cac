"""Pages of an estate's own people: accounts, meetings; what a firm or a committee reports."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Chart
from linli.core.pages.stepping import sent, step
from linli.governance.property.actions import accounts, contracts, meetings, scopes
from linli.governance.property.forms.accounts import FundForm, IncomeForm
from linli.governance.property.forms.asking import AnswerForm
from linli.governance.property.forms.contracts import ListForm
from linli.governance.property.forms.meetings import AssemblyForm, DeliverForm
from linli.governance.property.models import AgreedPoint, Contract, Estate
from linli.governance.property.queries import estates as found
from linli.governance.property.queries.accounts import by_kind, told_once, torn_of
from linli.governance.property.queries.disputes import told_by
from linli.governance.property.queries.overview import overdue_periods
from linli.governance.property.queries.rosters import owns_here
from linli.governance.property.queries.scopes import household_of, own_cases
from linli.governance.property.rules.meeting import point_kept
from linli.lib.calendar import local_day


@signed_in
@require_safe
def show_own(request: Visit) -> HttpResponse:
    """The estates one belongs to or speaks for; who belongs to just one is led there."""
    rows = found.own_estates(request.actor, request.community)
    context = {
        "estates": rows,
        "asked": own_cases(request.actor, request.community),
        "told": told_by(request.actor, request.community),
        "owner": owns_here(request.actor, request.community),
        "firm": any(
            held.post == "property_manager" and held.community == request.community.pk
            for held in request.actor.posts
        ),
    }
    return answer(request, "property/own.html", context)


@signed_in
@require_safe
def show_accounts(request: Visit, estate_id: UUID) -> HttpResponse:
    """Common income, the maintenance fund, what has not been told, the three parties."""
    estate = _seen(request, estate_id, "property.see_accounts")
    today = local_day(timezone.now())
    income, funds = found.income_reports(estate), found.fund_reports(estate)
    context = {
        "estate": estate,
        "reports": [told_once(row) for row in income],
        "funds": funds,
        "torn": torn_of(funds),
        "overdue": overdue_periods(estate, today),
        "chart": _chart(income),
        "contracts": found.serving(estate),
        "meetings": found.meetings_of(estate),
        "reporter": may("property.report", request.actor, estate),
        "announces": may("property.announce", request.actor, estate),
    }
    return answer(request, "property/accounts.html", context)


@signed_in
def publish_income(request: Visit, estate_id: UUID, report_id: UUID | None = None) -> HttpResponse:
    """Tells of common income; of a report already told, a correction."""
    estate = _seen(request, estate_id, "property.report")
    corrects = _one(estate.common_reports.filter(pk=report_id)) if report_id else None
    form = IncomeForm(sent(request), initial=_span(corrects))
    return _step(
        request, estate, form,
        lambda said: accounts.publish_income(
            estate, since=said["since"], until=said["until"], lines=form.lines, note=said["note"],
            corrects=corrects, by=request.actor, at=timezone.now(), once=said["once"],
        ),
        title=_("公布公共收益"), done=_("公布了，本小区的业主和居民都看得到。"),
        note=_("收入减去合理成本归业主；“净收益怎么用”加起来要正好等于净收益。"),
    )  # fmt: skip


@signed_in
def publish_fund(request: Visit, estate_id: UUID, report_id: UUID | None = None) -> HttpResponse:
    """Tells of the maintenance fund; of a report already told, a correction."""
    estate = _seen(request, estate_id, "property.report")
    corrects = _one(estate.fund_reports.filter(pk=report_id)) if report_id else None
    form = FundForm(sent(request), initial=_span(corrects))
    return _step(
        request, estate, form,
        lambda said: accounts.publish_fund(
            estate, since=said["since"], until=said["until"], sums=form.sums,
            used_for=said["used_for"], urgent=said["urgent"], corrects=corrects,
            by=request.actor, at=timezone.now(), once=said["once"],
        ),
        title=_("公布维修资金"), done=_("公布了，本小区的业主和居民都看得到。"),
        note=_("照专户银行的对账单填；期初 + 交存 + 利息 − 使用要等于期末。"),
    )  # fmt: skip


@signed_in
def note_assembly(request: Visit, estate_id: UUID) -> HttpResponse:
    """An owners' assembly was announced; with it the residents' committee is told."""
    estate = _seen(request, estate_id, "property.announce")
    enters = may("property.see_desk", request.actor, estate)
    return _step(
        request, estate, AssemblyForm(sent(request), enters=enters),
        lambda said: meetings.note_assembly(
            estate, **_but_once(said), by=request.actor, at=timezone.now(), once=said["once"]
        ),
        title=_("公告业主大会，告知居委会"), done=_("记下来了，居委会已经收到。"),
        note=_("要提前 15 日通知业主，住宅小区同时告诉居委会；20% 以上业主要求的，要开临时会议。"),
    )  # fmt: skip


@signed_in
@require_safe
def show_handover(request: Visit, contract_id: UUID) -> HttpResponse:
    """What is handed over when the firm leaves, and what has been, for all who add to it."""
    contract = _leaving(request, contract_id)
    items = list(contract.handover.order_by("kind", "what"))
    context = {
        "contract": contract,
        "estate": contract.estate,
        "items": items,
        "left": sum(row.given_on is None for row in items),
    }
    return answer(request, "property/handover.html", context)


@signed_in
def list_handover(request: Visit, contract_id: UUID) -> HttpResponse:
    """Adds to the list of what is handed over."""
    contract = _leaving(request, contract_id)
    return step(
        request, ListForm(sent(request)),
        lambda said: contracts.list_handover(
            contract, kind=said["kind"], what=said["what"], by=request.actor,
            at=timezone.now(), once=said["once"],
        ),
        title=_("加到交接清单"), done=_("加上了。"), frame="portal.html",
        back=reverse("property:handover", args=[request.community.code, contract.pk]),
    )  # fmt: skip


@signed_in
@require_safe
def show_meeting(request: Visit, meeting_id: UUID) -> HttpResponse:
    """A meeting of the three parties: what was agreed, and what became of it."""
    meeting = found.meeting_of(request.community, pk=meeting_id)
    if not may("property.see_accounts", request.actor, meeting):
        raise Http404
    today = local_day(timezone.now())
    points = [
        (
            row, point_kept(row.due_on, row.done_on, today),
            row.done_on is None and may("property.tell_point", request.actor, row),
        )
        for row in meeting.points.select_related("meeting__estate__place").order_by("due_on", "pk")
    ]  # fmt: skip
    context = {
        "meeting": meeting,
        "estate": meeting.estate,
        "items": meeting.gathering.items.order_by("order"),
        "points": points,
        "keeps": may("property.see_desk", request.actor, request.community),
        "may_hold": local_day(meeting.gathering.starts_at) <= today,
    }
    return answer(request, "property/meeting.html", context)


@signed_in
@require_safe
def show_meeting_of(request: Visit, gathering_id: UUID) -> HttpResponse:
    """The same, from the mechanism that keeps meetings."""
    meeting = found.meeting_of(request.community, gathering=gathering_id)
    if not may("property.see_accounts", request.actor, meeting):
        raise Http404
    return redirect("property:meeting", request.community.code, meeting.pk)


@signed_in
def deliver_point(request: Visit, point_id: UUID) -> HttpResponse:
    """What was agreed has been done."""
    point = _one(
        AgreedPoint.objects.filter(community=request.community, pk=point_id).select_related(
            "meeting__estate__place", "meeting__gathering", "community"
        )
    )
    if not may("property.tell_point", request.actor, point):
        raise Http404
    return step(
        request, DeliverForm(sent(request), row=point),
        lambda said: meetings.deliver_point(
            point, on=said["on"], told_words=said["told_words"], seen=said["seen"],
            by=request.actor, at=timezone.now(),
        ),
        title=_("办好了"), done=_("记下了。"), note=point.what, frame="portal.html",
        back=reverse("property:meeting", args=[request.community.code, point.meeting_id]),
    )  # fmt: skip


@signed_in
def answer_scope(request: Visit, household_id: UUID) -> HttpResponse:
    """One's own household answers."""
    household = household_of(request.actor, request.community, household_id)
    form = AnswerForm(sent(request), row=household, initial={"answer": household.answer})
    return step(
        request, form,
        lambda said: scopes.answer_scope(household, **said, by=request.actor, at=timezone.now()),
        title=_("答复：{title}").format(title=household.case.title), frame="portal.html",
        done=_("记下您的答复了，结束以前可以改。"), note=household.unit.label, says=_("交答复"),
        back=reverse("property:scope", args=[request.community.code, household.case_id]),
    )  # fmt: skip


def _leaving(request: Visit, key: UUID) -> Contract:
    contract = found.contract_of(request.community, key)
    if not contract.leaves_on or not may("property.report", request.actor, contract):
        raise Http404
    return contract


def _seen(request: Visit, estate_id: UUID, permission: str) -> Estate:
    return found.estate_seen(request.actor, request.community, estate_id, permission)


def _step(request: Visit, estate: Estate, form: Any, carry_out: Any, **said: Any) -> HttpResponse:
    back = reverse("property:accounts", args=[request.community.code, estate.pk])
    return step(request, form, carry_out, back=back, frame="portal.html", **said)


def _but_once(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name != "once"}


def _span(report: Any) -> dict[str, Any]:
    return {} if report is None else {"since": report.since, "until": report.until}


def _one(rows: Any) -> Any:
    found_row = rows.first()
    if found_row is None:
        raise Http404
    return found_row


def _chart(reports: list[Any]) -> Chart | None:
    """Income by sort, of the periods told, in yuan."""
    rows = by_kind(reports)
    if not rows:
        return None
    return Chart(
        "bar", _("公共收益从哪里来"), _("哪一项"), [pgettext("money", "收入")],
        [(title, fen / 100) for title, fen in rows], unit=_("元"), across=True,
    )  # fmt: skip
