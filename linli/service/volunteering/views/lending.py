"""The neighbours' board for everybody, and what two of them do about a note."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import carried, sent, step
from linli.mechanisms.flow.queries import moves_open
from linli.service.volunteering.actions import lending as acts
from linli.service.volunteering.forms.neighbours import (
    AnswerNoteForm,
    AnswerReportForm,
    BackForm,
    HandOverForm,
    NoteForm,
    ReasonForm,
    ReportForm,
)
from linli.service.volunteering.models import Loan
from linli.service.volunteering.queries import lending as read
from linli.service.volunteering.rules import lending as rules
from linli.service.volunteering.views.seen import seen_form
from linli.service.volunteering.views.tabs import neighbour_tabs

DESK = "volunteering.take_down_note"


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What hangs on the board."""
    here, side = request.community, request.GET.get("side", "offer")
    side = side if side in ("offer", "ask") else "offer"
    rows = read.notes_up(here, timezone.localdate(), side=side)
    found = page_of(rows, "state_since", request.GET.get("after", ""), newest=True, size=40)
    loans = read.own_loans(request.actor, here)
    context = {
        "rows": found.rows,
        "next": found.after,
        "tabs": _sides(here.code, side),
        "side": side,
        "may_put_up": may("volunteering.put_up_note", request.actor, here),
        "open_loans": [each for each in loans if each.current.open],
        "desk": may(DESK, request.actor, here),
    }
    return answer(request, "volunteering/lending/all.html", context)


@public
@require_safe
def show(request: Visit, note_id: UUID) -> HttpResponse:
    """One note; for whose it is, who asked."""
    note = read.note_for(request.actor, request.community, note_id)
    own = may("volunteering.own_note", request.actor, note)
    context = {
        "note": note,
        "own": own,
        "loans": read.loans_of_note(note) if own else [],
        "may_answer": not own and may("volunteering.answer_note", request.actor, note),
        "desk": may(DESK, request.actor, note),
    }
    return answer(request, "volunteering/lending/note.html", context)


@signed_in
@require_safe
def show_mine(request: Visit) -> HttpResponse:
    """One's own notes, and what one lends, borrows, helps with."""
    context = {
        "notes": read.own_notes(request.actor, request.community),
        "loans": read.own_loans(request.actor, request.community),
        "reports": read.own_reports(request.actor, request.community),
        "today": timezone.localdate(),
    }
    return answer(request, "volunteering/lending/mine.html", context)


@needs("volunteering.put_up_note")
def put_up(request: Visit) -> HttpResponse:
    """A note of one's own."""
    return step(
        request,
        NoteForm(sent(request)),
        carried(request, acts.put_up_note, request.community),
        title=_("贴一条"),
        note=_("邻里之间借东西、搭把手，不收钱。大家看不到是谁贴的。"),
        done=_("贴出去了，有人问会告诉您。"),
        back=reverse("volunteering:lending_mine", args=[request.community.code]),
        frame="portal.html",
    )


@signed_in
def answer_note(request: Visit, note_id: UUID) -> HttpResponse:
    """Asks for it, or offers it."""
    note = read.note_for(request.actor, request.community, note_id)
    return step(
        request,
        AnswerNoteForm(sent(request)),
        carried(request, acts.answer_note, note),
        title=_("我想借") if note.side == "offer" else _("我可以"),
        note=_("%(title)s。对方也答应了，双方才看到联系方式。") % {"title": note.title},
        done=_("问了，对方回话会告诉您。"),
        back=reverse("volunteering:lending_mine", args=[request.community.code]),
        frame="portal.html",
        says=_("问一问"),
    )


@signed_in
def withdraw(request: Visit, note_id: UUID) -> HttpResponse:
    """One's own note is taken down at once."""
    note = read.note_for(request.actor, request.community, note_id)
    return step(
        request,
        seen_form(request, note),
        carried(request, acts.withdraw_note, note),
        title=_("收起"),
        note=_("马上收起，不问为什么；已经答应的借还照旧。"),
        done=_("收起了。"),
        back=reverse("volunteering:lending_mine", args=[request.community.code]),
        frame="portal.html",
    )


@needs("volunteering.report_note")
def report(request: Visit, note_id: UUID) -> HttpResponse:
    """Something is wrong with it."""
    note = read.note_for(request.actor, request.community, note_id)
    return step(
        request,
        ReportForm(sent(request)),
        carried(request, acts.report_note, note),
        title=_("告诉居委会哪里不对"),
        note=note.title,
        done=_("收到了，有答复会告诉您。"),
        back=reverse("volunteering:lending", args=[request.community.code]),
        frame="portal.html",
    )


