"""Vouchers at the desk: brought to an entry, looked at by another, covered again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may, permit, record_opening
from linli.core.files.queries import files_of
from linli.core.pages.answer import answer
from linli.stewardship.funds import actions, rules
from linli.stewardship.funds.forms.papers import ClearForm, VoucherForm
from linli.stewardship.funds.models import Voucher
from linli.stewardship.funds.queries import desk
from linli.stewardship.funds.views.shapes import sent, status_of


@needs("funds.keep")
def add(request: Visit, entry_id: UUID) -> HttpResponse:
    """The paper of an entry that is there."""
    entry = desk.entry_for(request.actor, request.community, entry_id)
    data, files = sent(request)
    sealed = desk.sealed_names_of(entry)
    form = VoucherForm(data, files, initial={"dated": entry.day}, sealed=sealed)
    if form.is_valid():
        actions.add_voucher(entry, paper=form.paper, by=request.actor, at=timezone.now())
        messages.success(request, _("凭证已附上；另一个人看过影像，才会公开。"))
        return redirect("funds:entry", request.community.code, entry.pk)
    context = {"form": form, "title": _("附上凭证"), "note": f"{entry.serial} {entry.words}"}
    return answer(request, "funds/form.html", context, status=status_of(form))


@needs("funds.see_desk")
def look(request: Visit, voucher_id: UUID) -> HttpResponse:
    """Whoever keeps or watches the accounts looks at the image, which is written down while it is
    sealed; another than who brought it shows it to everybody or does not."""
    voucher = desk.voucher_for(request.actor, request.community, voucher_id)
    data, _files = sent(request)
    _may_or_noted(request, voucher)
    form = ClearForm(data)
    if form.is_valid():
        ticked = form.cleaned_data["nothing_personal"]
        at = timezone.now()
        actions.clear_voucher(voucher, nothing_personal=ticked, by=request.actor, at=at)
        messages.success(request, _("影像已公开。"))
        return redirect("funds:entry", request.community.code, voucher.entry_id)
    another = rules.looked_at_by_another(voucher.added_by_id, request.actor.account)
    context = {
        "form": form,
        "voucher": voucher,
        "files": list(files_of(voucher)),
        "another": another,
        "clears": may("funds.clear_voucher", request.actor, voucher),
    }
    return answer(request, "funds/voucher.html", context, status=status_of(form))


@needs("funds.clear_voucher")
@require_POST
def cover(request: Visit, voucher_id: UUID) -> HttpResponse:
    """The image is taken back from everybody's eyes."""
    voucher = desk.voucher_for(request.actor, request.community, voucher_id)
    actions.cover_voucher(voucher, by=request.actor, at=timezone.now())
    messages.success(request, _("影像已收回，写明的事项还在。"))
    return redirect("funds:entry", request.community.code, voucher.entry_id)


def _may_or_noted(request: Visit, voucher: Voucher) -> None:
    """What is sent needs the permission; what is only looked at while sealed is written down."""
    if request.method == "POST":
        permit("funds.clear_voucher", request.actor, voucher)
    elif not voucher.is_cleared:
        record_opening(
            "funds.open_voucher",
            request.actor,
            voucher,
            at=timezone.now(),
            about=None,
            number=voucher.entry.serial,
        )
