"""What is lent: for everybody, and at the desk."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import carry, once, pressed, sent, step
from linli.culture.facilities.actions import lending as acts
from linli.culture.facilities.forms.lending import (
    AskForm,
    BackForm,
    HandOutForm,
    LentForm,
    PieceForm,
)
from linli.culture.facilities.forms.told import ReasonStep
from linli.culture.facilities.models import LentItem
from linli.culture.facilities.queries import lending as queries
from linli.culture.facilities.views.sending import cut, desk_tabs, here
from linli.lib.calendar import local_day


@public
@require_safe
def show_shelf(request: Visit) -> HttpResponse:
    """What there is, how much of it is free, how many wait; nobody who borrows."""
    rows = queries.shelf(request.community)
    context = {
        "assistive": [row for row in rows if row.item.is_assistive],
        "others": [row for row in rows if not row.item.is_assistive],
        "desk": may("facilities.lend", request.actor, request.community),
    }
    data = {
        "things": [
            {"title": row.item.title, "kind": row.item.kind, "assistive": row.item.is_assistive,
             "pieces": row.pieces, "free": row.free}
            for row in rows
        ]
    }  # fmt: skip
    return answer(request, "facilities/keeping/shelf.html", context, json=data)


@signed_in
def ask(request: Visit, item_id: UUID) -> HttpResponse:
    """A resident asks for a thing."""
    return _ask(request, queries.item_in(request.community, item_id), by_desk=False)


@needs("facilities.lend")
def ask_for(request: Visit, item_id: UUID) -> HttpResponse:
    """Typed for somebody who came or rang."""
    return _ask(request, queries.item_in(request.community, item_id), by_desk=True)


def _ask(request: Visit, item: LentItem, *, by_desk: bool) -> HttpResponse:
    form = AskForm(sent(request), item=item, by_desk=by_desk)
    desk = here(request, "lending_desk")
    return step(
        request,
        form,
        lambda said: once(request, acts.ask_loan, item, said, asking=form.asking),
        title=_("借：{item}").format(item=item.title),
        note=item.conditions,
        done=_("登记好了。有空的就给留着，没有就排队，轮到了会通知。"),
        back=desk if by_desk else here(request, "lending"),
        leads_to=(
            (lambda made: here(request, "loan", made.pk) if made else desk)
            if by_desk
            else lambda _made: here(request, "own_kept")
        ),
        frame="desk.html" if by_desk else "portal.html",
        says=_("要借"),
    )


@needs("facilities.lend")
@require_safe
def show_desk(request: Visit) -> HttpResponse:
    """What is out, what is due, who waits; and what there is."""
    loans, more = cut(queries.loans_live(request.community), queries.MOST)
    context = {
        "loans": loans,
        "more": more,
        "shelf": queries.shelf(request.community),
        "today": local_day(timezone.now()),
        "tabs": desk_tabs(request, "lending_desk"),
    }
    return answer(request, "facilities/keeping/lending_desk.html", context)


@needs("facilities.lend")
def put_item(request: Visit) -> HttpResponse:
    """A further sort of thing."""
    form = LentForm(sent(request))
    return step(
        request,
        form,
        lambda said: once(request, acts.list_lent, request.community, said, listed=form.listed),
        title=_("登记出借的东西"),
        done=_("登记好了。"),
        back=here(request, "lending_desk"),
    )


@needs("facilities.lend")
def alter_item(request: Visit, item_id: UUID) -> HttpResponse:
    """What is said of it, and further pieces."""
    item = queries.item_in(request.community, item_id)
    labels = "\n".join(item.pieces.values_list("label", flat=True))
    known = {
        name: getattr(item, name) for name in ("kind", "title", "days_most", "conditions", "where")
    }
    form = LentForm(sent(request), initial={**known, "labels": labels})
    form.fields["title"].disabled = True
    return step(
        request,
        form,
        lambda said: once(request, acts.alter_lent, item, said, listed=form.listed),
        title=_("更新：{item}").format(item=item.title),
        done=_("更新了。"),
        back=here(request, "lent", item.pk),
    )


@needs("facilities.lend")
@require_safe
def show_item(request: Visit, item_id: UUID) -> HttpResponse:
    """A thing: its pieces, and what became of them."""
    item = queries.item_in(request.community, item_id)
    context = {"item": item, "pieces": item.pieces.all(), "loans": queries.loans_of(item)}
    return answer(request, "facilities/keeping/lent.html", context)


@needs("facilities.lend")
def mark_piece(request: Visit, piece_id: UUID) -> HttpResponse:
    """Whether a piece is fine."""
    piece = queries.piece_in(request.community, piece_id)
    known = {"state": piece.state, "condition": piece.condition}
    form = PieceForm(sent(request), initial=known)
    return step(
        request,
        form,
        lambda said: carry(request, acts.mark_piece, piece, **said),
        title=f"{piece.item.title} {piece.label}",
        done=_("记下了。"),
        back=here(request, "lent", piece.item_id),
    )


@needs("facilities.lend")
@require_safe
def show_loan(request: Visit, loan_id: UUID) -> HttpResponse:
    """One loan, with the slip to be printed and what can be done next."""
    loan = queries.loan_in(request.community, loan_id)
    context = {
        "loan": loan,
        "ahead": queries.ahead_of(loan) if loan.state == "asked" else 0,
        "slip_address": request.build_absolute_uri(here(request, "kept_slip", loan.slip)),
        "late": loan.state == "lent" and loan.due_on and loan.due_on < local_day(timezone.now()),
    }
    return answer(request, "facilities/keeping/loan.html", context)


FORMS = {
    "hand_out": (HandOutForm, acts.hand_out, _("交给借的人"), _("借出去了。")),
    "take_back": (BackForm, acts.take_back, _("收回"), _("收回了。")),
    "lost": (ReasonStep, acts.note_lost, _("记为丢失"), _("记下了。")),
}


@needs("facilities.lend")
def move(request: Visit, loan_id: UUID, name: str) -> HttpResponse:
    """A step of a loan that asks something."""
    if name not in FORMS:
        raise Http404
    sort, act, title, done = FORMS[name]
    loan = queries.loan_in(request.community, loan_id)
    form: Any = sort(sent(request), row=loan)
    return step(
        request,
        form,
        lambda said: carry(request, act, loan, **said),
        title=title,
        note=f"{loan.item.title} {loan.piece or ''}",
        done=done,
        back=here(request, "loan", loan.pk),
    )


PRESSED = {
    "cancel": (acts.cancel_loan, _("取消了。")),
    "longer": (acts.lend_longer, _("续借了。")),
}


@needs("facilities.lend")
@require_POST
def press(request: Visit, loan_id: UUID, name: str) -> HttpResponse:
    """A step that asks nothing."""
    if name not in PRESSED:
        raise Http404
    act, done = PRESSED[name]
    loan = queries.loan_in(request.community, loan_id)
    return pressed(request, act, loan, done, here(request, "loan", loan.pk))
