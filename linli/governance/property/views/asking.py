"""The desk: lifts and homes used for business, repairs, disputes, the three parties."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.places.laid_down import floor_laid_down
from linli.governance.property.actions import accounts, meetings, scopes
from linli.governance.property.forms.accounts import RepairForm
from linli.governance.property.forms.asking import (
    NextForm,
    PaperForm,
    ScopeForm,
    TalkForm,
)
from linli.governance.property.forms.estates import FiledForm
from linli.governance.property.forms.meetings import PointForm, ThreeForm
from linli.governance.property.models import RepairHelp
from linli.governance.property.queries import estates as found, scopes as asked
from linli.governance.property.queries.parties import Party, parties_of
from linli.governance.property.rules.scopes import figures_told
from linli.governance.property.views.public import steps_of
from linli.lib.calendar import local_day


@needs("property.keep")
def open_scope(request: Visit, estate_id: UUID) -> HttpResponse:
    """Owners of one building are asked."""
    estate = found.estate_of(request.community, estate_id)
    form = ScopeForm(sent(request), places=found.places_for_lifts(estate))
    running = format_html_join(
        _("、"), '<a href="{}">{}</a>',
        ((_at(request, "scope_desk", row.pk), row.title) for row in asked.running_lifts(estate)),
    )  # fmt: skip
    return step(
        request, form,
        lambda said: scopes.open_scope(estate, **said, by=request.actor, at=timezone.now()),
        title=_("加装电梯、住改商征求意见"), done=_("开始征求意见了，有账号的业主收到了通知。"),
        note=format_html("{}{}", _("正在加装电梯："), running) if running else "",
        back=_at(request, "estate_desk", estate.pk),
        leads_to=lambda made: _at(request, "scope_desk", made.pk),
    )  # fmt: skip


@needs("property.see_desk")
@require_safe
def show_scope(request: Visit, case_id: UUID) -> HttpResponse:
    """A case at the desk: how many answered, and once nobody is asked any more whether it was
    enough; no household's answer, and no figure that would tell one."""
    case = asked.case_of(request.community, case_id)
    asking = case.stage in scopes.ANSWERABLE
    count = asked.counted(case)
    floor = floor_laid_down(case.community, local_day(timezone.now()))
    context = {
        "case": case,
        "steps": steps_of(case),
        "enough": None if asking or not count.heads else scopes.enough_of(case),
        "count": count if count.heads else None,
        "figures": figures_told(count, asking, floor),
        "waiting": asked.waiting_households(case) if asking else [],
        "papers": asked.answered_on_paper(case) if asking else [],
        "events": case.events.order_by("on", "pk"),
        "open": asking,
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
        request, PaperForm(sent(request), row=row),
        lambda said: scopes.enter_answer(row, **said, by=request.actor, at=timezone.now()),
        title=_("登记纸上答复"), done=_("登记了，之后这里不再显示。"), note=row.unit.label,
        back=_at(request, "scope_desk", row.case_id),
    )  # fmt: skip


@needs("property.keep")
def correct_answer(request: Visit, household_id: UUID) -> HttpResponse:
    """Another paper of a household that answered on paper; what the first said is not shown."""
    rows = asked.ScopeHousehold.objects.filter(community=request.community, pk=household_id)
    row = rows.filter(on_paper=True).select_related("case", "unit", "owner", "community").first()
    if row is None:
        raise Http404
    return step(
        request, PaperForm(sent(request), row=row),
        lambda said: scopes.correct_answer(row, **said, by=request.actor, at=timezone.now()),
        title=_("更正纸上答复"), done=_("更正了，业主有账号的会收到通知。"), note=row.unit.label,
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
        title=_("约三方会议"), done=_told_to(parties_of(estate, local_day(timezone.now()))),
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


def _told_to(parties: list[Party]) -> str:
    """Who hears of it, and that nobody does where none has an account."""
    if not parties:
        return _("约好了。这个小区没有能在这里收到通知的物业和业主组织，请另外告诉他们。")
    names = "、".join(party.name for party in parties)
    return _("约好了，已经通知：{names}。").format(names=names)


def _at(request: Visit, name: str, *args: Any) -> str:
    return reverse(f"property:{name}", args=[request.community.code, *args])
