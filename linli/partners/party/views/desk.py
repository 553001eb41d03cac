"""The secretary's desk: meetings, published items, branches, pledges, totals."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.core.pages.wording import tell_day
from linli.partners.party.actions import branches as branch_acts, calendar as acts
from linli.partners.party.forms.keeping import (
    AffairForm,
    BranchChangeForm,
    BranchForm,
    DropForm,
    HeldForm,
    KeptForm,
    MeetingForm,
    MoveForm,
    PledgeForm,
    TotalForm,
    UntilForm,
)
from linli.partners.party.items import items
from linli.partners.party.models import Branch, Meeting, Pledge
from linli.partners.party.queries import calendar
from linli.partners.party.queries.serving import one_of, totals_of
from linli.partners.party.rules.periods import time_of
from linli.partners.party.studies import studies_of
from linli.partners.party.views.carrying import desk_tabs, done, page

SEE, KEEP = "party.see_desk", "party.keep"
SHOWN = timedelta(days=200)
YEARS = (2000, 2999)
"""Of which years an item can be published."""


def _desk(request: Visit, name: str, template: str, **context: Any) -> HttpResponse:
    keeps = may(KEEP, request.actor, request.community)
    tabs = desk_tabs(request, name)
    today = timezone.localdate()
    return answer(request, template, {"keeps": keeps, "tabs": tabs, "today": today, **context})


@needs(SEE)
@require_safe
def show_calendar(request: Visit) -> HttpResponse:
    """What is planned, and what is looked for of each branch."""
    today, here = timezone.localdate(), request.community
    turns = calendar.turns_in(here, today - SHOWN, today, today)
    return _desk(
        request, "calendar", "party/desk/calendar.html",
        coming=calendar.meetings_coming(here, today), turns=turns,
        titles=calendar.SORT_TITLES, branches=calendar.branches_of(here),
    )  # fmt: skip


@needs(SEE)
@require_safe
def show_affairs(request: Visit) -> HttpResponse:
    """The list of items: overdue, waiting, published."""
    affairs = calendar.affairs_of(request.community, timezone.localdate())
    return _desk(request, "affairs", "party/desk/affairs.html", affairs=affairs)


@needs(SEE)
@require_safe
def show_branches(request: Visit) -> HttpResponse:
    """Branches, what they pledged, the totals as they were told."""
    here = request.community
    return _desk(
        request, "branches", "party/desk/branches.html",
        branches=calendar.branches_of(here), ended=calendar.branches_of(here, ended=True),
        pledges=calendar.pledges_of(here), totals=totals_of(here),
    )  # fmt: skip


@needs(SEE)
@require_safe
def show_studies(request: Visit) -> HttpResponse:
    """What is to be studied before residents decide. The record is kept where the meeting is."""
    studies = studies_of(request.community, timezone.localdate())
    return _desk(request, "studies", "party/desk/studies.html", studies=studies)


@needs(KEEP)
def found_branch(request: Visit) -> HttpResponse:
    """Enters a branch, a group, a team."""
    form = BranchForm(sent(request), community=request.community)
    return done(
        request, form, branch_acts.found_branch, request.community, title=_("登记党组织"),
        note=_("只写组织，不写党员；党员名册、党费、纪律处分在党组织自己的系统里。"),
        done=_("登记好了。"), back=page(request, "branches"),
    )  # fmt: skip


@needs(KEEP)
def change_branch(request: Visit, branch_id: UUID) -> HttpResponse:
    """Changes what is told of it."""
    row = one_of(Branch, request.community, branch_id)
    names = [name for name in BranchChangeForm.base_fields if hasattr(row, name)]
    initial = {**{name: getattr(row, name) for name in names}, "seen": row.version}
    form = BranchChangeForm(sent(request), community=request.community, own=row.pk, initial=initial)
    return done(request, form, branch_acts.change_branch, row, title=_("改介绍"),
                done=_("改好了。"), back=page(request, "branches"))  # fmt: skip


@needs(KEEP)
def end_branch(request: Visit, branch_id: UUID) -> HttpResponse:
    """It was dissolved or merged."""
    row = one_of(Branch, request.community, branch_id)
    form = UntilForm(sent(request), row=row, initial={"until": timezone.localdate()})
    return done(request, form, branch_acts.end_branch, row, title=_("撤销"), note=row.name,
                done=_("记下了。"), back=page(request, "branches"))  # fmt: skip


@needs(KEEP)
def tell_total(request: Visit) -> HttpResponse:
    """A whole number as it was told."""
    form = TotalForm(sent(request), initial={"on": timezone.localdate()})
    return done(
        request, form, branch_acts.tell_total, request.community, title=_("记一个总数"),
        note=_("页面上会写明：这是党组织报的数，这里没有名单可以核对。"),
        done=_("记下了。"), back=page(request, "branches"),
    )  # fmt: skip


@needs(KEEP)
def promise(request: Visit, branch_id: UUID) -> HttpResponse:
    """A branch promises something."""
    row = one_of(Branch, request.community, branch_id)
    return done(
        request, PledgeForm(sent(request)), acts.promise, row, title=_("公开承诺"),
        note=_("%(branch)s 的承诺，到期没有做到也会公开。") % {"branch": row.name},
        done=_("公布了。"), back=page(request, "branches"),
    )  # fmt: skip


@needs(KEEP)
def keep_pledge(request: Visit, pledge_id: UUID) -> HttpResponse:
    """A pledge was kept."""
    row = one_of(Pledge, request.community, pledge_id, "branch")
    form = KeptForm(sent(request), row=row, initial={"kept_on": timezone.localdate()})
    return done(request, form, acts.keep_pledge, row, title=_("兑现了"), note=row.title,
                done=_("记下了。"), back=page(request, "branches"))  # fmt: skip


@needs(KEEP)
def plan_meeting(request: Visit, branch_id: UUID) -> HttpResponse:
    """Puts a meeting into the calendar."""
    row = one_of(Branch, request.community, branch_id)
    form = MeetingForm(sent(request), branch=row, initial={"planned_on": timezone.localdate()})
    return done(request, form, acts.plan_meeting, row, title=_("安排一次会"), note=row.name,
                done=_("排好了。"), back=page(request, "calendar"))  # fmt: skip


@needs(KEEP)
def move_meeting(request: Visit, meeting_id: UUID) -> HttpResponse:
    """Another day, place or topic."""
    return _of_meeting(request, meeting_id, MoveForm, acts.move_meeting, _("改安排"))


@needs(KEEP)
def hold_meeting(request: Visit, meeting_id: UUID) -> HttpResponse:
    """It was held."""
    return _of_meeting(request, meeting_id, HeldForm, acts.hold_meeting, _("开过了"))


@needs(KEEP)
def drop_meeting(request: Visit, meeting_id: UUID) -> HttpResponse:
    """It is not held."""
    return _of_meeting(request, meeting_id, DropForm, acts.drop_meeting, _("这次不开"))


def _of_meeting(request: Visit, key: UUID, form: Any, act: Any, title: Any) -> HttpResponse:
    row = one_of(Meeting, request.community, key, "branch")
    note = f"{row.branch.name} · {row.get_sort_display()} · {row.topic}"
    return done(request, form(sent(request), row=row), act, row, title=title, note=note,
                done=_("记下了。"), back=page(request, "calendar"))  # fmt: skip


@needs(KEEP)
def publish(request: Visit, item: str, about: str) -> HttpResponse:
    """Publishes an item for one time."""
    line = items().get(item)
    try:
        day = date.fromisoformat(about)
    except ValueError:
        raise Http404 from None
    if line is None or not YEARS[0] <= day.year <= YEARS[1]:
        raise Http404
    time = time_of(day, line.months)

    def publish_it(community: Any, **given: Any) -> object:
        return acts.publish_affair(community, item=item, about=day, **given)

    return done(
        request, AffairForm(sent(request)), publish_it, request.community,
        title=_("公开：%(item)s") % {"item": line.title},
        note=f"{tell_day(time.starts)} – {tell_day(time.ends)} · {line.says}",
        done=_("公开了，在公告公示里也看得到。"), back=page(request, "affairs"), says=_("公开"),
    )  # fmt: skip
