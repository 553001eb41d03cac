"""The desk: originals go out and come back; items are held back from destruction."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.governance.archive import actions
from linli.governance.archive.forms.keeping import LendForm, ReasonForm, ReturnForm
from linli.governance.archive.queries import holdings
from linli.governance.archive.views.shown import framed


@needs("archive.see")
@require_safe
def loans(request: Visit) -> HttpResponse:
    """The lending register: what is out, what came back."""
    today = timezone.localdate()
    out = [(loan, loan.due_on < today) for loan in holdings.loans_out(request.community)]
    back = holdings.loans_back(request.community)
    return answer(request, "archive/loans.html", framed(request, "loans", out=out, back=back))


@needs("archive.keep")
def lend(request: Visit, item_id: UUID) -> HttpResponse:
    """An original goes out."""
    item = holdings.item_for(request.actor, request.community, item_id)
    sent = request.POST if request.method == "POST" else None
    form = LendForm(sent, community=request.community)
    if form.is_valid():
        actions.lend(item, **form.cleaned_data, by=request.actor, at=timezone.now())
        messages.success(request, _("已登记借出。"))
        return redirect("archive:loans", request.community.code)
    context = framed(request, "loans", item=item, form=form, title=_("借出原件"))
    return answer(request, "archive/step.html", context, status=422 if form.is_bound else 200)


@needs("archive.keep")
def take_back(request: Visit, loan_id: UUID) -> HttpResponse:
    """An original is back."""
    loan = holdings.loan_in(request.community, loan_id)
    form = ReturnForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.take_back(loan, **form.cleaned_data, by=request.actor, at=timezone.now())
        messages.success(request, _("已收回，请放回原处。"))
        return redirect("archive:loans", request.community.code)
    context = framed(request, "loans", item=loan.item, form=form, title=_("收回原件"))
    return answer(request, "archive/step.html", context, status=422 if form.is_bound else 200)


@needs("archive.hold")
def hold(request: Visit, item_id: UUID) -> HttpResponse:
    """An item is held back from destruction."""
    item = holdings.item_for(request.actor, request.community, item_id)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.hold_back(item, **form.cleaned_data, by=request.actor, at=timezone.now())
        messages.success(request, _("已暂缓销毁。"))
        return redirect("archive:item", request.community.code, item.pk)
    context = framed(request, "items", item=item, form=form, title=_("暂缓销毁"))
    return answer(request, "archive/step.html", context, status=422 if form.is_bound else 200)


@needs("archive.hold")
@require_POST
def lift(request: Visit, item_id: UUID) -> HttpResponse:
    """What it was held back for is over."""
    item = holdings.item_for(request.actor, request.community, item_id)
    held = holdings.hold_of(item)
    if held is None:
        raise Http404
    actions.lift_hold(held, by=request.actor, at=timezone.now())
    messages.success(request, _("已解除暂缓。"))
    return redirect("archive:item", request.community.code, item.pk)
