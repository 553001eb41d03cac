"""The roster of owners before its keeper; that it was opened is written down."""

from contextlib import suppress
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.core.pages.keyset import page_of
from linli.core.pages.stepping import sent, sent_files, step
from linli.governance.property.actions import roster_tables, rosters as acts
from linli.governance.property.actions.roster_tables import KEPT
from linli.governance.property.forms import votes as forms
from linli.governance.property.queries import rosters, votes
from linli.governance.property.queries.placed import place_named
from linli.governance.property.queries.roster_columns import FIELDS
from linli.governance.property.queries.roster_table import lines_shown, read_roster, say_fault
from linli.governance.property.rules.heads import square_metres
from linli.governance.property.views.owners import opened, who_owns

SHOWN = 50
"""Rows of a table that are looked at before it is taken in."""


@needs("property.keep_roster")
@never_cache
@require_safe
def show(request: Visit, estate_id: UUID) -> HttpResponse:
    """Units and who owns them, a page at a time; tables that were read and not taken in."""
    estate = votes.estate_for(request.community, estate_id)
    words, at = request.GET.get("q", ""), timezone.now()
    bare = request.GET.get("show") == "unplaced"
    rows = rosters.units_of(estate, request.GET.get("after", ""), words, without_place=bare)
    opened(request, estate)
    shown = rows[: rosters.PAGE]
    context = {
        "estate": estate, "words": words, "bare": bare, "unplaced": rosters.unplaced(estate),
        "tables": [each for each in rosters.tables_open(estate)
            if each.read_at > at - KEPT and not each.faults],
        "rows": [(each, square_metres(each.area)) for each in shown],
        "after": shown[-1].label if len(rows) > rosters.PAGE else "",
    }  # fmt: skip
    return answer(request, "property/votes/roster.html", context)


@needs("property.keep_roster")
def bring_in(request: Visit, estate_id: UUID) -> HttpResponse:
    """Reads a table, to be looked at."""
    estate = votes.estate_for(request.community, estate_id)
    form = forms.FileForm(sent(request), sent_files(request))
    if form.is_valid():
        file = form.cleaned_data["file"]
        read = read_roster(estate, file.read(), file.name, form.cleaned_data["source"])
        table = roster_tables.keep_table(
            estate, table=read, filename=file.name, by=request.actor, at=timezone.now(),
            once=form.cleaned_data["once"],
        )  # fmt: skip
        return redirect("property:roster_table", request.community.code, table.pk)
    context = {"estate": estate, "form": form, "fields": [each.label for each in FIELDS]}
    return answer(request, "property/votes/bring.html", context, status=422 if form.errors else 200)


@needs("property.keep_roster")
def show_table(request: Visit, table_id: UUID) -> HttpResponse:
    """What a table would do, and its faults by row; then it is taken in."""
    table = rosters.table_for(request.community, table_id)
    faults = [(each["row"], say_fault(each, _)) for each in table.faults]
    lines = [] if faults else lines_shown(table)
    if lines:
        opened(request, table.estate)
    back = reverse("property:roster", args=[request.community.code, table.estate_id])
    form = forms.SinceForm(sent(request), initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        with suppress(Replayed):  # it was taken in already
            roster_tables.take_in(
                table, since=form.cleaned_data["since"], by=request.actor, at=timezone.now(),
            once=form.cleaned_data["once"],
        )  # fmt: skip
        messages.success(request, _("存入名册了。"))
        return redirect(back)
    context = {
        "table": table, "faults": faults, "form": form, "back": back,
        "area": square_metres(table.area),
        "lines": lines[:SHOWN],
        "more": max(len(lines) - SHOWN, 0),
        "placeless": sum(not line.part for line in lines if line.use == "home"),
    }  # fmt: skip
    return answer(request, "property/votes/table.html", context)


@needs("property.keep_roster")
@require_POST
def leave_table(request: Visit, table_id: UUID) -> HttpResponse:
    """Leaves a table."""
    table = rosters.table_for(request.community, table_id)
    roster_tables.leave(table, by=request.actor, at=timezone.now())
    messages.success(request, _("没有存入，读过的内容删了。"))
    return redirect("property:roster", request.community.code, table.estate_id)


@needs("property.keep_roster")
def add(request: Visit, estate_id: UUID) -> HttpResponse:
    """A unit that was not in the roster, of somebody new or of whoever was chosen from it."""
    estate = votes.estate_for(request.community, estate_id)
    chosen = rosters.owner_chosen(estate, request.GET.get("owner", ""))
    form = forms.AddUnitForm(
        sent(request), places=rosters.places_of(estate), chosen=chosen,
        named=partial(place_named, estate),
    )  # fmt: skip
    return step(
        request, form,
        lambda said: acts.add_unit(
            estate, unit=acts.UnitGiven(said["label"], said["area"], said["area_from"],
                                        said["use"], None, said["sharing"]),
            buyer=form.buyer, since=said["on"], joint=said["joint"], by=request.actor,
            at=timezone.now(), once=said["once"],
        ),
        title=_("登记一处"), done=_("登记了。"), note=who_owns(chosen),
        back=reverse("property:roster", args=[request.community.code, estate.pk]),
    )  # fmt: skip


@needs("property.keep_roster")
def change(request: Visit, unit_id: UUID) -> HttpResponse:
    """Puts a unit right."""
    unit = rosters.unit_for(request.community, unit_id)
    start = {
        "area": f"{unit.area // 100}.{unit.area % 100:02}", "area_from": unit.area_from,
        "use": unit.use, "sharing": unit.sharing_id, "seen": acts.face_of(unit),
    }  # fmt: skip
    form = forms.UnitForm(sent(request), places=rosters.places_of(unit.estate), initial=start)
    return step(
        request, form,
        lambda said: acts.change_unit(
            unit, by=request.actor, at=timezone.now(), once=said.pop("once"), **said
        ),
        title=_("更正{unit}").format(unit=unit.label), done=_("改好了。"),
        back=reverse("property:roster", args=[request.community.code, unit.estate_id]),
    )  # fmt: skip


@needs("property.keep_roster")
@require_safe
def objections(request: Visit) -> HttpResponse:
    """What owners said against the roster, and about which units."""
    rows = rosters.objections_open(request.community)
    page = page_of(rows, "sent_at", request.GET.get("after", ""))
    return answer(request, "property/votes/objections.html", {"page": page})


@needs("property.keep_roster")
def answer_objection(request: Visit, objection_id: UUID) -> HttpResponse:
    """Answers an owner, beside what is theirs."""
    row = rosters.objection_for(request.community, objection_id)
    return step(
        request, forms.WordsForm(sent(request)),
        lambda said: acts.answer_roster(
            row, answer=said["words"], by=request.actor, at=timezone.now(), once=said["once"]
        ),
        title=_("答复业主"), done=_("答复了。"),
        note=f"{'、'.join(rosters.units_owned(row.owner))}{_('：')}{row.words}",
        back=reverse("property:roster_objections", args=[request.community.code]),
    )  # fmt: skip
