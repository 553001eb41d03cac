"""What everybody reads of units: what they offer, what is needed, what was promised and kept."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import carried, sent, step
from linli.partners.organisations.actions import pledges as acts
from linli.partners.organisations.forms.units import RateForm
from linli.partners.organisations.lent import lent_on
from linli.partners.organisations.queries import (
    joint_meetings as meetings,
    pledges as promised,
    units as read,
)
from linli.partners.organisations.unit_words import FEATURES, STANDINGS
from linli.partners.organisations.views.carrying_units import DESK, public_tabs

DELEGATE = "organisations.be_delegate"


@public
@require_safe
def show_units(request: Visit) -> HttpResponse:
    """The units that are here, and what they let the community use now."""
    here, today = request.community, timezone.localdate()
    feature = request.GET.get("feature", "")
    found = page_of(read.offers_shown(here, today, feature), "since", request.GET.get("after", ""))
    units = read.units_from(here, request.GET.get("units", ""))
    context = {
        "units": [(unit, unit.is_partner(today)) for unit in units.rows],
        "more": units.after,
        "rows": found.rows,
        "next": found.after,
        "lent": lent_on(here, today),
        "kinds": _kinds(here.code, feature),
        "desk": may(DESK, request.actor, here),
        "delegate": may(DELEGATE, request.actor, here),
        "tabs": public_tabs(here.code, "units"),
    }
    return answer(request, "organisations/units/all.html", context)


@public
@require_safe
def show_needs(request: Visit) -> HttpResponse:
    """What is looked for, and what is done together."""
    here = request.community
    found = page_of(
        read.projects_shown(here), "begun_on", request.GET.get("after", ""), newest=True
    )
    context = {
        "needs": list(read.needs_shown(here).filter(state="open").order_by("-shown_on")[:100]),
        "projects": found.rows,
        "next": found.after,
        "tabs": public_tabs(here.code, "needs"),
    }
    return answer(request, "organisations/units/needs.html", context)


@public
@require_safe
def show_pledges(request: Visit) -> HttpResponse:
    """Every promise of a unit, and what became of it: also what was late or not done."""
    here, today = request.community, timezone.localdate()
    rows = promised.pledges_shown(here)
    found = page_of(rows, "due_on", request.GET.get("after", ""), newest=True)
    counts = promised.counts_by_standing(here, today)
    context = {
        "rows": promised.told(found.rows, today),
        "next": found.after,
        "counts": [(STANDINGS[code][0], count) for code, count in counts.items() if count],
        "tabs": public_tabs(here.code, "pledges"),
        "desk": may(DESK, request.actor, here),
        "delegate": may(DELEGATE, request.actor, here),
    }
    return answer(request, "organisations/units/pledges.html", context)


@public
@require_safe
def show_pledge(request: Visit, pledge_id: UUID) -> HttpResponse:
    """One promise with its days, and what residents say of what was done."""
    row, today = promised.pledge_shown(request.community, pledge_id), timezone.localdate()
    told = promised.told([row], today)[0]
    done = told.standing in ("kept", "late")
    context = {
        "told": told,
        "pledge": row,
        "said": promised.said_of(row, today) if done else None,
        "may_rate": done
        and may("organisations.rate_pledge", request.actor, row)
        and not promised.has_rated(row, request.actor.account),
        "done": done,
    }
    return answer(request, "organisations/units/pledge.html", context)


@needs("organisations.rate_pledge")
def rate(request: Visit, pledge_id: UUID) -> HttpResponse:
    """A resident says how useful it is."""
    row = promised.pledge_shown(request.community, pledge_id)
    return step(
        request,
        RateForm(sent(request)),
        carried(request, acts.rate_pledge, row),
        title=_("这件事对大家有用吗"),
        note=_("%(unit)s：%(title)s。只公布人数，满十个人才显示；谁评的，谁也看不到。")
        % {"unit": row.unit.name, "title": row.title},
        done=_("谢谢，记下了。"),
        back=reverse("organisations:pledge", args=[request.community.code, row.pk]),
        frame="portal.html",
        says=_("送出"),
    )


@public
@require_safe
def show_meetings(request: Visit) -> HttpResponse:
    """Joint meetings of which notice was given."""
    rows = meetings.meetings_told(request.community).order_by("-gathering__starts_at")
    context = {
        "rows": list(rows[:100]),
        "tabs": public_tabs(request.community.code, "joint_meetings"),
    }
    return answer(request, "organisations/units/meetings.html", context)


@public
@require_safe
def show_meeting(request: Visit, meeting_id: UUID) -> HttpResponse:
    """One joint meeting: the agenda, which units are asked because of what, what they promised."""
    meeting = meetings.meeting_in(request.community, meeting_id, told=True)
    rows = promised.pledges_shown(request.community).filter(meeting=meeting).order_by("due_on")
    context = {
        "meeting": meeting,
        "gathering": meeting.gathering,
        "agenda": meetings.agenda_of(meeting),
        "asked": meetings.asked_to(meeting),
        "rows": promised.told(rows, timezone.localdate()),
    }
    return answer(request, "organisations/units/meeting.html", context)


def _kinds(code: str, chosen: str) -> list[Tab]:
    """What is offered, of every kind and of one."""
    here = reverse("organisations:units", args=[code])
    kinds = [Tab(words, f"{here}?feature={key}", key == chosen) for key, words in FEATURES]
    return [Tab(_("全部"), here, not any(tab.current for tab in kinds)), *kinds]
