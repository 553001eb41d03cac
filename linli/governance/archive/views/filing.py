"""The desk: a year is filed, a paper is filed by hand, an item changes its place or its keeper."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, permit
from linli.core.files.refusals import tell_at_field
from linli.core.pages.answer import answer
from linli.governance.archive import actions, law
from linli.governance.archive.forms.filing import ItemForm, PaperForm
from linli.governance.archive.forms.keeping import EntrustForm
from linli.governance.archive.queries.filing import waiting_of_year
from linli.governance.archive.queries.holdings import filed_years, item_for
from linli.governance.archive.rules.filing import filed_in_time, year_is_over
from linli.governance.archive.views.shown import framed
from linli.governance.archive.words import TERM_TITLES
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused


@needs("archive.keep")
@require_safe
def year(request: Visit, year: int) -> HttpResponse:
    """What the rooms have settled of a year, what of it is filed, and what waits."""
    today = timezone.localdate()
    if not 1949 <= year <= today.year:
        raise Http404
    waiting = waiting_of_year(request.community, year)
    filed = {row.year: row for row in filed_years(request.community)}
    context = framed(
        request,
        "home",
        year=year,
        rows=[(each, TERM_TITLES[each.series.term], len(each.pieces)) for each in waiting],
        waiting=sum(len(each.pieces) for each in waiting),
        over=year_is_over(year, today),
        in_time=filed_in_time(
            filed[year].filed_on if year in filed else today,
            law.filing_day(year, request.community, today),
        ),
        once=new_id(),
    )
    return answer(request, "archive/year.html", context)


@needs("archive.keep")
@require_POST
def file_year(request: Visit, year: int) -> HttpResponse:
    """Begins the job and leads to its page."""
    with suppress(Replayed, ValueError):
        job = actions.start_filing(
            request.community,
            year=year,
            by=request.actor,
            at=timezone.now(),
            once=UUID(request.POST.get("once", "")),
        )
        return redirect("jobs:show", job.pk)
    return redirect("archive:home", request.community.code)


@needs("archive.keep")
def new(request: Visit) -> HttpResponse:
    """A paper filed by hand."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PaperForm(*sent, community=request.community)
    if form.is_valid():
        try:
            item = actions.file_paper(
                request.community,
                filed=form.filed,
                scans=form.cleaned_data["scans"],
                by=request.actor,
                at=timezone.now(),
                once=form.cleaned_data["once"],
            )
        except Replayed as earlier:
            return redirect("archive:item", request.community.code, earlier.subject)
        except Refused as refusal:
            tell_at_field(form, "scans", refusal)
        else:
            messages.success(request, _("已归档。请把档号写在原件和盒子上。"))
            return redirect("archive:item", request.community.code, item.pk)
    context = framed(request, "items", form=form)
    return answer(request, "archive/new.html", context, status=422 if form.is_bound else 200)


@needs("archive.keep")
def change(request: Visit, item_id: UUID) -> HttpResponse:
    """Where the original lies now; how far it is open."""
    item = item_for(request.actor, request.community, item_id)
    form = ItemForm(request.POST if request.method == "POST" else None, item=item)
    if form.is_valid():
        actions.change_item(item, **form.cleaned_data, by=request.actor, at=timezone.now())
        messages.success(request, _("已更新。"))
        return redirect("archive:item", request.community.code, item.pk)
    return _form(request, item, form, _("存放和开放程度"))


@needs("archive.see")
def entrust(request: Visit, item_id: UUID) -> HttpResponse:
    """A confidential item goes over to another."""
    item = item_for(request.actor, request.community, item_id)
    permit("archive.read", request.actor, item)
    sent = request.POST if request.method == "POST" else None
    form = EntrustForm(sent, community=request.community)
    if form.is_valid():
        to = form.cleaned_data["to"]
        actions.entrust(item, to=to, by=request.actor, at=timezone.now())
        messages.success(request, _("已移交。"))
        return redirect("archive:items", request.community.code)
    return _form(request, item, form, _("移交保管"))


def _form(request: Visit, item: Any, form: Any, title: Any) -> HttpResponse:
    context = framed(request, "items", item=item, form=form, title=title)
    return answer(request, "archive/step.html", context, status=422 if form.is_bound else 200)
