"""Whom the form is about, and its rows: each cell with its source."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Crumb
from linli.core.people.presentation import masked
from linli.core.people.queries import dwellings_of, search_persons
from linli.lib.law import Refused
from linli.partners.paperwork import actions
from linli.partners.paperwork.forms import ChooseForm, FindForm, picked_from
from linli.partners.paperwork.models import Asking, Line
from linli.partners.paperwork.queries import filled, lists, subjects
from linli.partners.paperwork.views import shapes
from linli.partners.paperwork.views.lists import add_refusal

PAGE, FOUND = 50, 30


@needs("paperwork.fill")
def choose(request: Visit, asking_id: UUID) -> HttpResponse:
    """Everybody of a kind, those of last time, or one by one."""
    asking = lists.asking_in(request.community, asking_id)
    earlier = lists.handed_last(asking.form, but=asking.pk)
    form = ChooseForm(
        request.POST or None,
        community=request.community,
        on=timezone.localdate(),
        earlier=earlier is not None and not earlier.is_emptied,
        initial={**asking.selection, "seen": asking.version},
    )
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["how"] == subjects.PICKED:
            return redirect("paperwork:add", request.community.code, asking.pk)
        try:
            return _chosen(request, asking, form)
        except Refused as refusal:
            add_refusal(form, refusal)
    context = {
        "form": form,
        "asking": asking,
        "crumbs": shapes.crumbs(asking, Crumb(_("填哪些人"))),
    }
    status = 422 if form.errors else 200
    return answer(request, "paperwork/choose.html", context, status=status)


@needs("paperwork.fill")
def add(request: Visit, asking_id: UUID) -> HttpResponse:
    """Somebody is looked for and ticked. Asked by POST: a name stands in no address."""
    asking = lists.asking_in(request.community, asking_id)
    picked = picked_from(request.POST) if request.method == "POST" else []
    if picked:
        return _picked(request, asking, picked)
    form = FindForm(request.POST or None)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    context = {
        "form": form,
        "asking": asking,
        "text": text,
        "found": _found(request, text),
        "crumbs": shapes.crumbs(asking, Crumb(_("增加人"))),
    }
    response = answer(request, "paperwork/add.html", context)
    response["Cache-Control"] = "no-store"
    return response


@needs("paperwork.see")
@require_safe
def show_all(request: Visit, asking_id: UUID) -> HttpResponse:
    """The rows as they will stand in the file, fifty a page; numbers with their middle hidden."""
    asking = lists.asking_in(request.community, asking_id)
    after = _number(request.GET.get("after"))
    now = filled.fill_after(asking, after, PAGE + 1, timezone.localdate())
    rows, more = now.rows[:PAGE], len(now.rows) > PAGE
    context = {
        "asking": asking,
        "slots": now.slots,
        "rows": shapes.shown(now, rows),
        "after": str(rows[-1].number) if more else "",
        "before": str(max(after - PAGE, 0)) if after else "",
        "crumbs": shapes.crumbs(asking, Crumb(_("各行"))),
    }
    return answer(request, "paperwork/rows.html", context)


@needs("paperwork.see")
@require_safe
def show(request: Visit, asking_id: UUID, line_id: UUID) -> HttpResponse:
    """One row: every cell with where it comes from and since when it is so."""
    asking = lists.asking_in(request.community, asking_id)
    now = filled.fill_one(asking, line_id, timezone.localdate())
    if not now.rows:
        raise Http404
    row = shapes.shown(now, now.rows)[0]
    who = masked(row.row.person, request.actor, dwelling=row.row.dwelling)
    context = {
        "asking": asking,
        "row": row,
        "who": who,
        "crumbs": shapes.crumbs(asking, Crumb(_("第 {n} 行").format(n=row.row.number))),
    }
    return answer(request, "paperwork/row.html", context)


@needs("paperwork.fill")
@require_POST
def take_off(request: Visit, asking_id: UUID, line_id: UUID) -> HttpResponse:
    """One row less."""
    asking = lists.asking_in(request.community, asking_id)
    actions.take_off(line_in(asking, line_id), by=request.actor, at=timezone.now())
    messages.success(request, _("去掉了这一行。"))
    return redirect("paperwork:rows", request.community.code, asking.pk)


@needs("paperwork.see")
@require_safe
def changes(request: Visit, asking_id: UUID) -> HttpResponse:
    """What is another than when the same form was handed over last."""
    asking = lists.asking_in(request.community, asking_id)
    now = filled.fill(asking, timezone.localdate())
    found = filled.compare(now, asking.earlier)
    context: dict[str, Any] = {
        "asking": asking,
        "found": found,
        "crumbs": shapes.crumbs(asking, Crumb(_("有什么变化"))),
    }
    if found is not None and asking.earlier is not None:
        context |= _told(now, asking.earlier, found)
    return answer(request, "paperwork/changes.html", context)


def _told(now: filled.Filled, earlier: Asking, found: filled.Changes) -> dict[str, Any]:
    slots = {slot.key: slot for slot in now.slots}
    before = {
        row.household_id or row.person_id: filled.cells_of(row)
        for row in filled.handed_rows(earlier)
    }
    changed = []
    for row, keys in found.changed:
        then = before[row.who]
        changed.append(
            (
                row,
                [
                    (
                        slots[key],
                        shapes.words_of(slots[key], then[key]) if key in then else "",
                        shapes.words_of(slots[key], row.cells[key]),
                    )
                    for key in keys
                    if key in slots and key in row.cells
                ],
            )
        )
    return {"changed": changed, "new": found.new, "gone": found.gone}


def _chosen(request: Visit, asking: Asking, form: ChooseForm) -> HttpResponse:
    count = actions.choose(
        asking,
        how=form.cleaned_data["how"],
        wanted=form.wanted(),
        seen=form.cleaned_data["seen"],
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("选定 %(count)d 行。") % {"count": count})
    return redirect("paperwork:rows", request.community.code, asking.pk)


def _picked(request: Visit, asking: Asking, picked: list[UUID]) -> HttpResponse:
    at = timezone.now()
    if asking.state == "listed":
        actions.add_rows(asking, persons=picked, by=request.actor, at=at)
    else:
        actions.choose(asking, how=subjects.PICKED, picked=picked, by=request.actor, at=at)
    messages.success(request, _("加上了。"))
    return redirect("paperwork:rows", request.community.code, asking.pk)


def _found(request: Visit, text: str) -> list[tuple[Any, Any]]:
    persons = list(search_persons(request.community, text)[:FOUND])
    if not persons:
        return []
    homes = dwellings_of(
        request.community.pk, [person.pk for person in persons], timezone.localdate()
    )
    return [
        (person, masked(person, request.actor, dwelling=homes.get(person.pk))) for person in persons
    ]


def line_in(asking: Asking, line_id: UUID) -> Line:
    """One row of a form being filled. Raises Http404."""
    found = (
        Line.objects.filter(community=asking.community_id, asking=asking, pk=line_id)
        .select_related("asking__form", "asking__community", "person", "dwelling")
        .first()
    )
    if found is None:
        raise Http404
    return found


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0
