"""Which forms are asked now; a new one; one of them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, may
from linli.core.files.rules import small_enough
from linli.core.pages.answer import answer
from linli.core.pages.sentences import sentence
from linli.core.pages.shapes import Crumb
from linli.lib.law import Refused, require
from linli.mechanisms.flow.queries import timeline
from linli.partners.paperwork import actions, proposing
from linli.partners.paperwork.flows import ASKING
from linli.partners.paperwork.forms import PutAsideForm, ReceiveForm
from linli.partners.paperwork.models import Asking
from linli.partners.paperwork.queries import filled, lists
from linli.partners.paperwork.rules import readable_form
from linli.partners.paperwork.views import shapes

SHOWN, YEAR = 100, timedelta(days=365)


@needs("paperwork.see")
def show_all(request: Visit) -> HttpResponse:
    """What is wanted now, by the day it is due; below, what was handed over."""
    on = timezone.localdate()
    since = timezone.now() - YEAR
    now = [(each, shapes.days_left(each, on)) for each in lists.asked_now(request.community)]
    context = {
        "now": now,
        "settled": list(lists.settled(request.community)[:SHOWN]),
        "minutes": lists.minutes_by_requester(request.community, since),
    }
    return answer(request, "paperwork/forms.html", context)


@needs("paperwork.fill")
def receive(request: Visit) -> HttpResponse:
    """A blank is uploaded. One we know goes on to its rows, another to its columns."""
    community, on = request.community, timezone.localdate()
    form = ReceiveForm(
        request.POST or None, request.FILES or None, community=community, on=on,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            return _to(request, _take_in(request, dict(form.cleaned_data)))
        except Replayed as replayed:
            return redirect("paperwork:form", community.code, replayed.subject)
        except Refused as refusal:
            add_refusal(form, refusal)
    context = {"form": form, "may_register": may("access.appoint", request.actor, community)}
    status = 422 if form.errors else 200
    return answer(request, "paperwork/receive.html", context, status=status)


@needs("paperwork.see")
def show(request: Visit, asking_id: UUID) -> HttpResponse:
    """One form: where it stands, what is next, how it was handed over."""
    asking = lists.asking_in(request.community, asking_id)
    on = timezone.localdate()
    now = filled.fill(asking, on)
    changes = filled.compare(now, asking.earlier) if asking.state == "listed" else None
    had = lists.had_already(asking) if asking.form.settled_at else []
    context = {
        "asking": asking,
        "left": shapes.days_left(asking, on),
        "filled": now,
        "children": now.children if now.with_numbers else 0,
        "changes": changes,
        "steps": shapes.steps(asking, now.open_cells),
        "handed": lists.hand_over_of(asking),
        "had": lists.share_had(had),
        "entries": timeline(ASKING, asking, public=False),
        "may_fill": may("paperwork.fill", request.actor, asking),
    }
    return answer(request, "paperwork/form.html", context)


@needs("paperwork.fill")
def put_aside(request: Visit, asking_id: UUID) -> HttpResponse:
    """The form is not filled; the reason stays with it."""
    asking = lists.asking_in(request.community, asking_id)
    form = PutAsideForm(request.POST or None, initial={"seen": asking.version})
    if request.method == "POST" and form.is_valid():
        actions.put_aside(asking, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已记下，不再填这张表。"))
        return redirect("paperwork:forms", request.community.code)
    context = {
        "form": form,
        "asking": asking,
        "crumbs": shapes.crumbs(asking, Crumb(_("不填这张表了"))),
    }
    status = 422 if form.errors else 200
    return answer(request, "paperwork/put_aside.html", context, status=status)


def add_refusal(form: Any, refusal: Refused) -> None:
    """Says on the form itself why it was refused, so that what was typed stays."""
    if refusal.finding.rule == "access.permitted":
        raise refusal
    told = sentence(refusal.finding)
    form.add_error(None, f"{told.text} {told.way_on}".strip())


def _take_in(request: Visit, given: dict[str, Any]) -> Asking:
    upload = given.pop("blank")
    require(small_enough("document", upload.size))
    content = upload.read()
    blank = proposing.read(content, upload.name)
    remarks = proposing.remarks_on(blank)
    require(readable_form(blank.readable, " ".join(remarks)))
    table = proposing.first_table(blank)
    asking: Asking = actions.receive(
        request.community,
        content=content,
        file_name=upload.name,
        file_kind=blank.kind,
        signature=blank.signature,
        slots=proposing.slots_for(blank, table),
        subject=proposing.subject_of(blank, table),
        table=table,
        # The name of a file may name a person; a title printed on a form does not.
        title=(blank.title or _("%(body)s的表") % {"body": given["body"].name})[:200],
        by=request.actor,
        at=timezone.now(),
        **given,
    )
    for remark in remarks:
        messages.info(request, remark)
    return asking


def _to(request: Visit, asking: Asking) -> HttpResponse:
    if asking.state == "mapped":
        messages.success(request, _("认出来了，是填过的表，各列照上次的对应。"))
        return redirect("paperwork:choose", request.community.code, asking.pk)
    return redirect("paperwork:mapping", request.community.code, asking.pk)
