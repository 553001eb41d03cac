"""Handing over: what somebody who left had in hand, what a colleague has, many at once."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods

from linli.core.access.gates import Visit, needs
from linli.core.access.queries import labels_of
from linli.core.audit.door import may
from linli.core.clocks.actions import hand_over_some
from linli.core.clocks.forms import HandOverForm
from linli.core.clocks.models import Clock
from linli.core.clocks.queries import work_calendar
from linli.core.clocks.queries.running import pauses_in
from linli.core.clocks.queries.sharing import (
    desk_accounts,
    items_of,
    left_behind,
)
from linli.core.clocks.shown import Line, lines_of
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab

LEFT = "left"


@needs("clocks.see")
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: Visit) -> HttpResponse:
    """The items of one who holds them, each to be ticked; to whom, and why. The director's first
    list is what nobody has been given since somebody left."""
    directs = may("clocks.share_out", request.actor, request.community)
    whose = request.GET.get("of", LEFT if directs else str(request.actor.account))
    colleagues = desk_accounts(request.community, timezone.localdate())
    form = HandOverForm(request.POST or None, colleagues=colleagues)
    items = _items(request, whose, directs)
    every = [clock.pk for clock in items] if "all" in request.POST else None
    chosen = every or [key for key in map(_uuid, request.POST.getlist("clock")) if key]
    if request.method == "POST" and not chosen:
        messages.error(request, _("请先勾选要移交的事。"))
    elif request.method == "POST" and form.is_valid():
        given = {**form.cleaned_data, "clocks": chosen}
        count = hand_over_some(request.community, by=request.actor, at=timezone.now(), **given)
        told = ngettext("已移交 %(count)d 件。", "已移交 %(count)d 件。", count)
        messages.success(request, told % {"count": count})
        return redirect(request.get_full_path())
    context = {
        "lines": _lines(request, items),
        "left": whose == LEFT,
        "form": form,
        "chosen": set(chosen),
        "tabs": _tabs(request, whose, directs),
    }
    status = 422 if request.method == "POST" else 200
    return answer(request, "clocks/hand_over.html", context, status=status)


def _lines(request: Visit, clocks: list[Clock]) -> list[Line]:
    """The items with their limits, and whose each was."""
    prefetch_related_objects(clocks, pauses_in(request.community.pk))
    former = labels_of({clock.left_by_id for clock in clocks})
    told = {clock.pk: former.get(clock.left_by_id, "") for clock in clocks if clock.left_by_id}
    return lines_of(clocks, work_calendar(request.community.pk), timezone.now(), told)


def _items(request: Visit, whose: str, directs: bool) -> list[Clock]:
    if whose == LEFT and directs:
        return left_behind(request.community)
    account = _uuid(whose)
    if account is None or not (directs or account == request.actor.account):
        raise Http404
    return items_of(request.community, account)


def _tabs(request: Visit, whose: str, directs: bool) -> list[Tab]:
    mine = str(request.actor.account)
    tabs = [Tab(_("没有经办人的"), f"?of={LEFT}", current=whose == LEFT)] if directs else []
    tabs.append(Tab(_("我的"), f"?of={mine}", current=whose == mine))
    if directs:
        tabs += [
            Tab(each.label, f"?of={each.pk}", current=whose == str(each.pk))
            for each in desk_accounts(request.community, timezone.localdate())
            if each.pk != request.actor.account
        ]
    return tabs


def _uuid(text: Any) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None
