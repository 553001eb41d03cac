"""What we do not hold, asked at the door: a list by doorway to print, and a page for each person
that works on any phone."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.sentences import sentence
from linli.core.pages.shapes import Crumb
from linli.core.people.presentation import masked
from linli.lib.law import Refused
from linli.mechanisms.rounds.queries import rounds_of_owner
from linli.partners.paperwork import actions
from linli.partners.paperwork.actions.listing import LONGEST_ANSWER
from linli.partners.paperwork.queries import filled, lists
from linli.partners.paperwork.queries.filled import CARRIED, MISSING, TYPED, Filled, Row
from linli.partners.paperwork.views import shapes
from linli.partners.paperwork.views.rows import line_in


@needs("paperwork.see")
@require_safe
def show_all(request: Visit, asking_id: UUID) -> HttpResponse:
    """Who is still to be asked what, door by door; printed, it has lines to write on."""
    asking = lists.asking_in(request.community, asking_id)
    now = filled.fill(asking, timezone.localdate())
    titles = {slot.key: slot.title for slot in now.slots}
    open_rows = [row for row in now.rows if row.open_keys]
    doors = groupby(open_rows, key=lambda row: row.dwelling.stairs_name if row.dwelling else "")
    context = {
        "asking": asking,
        "stairs": [
            (stairs, [(row, [titles[key] for key in row.open_keys]) for row in rows])
            for stairs, rows in doors
        ],
        "open_cells": now.open_cells,
        "first": open_rows[0] if open_rows else None,
        "rounds": list(rounds_of_owner(request.community, asking.pk)),
        "crumbs": shapes.crumbs(asking, Crumb(_("要问的"))),
    }
    return answer(request, "paperwork/to_ask.html", context)


@needs("paperwork.fill")
def ask(request: Visit, asking_id: UUID, line_id: UUID) -> HttpResponse:
    """One person, the things to ask, large fields; then the next person with something open."""
    asking = lists.asking_in(request.community, asking_id)
    line = line_in(asking, line_id)
    now = filled.fill_one(asking, line.pk, timezone.localdate())
    row = now.rows[0]
    form = AnswerForm(request.POST or None, filled=now, row=row)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer(
                line, answers=form.answers(), seen=form.cleaned_data["seen"],
                by=request.actor, at=timezone.now(),
            )  # fmt: skip
        except Refused as refusal:
            told = sentence(refusal.finding)
            form.add_error(None, f"{told.text} {told.way_on}")
        else:
            return _on(request, asking, row)
    return answer(
        request, "paperwork/ask.html", _context(request, asking, row, form),
        status=422 if form.errors else 200,
    )  # fmt: skip


class AnswerForm(forms.Form):
    """The open columns of one row, and those answered before, to be corrected."""

    seen = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, filled: Filled, row: Row, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = row.line.version
        self._keys: dict[str, str] = {}
        for number, slot in enumerate(filled.slots):
            cell = row.cells.get(slot.key)
            if cell is None or cell.origin not in (MISSING, TYPED, CARRIED):
                continue
            note = ""
            if cell.origin == CARRIED and cell.as_of:
                note = _("上次 {on} 问的；没有变就不用改。").format(on=cell.as_of.isoformat())
            self._keys[f"a{number}"] = slot.key
            self.fields[f"a{number}"] = forms.CharField(
                label=slot.title,
                max_length=LONGEST_ANSWER,
                required=False,
                initial=cell.content or "",
                help_text=note,
                widget=forms.TextInput(attrs={"autocomplete": "off", "data-no-draft": True}),
            )

    def answers(self) -> dict[str, str]:
        """By column, what was said."""
        return {key: self.cleaned_data[name] for name, key in self._keys.items()}

    @property
    def asks_anything(self) -> bool:
        return bool(self._keys)


def _on(request: Visit, asking: Any, row: Row) -> HttpResponse:
    following = filled.next_open(asking, row.number, timezone.localdate())
    if following is None:
        messages.success(request, _("记下了，后面没有要问的了。"))
        return redirect("paperwork:to_ask", request.community.code, asking.pk)
    messages.success(request, _("记下了。"))
    return redirect("paperwork:ask", request.community.code, asking.pk, following.line.pk)


def _context(request: Visit, asking: Any, row: Row, form: AnswerForm) -> Any:
    return {
        "asking": asking,
        "row": row,
        "form": form,
        "who": masked(row.person, request.actor, dwelling=row.dwelling),
        "following": filled.next_open(asking, row.number, timezone.localdate()),
    }