@signed_in
@require_safe
def show_loan(request: Visit, loan_id: UUID) -> HttpResponse:
    """What the two do; each sees the other's contact once both said yes."""
    loan = read.loan_for(request.actor, request.community, loan_id)
    own = may("volunteering.owner_side", request.actor, loan)
    today = timezone.localdate()
    offers = moves_open(loan.flow, loan, request.actor)
    context = {
        "loan": loan,
        "own": own,
        "moves": {each.move.name for each in offers if each.finding} & _fit(loan),
        "contact": _other_contact(loan, own),
        "late": rules.how_late(loan.due_on, today) if loan.state == "out" and loan.due_on else 0,
    }
    return answer(request, "volunteering/lending/loan.html", context)


@signed_in
def move_loan(request: Visit, loan_id: UUID, how: str) -> HttpResponse:
    """A yes, a no, handed over, back, done, not needed."""
    loan = read.loan_for(request.actor, request.community, loan_id)
    act, form, title, done = _MOVES[how]
    made = form(sent(request)) if form else seen_form(request, loan)
    more = {} if form is None else {"seen": loan.version}
    return step(
        request,
        made,
        carried(request, act, loan, **more),
        title=str(title()),
        note=loan.note.title,
        done=str(done()),
        back=reverse("volunteering:loan", args=[request.community.code, loan.pk]),
        frame="portal.html",
    )


@needs(DESK)
@require_safe
def show_desk(request: Visit) -> HttpResponse:
    """What hangs, and what was reported."""
    rows = read.notes_of(request.community).filter(state="up")
    found = page_of(rows, "state_since", request.GET.get("after", ""), newest=True)
    context = {
        "rows": found.rows,
        "next": found.after,
        "reports": read.reports_open(request.community),
        "tabs": neighbour_tabs(request, "lending_desk"),
    }
    return answer(request, "volunteering/lending/desk.html", context)


@needs(DESK)
def take_down(request: Visit, note_id: UUID) -> HttpResponse:
    """A note that does not belong there."""
    note = read.note_for(request.actor, request.community, note_id)
    return step(
        request,
        ReasonForm(sent(request)),
        carried(request, acts.take_down_note, note),
        title=_("撤下"),
        note=note.title,
        done=_("撤下了，告诉了贴的人。"),
        back=reverse("volunteering:lending_desk", args=[request.community.code]),
    )


@needs(DESK)
def answer_report(request: Visit, report_id: UUID) -> HttpResponse:
    """What the desk did about it."""
    found = read.report_kept_by(request.actor, request.community, report_id)
    return step(
        request,
        AnswerReportForm(sent(request)),
        carried(request, acts.answer_report, found),
        title=_("答复反映的问题"),
        note=f"{found.note.title}：{found.words}",
        done=_("答复了，告诉了反映的人。"),
        back=reverse("volunteering:lending_desk", args=[request.community.code]),
    )


_MOVES: dict[str, Any] = {
    "agree": (
        acts.agree_to_lend,
        None,
        lambda: _("答应"),
        lambda: _("答应了，现在看得到怎么联系。"),
    ),
    "decline": (acts.decline_to_lend, None, lambda: _("这次不方便"), lambda: _("告诉了对方。")),
    "hand-over": (acts.hand_over, HandOverForm, lambda: _("交给了"), lambda: _("记下了。")),
    "back": (acts.give_back, BackForm, lambda: _("还了"), lambda: _("记下了，谢谢。")),
    "finish": (acts.finish_help, None, lambda: _("帮好了"), lambda: _("记下了，谢谢。")),
    "call-off": (acts.call_off_loan, None, lambda: _("不用了"), lambda: _("告诉了对方。")),
}


def _fit(loan: Loan) -> set[str]:
    """The moves that make sense of a thing, or of a help."""
    of_thing = {"agree", "decline", "call_off", "hand_over", "give_back"}
    return of_thing if loan.note.is_thing else {"agree", "decline", "call_off", "finish"}


def _other_contact(loan: Loan, own: bool) -> str:
    if not loan.shows_contacts:
        return ""
    found: str = loan.contact if own else loan.owner_contact
    return found


def _sides(code: str, side: str) -> list[Tab]:
    page = reverse("volunteering:lending", args=[code])
    titles = (("offer", _("邻居有的")), ("ask", _("邻居想要的")))
    return [Tab(title, f"{page}?side={name}", name == side) for name, title in titles]
