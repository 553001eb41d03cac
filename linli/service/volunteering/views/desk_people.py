"""The list of volunteers, one of them, teams, insurance: for those who keep it, by name and never
by hours."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, record_opening
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import carried, or_refusal, sent, step
from linli.core.people.choosing import FindForm
from linli.service.volunteering.actions import confirming, registering, thanking
from linli.service.volunteering.forms.hours import CorrectForm
from linli.service.volunteering.forms.offers import (
    CoverForm,
    DeskOfferForm,
    GuardianForm,
    KnownForm,
    LeaderForm,
    PlainForm,
    TeamForm,
    ThanksForm,
    TrainingForm,
)
from linli.service.volunteering.queries import hours, volunteers
from linli.service.volunteering.views.desk_tabs import desk_tabs

SHOWS = {"": _("全部"), "guardian": _("等监护人同意")}


@needs("volunteering.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """Who is a volunteer, the latest registered first."""
    here, show = request.community, request.GET.get("show", "")
    rows = volunteers.volunteers_for(request.actor, here, show)
    page = page_of(rows, "registered_at", request.GET.get("after", ""), newest=True)
    context = {
        "tabs": desk_tabs(request, "volunteers"),
        "shows": [Tab(title, f"?show={key}", key == show) for key, title in SHOWS.items()],
        "rows": [(row, volunteers.name_of(row)) for row in page.rows],
        "after": page.after,
        "teams": volunteers.teams_in(here),
        "count": volunteers.count_volunteers(here),
    }
    return answer(request, "volunteering/volunteers.html", context)


@needs("volunteering.see_desk")
@require_safe
def show(request: Visit, volunteer_id: UUID) -> HttpResponse:
    """One volunteer; that they were looked at is written down, and they read it."""
    row = volunteers.volunteer_in(request.community, volunteer_id)
    record_opening(
        "volunteering.open_volunteer", request.actor, row, at=timezone.now(), about=row.person_id
    )
    context = {
        "row": row,
        "name": volunteers.name_of(row),
        "phone": volunteers.phone_of(row),
        "trainings": list(row.trainings.order_by("-passed_on")),
        "covers": list(row.covers.order_by("-until")),
        "services": hours.services_of(hours.lines_of(row))[:60],
        "today": timezone.localdate(),
    }
    return answer(request, "volunteering/volunteer.html", context)


@needs("volunteering.keep")
def register(request: Visit) -> HttpResponse:
    """Registers somebody who came or rang."""
    words, on = request.POST.get("q", "").strip(), timezone.localdate()
    given = request.POST if request.method == "POST" and "find" not in request.POST else None
    form = DeskOfferForm(given, community=request.community, words=words, on=on)
    refused = None
    if form.is_valid():
        row, refused = or_refusal(
            request, form,
            lambda said: registering.register_at_desk(
                request.community, person=said["person"], offered=form.offered, via=said["via"],
                by=request.actor, at=timezone.now(),
            ),
        )  # fmt: skip
        if refused is None:
            messages.success(request, _("登记好了。"))
            return redirect("volunteering:volunteer", request.community.code, row.pk)
    context = {
        "find": FindForm({"q": words} if request.method == "POST" else None), "form": form,
        "words": words, "searched": request.method == "POST", "refused": refused,
        "title": _("登记一位志愿者"), "back": _at(request, "volunteers"),
    }  # fmt: skip
    status = 409 if refused is not None else 422 if form.is_bound else 200
    return answer(request, "volunteering/choose.html", context, status=status)


@needs("volunteering.keep")
def know(request: Visit, volunteer_id: UUID) -> HttpResponse:
    """Whether a coordinator has met them and lets them go to people's doors."""
    row = volunteers.volunteer_in(request.community, volunteer_id)
    start = {"known": row.known_at is not None}
    return _step(
        request, row, KnownForm(sent(request), initial=start), registering.know_for_rounds,
        _("认得，可以上门"),
    )  # fmt: skip


@needs("volunteering.keep")
def record_guardian(request: Visit, volunteer_id: UUID) -> HttpResponse:
    """What a guardian said."""
    row = volunteers.volunteer_in(request.community, volunteer_id)
    start = {"guardian": row.guardian, "phone": row.guardian_phone, "way": row.guardian_way}
    return _step(
        request, row, GuardianForm(sent(request), initial=start), registering.record_guardian,
        _("监护人的意见"),
    )  # fmt: skip


