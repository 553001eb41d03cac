"""The proposal box at the desk: emptied, looked at, answered."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.stepping import carried, sent, step
from linli.mechanisms.flow.queries import moves_open
from linli.partners.organisations.actions import proposals as acts
from linli.partners.organisations.forms.proposals import (
    SHORT,
    AnswerForm,
    DeskProposeForm,
    ShowForm,
)
from linli.partners.organisations.forms.units import SureForm
from linli.partners.organisations.models import Proposal
from linli.partners.organisations.queries import proposals as read
from linli.partners.organisations.rules.units import public_words

DESK = "organisations.answer_proposal"


@needs(DESK)
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What waits for an answer, and what was answered."""
    rows = read.proposals_of(request.community)
    over = rows.exclude(state__in=("received", "withdrawn"))
    found = page_of(over, "state_since", request.GET.get("after", ""), newest=True)
    context = {
        "waiting": list(rows.filter(state="received").order_by("state_since")[:100]),
        "rows": found.rows,
        "next": found.after,
    }
    return answer(request, "organisations/proposals/desk.html", context)


@needs(DESK)
@require_safe
def show(request: Visit, proposal_id: UUID) -> HttpResponse:
    """One as it was said, and what can be done now."""
    row = read.proposal_at_desk(request.actor, request.community, proposal_id)
    context = {
        "proposal": row,
        "moves": {each.move.name for each in moves_open(row.flow, row, request.actor)},
        "deadline": read.due_day(row, timezone.now()),
        "course": read.course_of(row),
    }
    return answer(request, "organisations/proposals/desk_one.html", context)


@needs(DESK)
def enter(request: Visit) -> HttpResponse:
    """From the box of paper, or for somebody who came."""
    here = request.community
    return step(
        request,
        DeskProposeForm(sent(request)),
        carried(request, acts.propose, here),
        title=_("登记一条建议"),
        note=_("照原话写；不记是谁投的。给来的人回执号。"),
        done=_("登记好了，期限从今天算。"),
        back=reverse("organisations:proposals_desk", args=[here.code]),
        leads_to=lambda made: _handed_over(request, made),
    )


@needs(DESK)
def publish(request: Visit, proposal_id: UUID) -> HttpResponse:
    """In words that name nobody."""
    row = read.proposal_at_desk(request.actor, request.community, proposal_id)
    form = ShowForm(
        sent(request),
        row=row,
        initial={"title": row.title or _said_shortly(row), "about": row.about},
    )
    note = _("原话：%(words)s") % {"words": row.words} if row.words else ""
    return _step(request, row, form, acts.show_proposal, note=note,
                 title=_("改公布的话") if row.shown_on else _("看过再公布"), done=_("公布了。"))  # fmt: skip


@needs(DESK)
def hide(request: Visit, proposal_id: UUID) -> HttpResponse:
    """No longer for everybody."""
    row = read.proposal_at_desk(request.actor, request.community, proposal_id)
    return _step(request, row, SureForm(sent(request), row=row), acts.hide_proposal,
                 title=_("不再公布"), note=row.title, done=_("拿下来了；提的人还看得到。"))  # fmt: skip


@needs(DESK)
def reply(request: Visit, proposal_id: UUID) -> HttpResponse:
    """The answer with its reason."""
    row = read.proposal_at_desk(request.actor, request.community, proposal_id)
    return _step(request, row, AnswerForm(sent(request), row=row), acts.answer_proposal,
                 title=_("答复建议"), note=row.words, done=_("答复了。"))  # fmt: skip


def _said_shortly(row: Proposal) -> str:
    """What was said, where it is short and names nobody: then it need not be typed again."""
    words = " ".join(row.words.split())
    return words if len(words) <= SHORT and public_words(words).holds else ""


def _handed_over(request: Visit, made: Proposal) -> str:
    """The receipt is told once, for whoever stands there: with it a suggestion can be taken back,
    so it stands on no page of the desk."""
    told = _("回执号 %(receipt)s：请抄给来的人，只显示这一次。") % {"receipt": made.receipt}
    messages.info(request, told)
    return reverse("organisations:proposal_desk", args=[request.community.code, made.pk])


def _step(request: Visit, row: Proposal, form: Any, act: Any, **said: Any) -> HttpResponse:
    back = reverse("organisations:proposal_desk", args=[request.community.code, row.pk])
    return step(request, form, carried(request, act, row), back=back, **said)
