"""The director keeps the list: takes over what the law asks, adds, changes, ends."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.partners.intake import actions, queries
from linli.partners.intake.forms.listing import EndForm, ItemForm, item_start, seed_start
from linli.partners.intake.seed import seed_line


@needs("intake.see_desk")
@require_safe
def show(request: Visit) -> HttpResponse:
    """The list with what each line lacks, and the shipped lines that are not on it."""
    today, here = timezone.localdate(), request.community
    parts = queries.list_parts(here, today)
    context = {
        "parts": parts,
        "flagged": sum(1 for part in parts for item in part.items if item.flags),
        "coming": queries.items_to_come(here, today),
        "ended": queries.items_ended(here, today),
        "shipped": queries.seed_open(here),
        "keeps": may("intake.keep_list", request.actor, here),
    }
    return answer(request, "intake/list_desk.html", context)


@needs("intake.keep_list")
def take_over(request: Visit, code: str) -> HttpResponse:
    """One shipped line becomes the community's own, with what the director adds."""
    line = seed_line(code)
    if line is None:
        raise Http404
    form = ItemForm(_sent(request), community=request.community, initial=seed_start(line))
    if form.is_valid():
        given = form.given
        actions.take_over(
            request.community, code=code, by=request.actor, at=timezone.now(), **given
        )
        return _back(request, _("已列入清单。"))
    return _form(request, form, _("列入清单"), line.name)


@needs("intake.keep_list")
def add(request: Visit) -> HttpResponse:
    """A matter of the community's own."""
    start = {"since": timezone.localdate(), "nature": "self_governed"}
    form = ItemForm(_sent(request), community=request.community, initial=start)
    if form.is_valid():
        actions.add_item(request.community, by=request.actor, at=timezone.now(), **form.given)
        return _back(request, _("已列入清单。"))
    return _form(request, form, _("自己加一项"), _("清单人人看得到，按哪天有效来核对要求。"))


@needs("intake.keep_list")
def amend(request: Visit, item_id: UUID) -> HttpResponse:
    """A line changes from a day on; what was asked before is judged by the old one."""
    item = queries.item_in(request.community, item_id)
    form = ItemForm(_sent(request), community=request.community, initial=item_start(item))
    if form.is_valid():
        actions.amend_item(item, by=request.actor, at=timezone.now(), **form.given)
        return _back(request, _("已修改，从那天起生效。"))
    return _form(request, form, _("修改"), item.name, item=item)


@needs("intake.keep_list")
def end(request: Visit, item_id: UUID) -> HttpResponse:
    """A line leaves the list."""
    item = queries.item_in(request.community, item_id)
    form = EndForm(_sent(request), initial={"until": timezone.localdate()})
    if form.is_valid():
        actions.end_item(item, by=request.actor, at=timezone.now(), **form.cleaned_data)
        return _back(request, _("已定下移出清单的日子。"))
    return _form(request, form, _("移出清单"), item.name)


def _form(request: Visit, form: Any, title: Any, note: Any, **more: Any) -> HttpResponse:
    context = {"form": form, "title": title, "note": note, **more}
    status = 422 if form.is_bound else 200
    return answer(request, "intake/item.html", context, status=status)


def _back(request: Visit, told: Any) -> HttpResponse:
    messages.success(request, told)
    return redirect("intake:list_desk", request.community.code)


def _sent(request: Visit) -> Any:
    return request.POST if request.method == "POST" else None