@needs("volunteering.keep")
def add_training(request: Visit, volunteer_id: UUID) -> HttpResponse:
    """A training somebody passed."""
    row = volunteers.volunteer_in(request.community, volunteer_id)
    return _step(request, row, TrainingForm(sent(request)), registering.add_training, _("登记培训"))


@needs("volunteering.keep")
def thank(request: Visit, volunteer_id: UUID) -> HttpResponse:
    """A word of thanks."""
    row = volunteers.volunteer_in(request.community, volunteer_id)
    return _step(request, row, ThanksForm(sent(request)), thanking.thank, _("写一句感谢"))


@needs("volunteering.keep")
def withdraw(request: Visit, volunteer_id: UUID) -> HttpResponse:
    """Withdraws somebody who said so."""
    row = volunteers.volunteer_in(request.community, volunteer_id)
    return _step(request, row, PlainForm(sent(request)), registering.withdraw, _("按本人的话退出"))


@needs("volunteering.keep")
def correct(request: Visit, record_id: UUID) -> HttpResponse:
    """Mends the hours of one service."""
    record = hours.record_in(request.community, record_id)
    start = {"hours": confirming.held_by(record) / 2}
    return step(
        request,
        CorrectForm(sent(request), initial=start),
        lambda said: confirming.correct_hours(
            record, half_hours=said["hours"], reason=said["reason"], by=request.actor,
            at=timezone.now(),
        ),
        title=_("更正服务时长"),
        note=_("原来的记录不动，加一条更正；用到它的证明同时作废。"),
        done=_("更正了，本人会收到消息。"),
        back=_at(request, "volunteer", record.volunteer_id),
    )  # fmt: skip


@needs("volunteering.keep")
def add_cover(request: Visit) -> HttpResponse:
    """An insurance and whom it covers."""
    form = CoverForm(sent(request), community=request.community)

    def carry_out(said: dict[str, Any]) -> None:
        said["volunteers"] = list(said["volunteers"])
        with suppress(Replayed):  # the same form came twice; once is enough
            registering.add_cover(request.community, **said, by=request.actor, at=timezone.now())

    return step(
        request,
        form,
        carry_out,
        title=_("登记意外伤害保险"),
        note=_("有危险的服务，没有有效保险的不能上岗；费用不由志愿者出。"),
        done=_("登记了。"),
        back=_at(request, "volunteers"),
    )


@needs("volunteering.keep")
def found_team(request: Visit) -> HttpResponse:
    """Founds a team."""
    form = TeamForm(sent(request), community=request.community)
    return step(
        request,
        form,
        carried(request, registering.found_team, request.community),
        title=_("成立队伍"),
        note=_("队长看得到自己队的班次有谁；报名、到场和时长由居委会记。"),
        done=_("成立了。"),
        back=_at(request, "volunteers"),
    )


@needs("volunteering.keep")
def name_leader(request: Visit, team_id: UUID) -> HttpResponse:
    """Another member leads a team."""
    team = volunteers.team_in(request.community, team_id)
    return step(
        request,
        LeaderForm(sent(request), team=team, initial={"leader": team.leader_id}),
        lambda said: registering.name_leader(team, **said, by=request.actor, at=timezone.now()),
        title=_("换队长"),
        note=team.name,
        done=_("换好了。"),
        back=_at(request, "volunteers"),
    )


@needs("volunteering.keep")
def end_team(request: Visit, team_id: UUID) -> HttpResponse:
    """A team ends."""
    team = volunteers.team_in(request.community, team_id)
    return step(
        request,
        PlainForm(sent(request)),
        lambda said: registering.end_team(team, by=request.actor, at=timezone.now()),
        title=_("解散队伍"),
        note=team.name,
        done=_("解散了；队员还是志愿者。"),
        back=_at(request, "volunteers"),
    )


def _step(request: Visit, row: Any, form: Any, act: Any, title: Any) -> HttpResponse:
    def carry_out(said: dict[str, Any]) -> None:
        with suppress(Replayed):  # the same form came twice; once is enough
            act(row, **said, by=request.actor, at=timezone.now())

    return step(
        request,
        form,
        carry_out,
        title=title,
        note=volunteers.name_of(row),
        done=_("记下了。"),
        back=_at(request, "volunteer", row.pk),
    )


def _at(request: Visit, name: str, *args: Any) -> str:
    return reverse(f"volunteering:{name}", args=[request.community.code, *args])
