"""Bought services: for everybody, and at the desk step by step."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.stepping import sent, step
from linli.core.places.laid_down import floor_laid_down
from linli.partners.organisations.actions import purchases as acts
from linli.partners.organisations.forms import purchases as forms
from linli.partners.organisations.models import FilingReceipt, Milestone, Purchase
from linli.partners.organisations.rules.purchases import share_told

KEEP, DESK = "organisations.keep_purchases", "organisations.see_purchases_desk"


@public
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """Every bought service: what it costs, who does it, what came of it."""
    rows = Purchase.objects.filter(community=request.community)
    found = page_of(rows, "asked_on", request.GET.get("after", ""), newest=True)
    context = {
        "rows": found.rows,
        "next": found.after,
        "keeps": may(KEEP, request.actor, request.community),
        "desk": may(DESK, request.actor, request.community),
    }
    return answer(request, "organisations/purchases/all.html", context)


@public
@require_safe
def show(request: Visit, purchase_id: UUID) -> HttpResponse:
    """One service from the need to the evaluation."""
    row = _one(Purchase, request, purchase_id)
    floor = floor_laid_down(request.community, timezone.localdate())
    context = {
        "row": row,
        "steps": list(row.milestones.order_by("due_on", "pk")),
        "share": share_told(row.asked, row.content, floor),
        "keeps": may(KEEP, request.actor, request.community),
        "today": timezone.localdate(),
    }
    return answer(request, "organisations/purchases/one.html", context)


@needs(DESK)
@require_safe
def show_receipts(request: Visit) -> HttpResponse:
    """The receipts of what was filed with offices."""
    rows = FilingReceipt.objects.filter(community=request.community).select_related("purchase")
    found = page_of(rows, "on", request.GET.get("after", ""), newest=True)
    keeps = may(KEEP, request.actor, request.community)
    context = {"rows": found.rows, "next": found.after, "keeps": keeps}
    return answer(request, "organisations/purchases/receipts.html", context)


@needs(KEEP)
def begin(request: Visit) -> HttpResponse:
    """A service that is needed."""
    return _step(request, forms.NeedForm(sent(request)), acts.need_service, request.community,
                 _("提出一项服务"), _address(request, "purchases"))  # fmt: skip


@needs(KEEP)
def keep_receipt(request: Visit) -> HttpResponse:
    """A receipt of what was filed."""
    form = forms.ReceiptForm(sent(request), community=request.community)
    return _step(request, form, acts.keep_receipt, request.community, _("登记回执"),
                 _address(request, "receipts"))  # fmt: skip


MOVES: dict[str, tuple[Any, Any, Any]] = {
    "money": (forms.MoneyForm, acts.name_money, lambda: _("写明经费来源")),
    "tender": (forms.TenderForm, acts.tender, lambda: _("公开征集")),
    "contract": (forms.ContractForm, acts.sign_contract, lambda: _("签了合同")),
    "accept": (forms.AcceptForm, acts.accept_service, lambda: _("验收")),
    "evaluate": (forms.EvaluateForm, acts.evaluate_service, lambda: _("评价")),
    "stop": (forms.StopForm, acts.stop_purchase, lambda: _("终止")),
}


@needs(KEEP)
def move(request: Visit, purchase_id: UUID, name: str) -> HttpResponse:
    """One step on."""
    row = _one(Purchase, request, purchase_id)
    if name not in MOVES:
        raise Http404
    form, act, title = MOVES[name]
    return _step(request, form(sent(request), row=row), act, row, title(),
                 _address(request, "purchase", row.pk))  # fmt: skip


@needs(KEEP)
def add_milestone(request: Visit, purchase_id: UUID) -> HttpResponse:
    """A step of the contract."""
    row = _one(Purchase, request, purchase_id)
    return _step(request, forms.MilestoneForm(sent(request)), acts.add_milestone, row,
                 _("加一个节点"), _address(request, "purchase", row.pk))  # fmt: skip


@needs(KEEP)
def finish_milestone(request: Visit, milestone_id: UUID) -> HttpResponse:
    """A step was done."""
    row = _one(Milestone, request, milestone_id)
    return _step(request, forms.DoneForm(sent(request), row=row), acts.finish_milestone, row,
                 _("节点完成"), _address(request, "purchase", row.purchase_id))  # fmt: skip


def _one(model: Any, request: Visit, key: UUID) -> Any:
    rows = model.objects.filter(community=request.community, pk=key)
    row = rows.select_related("community").first()
    if row is None:
        raise Http404
    return row


def _address(request: Visit, name: str, *parts: Any) -> str:
    return reverse(f"organisations:{name}", args=[request.community.code, *parts])


def _step(request: Visit, form: Any, act: Any, subject: Any, title: Any, back: str) -> HttpResponse:
    def carry_out(given: dict[str, Any]) -> object:
        with suppress(Replayed):
            return act(subject, by=request.actor, at=timezone.now(), **given)
        return None

    note = getattr(subject, "title", "")
    return step(request, form, carry_out, title=title, note=note, done=_("记下了。"), back=back)
