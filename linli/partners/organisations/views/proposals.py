"""The proposal box as everybody meets it: with or without an account."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import carried, sent, step
from linli.core.places.laid_down import number_laid_down
from linli.partners.organisations.actions import proposals as acts
from linli.partners.organisations.flows_proposals import PROPOSAL
from linli.partners.organisations.forms.proposals import FindForm, ProposeForm
from linli.partners.organisations.forms.units import SureForm
from linli.partners.organisations.models import Proposal
from linli.partners.organisations.queries import proposals as read


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What was suggested and what became of it, after a look."""
    here, state = request.community, request.GET.get("state", "")
    rows = read.proposals_shown(here, state)
    found = page_of(rows, "shown_on", request.GET.get("after", ""), newest=True)
    due = read.due_days(here, found.rows, timezone.now())
    page = reverse("organisations:proposals", args=[here.code])
    tabs = [Tab(_("全部"), page, state == "")]
    for name in ("received", "adopted", "answered", "passed_on"):
        label = PROPOSAL.states[name].label
        tabs.append(Tab(label, f"{page}?state={name}", state == name))
    context = {
        "rows": [(row, due.get(row.pk)) for row in found.rows],
        "next": found.after,
        "tabs": tabs,
        "days": _days(request),
        "desk": may("organisations.answer_proposal", request.actor, here),
    }
    return answer(request, "organisations/proposals/all.html", context)


@public
@require_safe
def show(request: Visit, proposal_id: UUID) -> HttpResponse:
    """One suggestion in public words, with its answer."""
    row = read.proposal_shown(request.community, proposal_id)
    second = may("organisations.second_proposal", request.actor, row)
    seconded = read.has_seconded(row, request.actor.account)
    own = row.account_id is not None and row.account_id == request.actor.account
    context = {
        "proposal": row,
        "seconders": read.seconders_told(row, timezone.localdate()),
        "seconded": seconded,
        "may_second": second and not seconded and not own and row.forgotten_on is None,
        "deadline": read.due_day(row, timezone.now()),
        "course": read.course_of(row),
    }
    return answer(request, "organisations/proposals/one.html", context)


@public
def propose(request: Visit) -> HttpResponse:
    """Puts one in the box; whoever did is shown the receipt."""
    here = request.community
    return step(
        request,
        ProposeForm(sent(request)),
        carried(request, acts.propose, here),
        title=_("投一条建议"),
        note=_(
            "%(days)d 个工作日内答复，写明采纳没有、为什么。要修、要办的事请到“诉求”提；"
            "想请大家坐下来议的，可以提议题。"
        )
        % {"days": _days(request)},
        done=_("收到了。请记下回执号，凭它看答复。"),
        back=reverse("organisations:proposals", args=[here.code]),
        frame="portal.html",
        says=_("投进去"),
        leads_to=_followed,
    )


@public
def find(request: Visit) -> HttpResponse:
    """Type the receipt number."""
    form = FindForm(request.GET or None)
    if request.GET and form.is_valid():
        found = read.proposal_borne(request.community, form.cleaned_data["receipt"])
        if found is not None:
            return redirect(_followed(found))
        form.add_error("receipt", _("建议里没有这个回执号。请核对，或到居委会窗口查询。"))
    status = 422 if form.is_bound and not form.is_valid() else 200
    return answer(request, "organisations/proposals/find.html", {"form": form}, status=status)


@public
@require_safe
def follow(request: Visit, receipt: str) -> HttpResponse:
    """One's own: as it was said, where it stands, the answer."""
    row, _actor = _borne(request, receipt)
    context = {
        "proposal": row,
        "address": request.build_absolute_uri(_followed(row)),
        "deadline": read.due_day(row, timezone.now()),
        "course": read.course_of(row),
    }
    response = answer(request, "organisations/proposals/own.html", context)
    response["Cache-Control"] = "no-store"
    return response


@public
def withdraw(request: Visit, receipt: str) -> HttpResponse:
    """Taken back before it is answered."""
    row, actor = _borne(request, receipt)
    if row.state != "received":
        raise Http404
    request.actor = actor
    return step(
        request,
        SureForm(sent(request), row=row),
        carried(request, acts.withdraw_proposal, row),
        title=_("收回建议"),
        note=_("不问为什么；原话马上删除。"),
        done=_("收回了。"),
        back=_followed(row),
        frame="portal.html",
    )


@signed_in
@require_safe
def show_own(request: Visit) -> HttpResponse:
    """What one suggested, signed in."""
    rows = read.own_proposals(request.actor, request.community)
    return answer(request, "organisations/proposals/mine.html", {"rows": rows})


@needs("organisations.second_proposal")
def second(request: Visit, proposal_id: UUID) -> HttpResponse:
    """Thinks so too."""
    row = read.proposal_shown(request.community, proposal_id)
    return step(
        request,
        SureForm(sent(request)),
        carried(request, acts.second_proposal, row),
        title=_("我也这么想"),
        note=_("%(title)s。只公布人数，满十个人才显示；是谁说的，谁也看不到。")
        % {"title": row.title},
        done=_("记下了。"),
        back=reverse("organisations:proposal", args=[request.community.code, row.pk]),
        frame="portal.html",
    )


def _borne(request: Visit, receipt: str) -> tuple[Proposal, Actor]:
    row = read.proposal_borne(request.community, receipt)
    if row is None:
        raise Http404
    return row, request.actor.bearing(row.pk)


def _followed(row: Proposal) -> str:
    return reverse("organisations:follow_proposal", args=[row.community.code, row.receipt])


def _days(request: Visit) -> int:
    rule = "organisations.proposal_answered_within"
    return number_laid_down(rule, request.community, timezone.localdate())
