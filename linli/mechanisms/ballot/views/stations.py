"""The stations of a poll, and the desk at which papers are handed out."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import needs
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Crumb
from linli.lib.identity.ids import new_id
from linli.mechanisms.ballot.actions import evening
from linli.mechanisms.ballot.forms.evening import StationForm, TellersForm
from linli.mechanisms.ballot.keepers import prints_itself
from linli.mechanisms.ballot.models import Elector, Poll, Station
from linli.mechanisms.ballot.queries import evening as queries
from linli.mechanisms.ballot.queries.counts import counts_of, parts_of, sheets_of, stations_of
from linli.mechanisms.ballot.queries.rolls import electors_of
from linli.mechanisms.ballot.views.shapes import TONES, StationRow, crumbs, moves_of

SEES = "ballot.see_stations"
MOVES = {
    "open": evening.open_station,
    "exchange": evening.exchange,
    "seal": evening.seal_box,
    "count-again": evening.count_again,
    "take-down": evening.take_down_station,
}


@needs(SEES)
@require_safe
def list_stations(request: Any, poll: UUID) -> HttpResponse:
    """All stations of a poll, each with what it waits for."""
    found = load_poll(request, poll)
    return _draw_stations(request, found, StationForm(request.community))


@needs("ballot.run")
@require_POST
def add_station(request: Any, poll: UUID) -> HttpResponse:
    """Sets a station up."""
    found = load_poll(request, poll)
    form = StationForm(request.community, request.POST)
    if not form.is_valid():
        return _draw_stations(request, found, form, status=422)
    evening.set_up_station(found, **form.cleaned_data, by=request.actor, at=timezone.now())
    messages.success(request, _("投票站已增设。请指定计票人和监票人。"))
    return redirect("ballot:stations", request.community.code, found.pk)


@needs(SEES)
@require_safe
def show_station(request: Any, station: UUID) -> HttpResponse:
    """One station: finding an elector, handing out a paper, the counts, the next step."""
    found = load_station(request, station)
    who = request.GET.get("who", "").strip()[:80]
    context = {"station": found, "who": who, "hands_out": _hands_out(request, found)}
    if context["hands_out"]:
        context["found"] = [_desk_line(each) for each in queries.at_the_desk(found.poll, who)]
    return answer(
        request,
        "ballot/station.html",
        context | _station_context(request, found),
        fragment="ballot/_found.html",
    )


@needs("ballot.run")
@require_POST
def name_tellers(request: Any, station: UUID) -> HttpResponse:
    """Names who counts here and who watches."""
    found = load_station(request, station)
    form = _tellers_form(request, found, request.POST)
    if form.is_valid():
        evening.name_tellers(found, named=form.cleaned_data, by=request.actor, at=timezone.now())
        messages.success(request, _("计票人和监票人已指定。"))
        return redirect("ballot:station", request.community.code, found.pk)
    context = _station_context(request, found) | {"station": found, "tellers_form": form}
    return answer(request, "ballot/station.html", context, status=422)


@needs("ballot.help")
@require_POST
def hand_out(request: Any, station: UUID) -> HttpResponse:
    """Hands out one paper: to the elector, or to whoever brings their mandate."""
    found = load_station(request, station)
    elector = _elector(found.poll, request.POST.get("elector", ""))
    holder = request.POST.get("holder", "")
    with suppress(Replayed):  # the second tap of the same button: it was handed out once
        evening.hand_out(
            found,
            elector=elector,
            holder=_elector(found.poll, holder) if holder else None,
            by=request.actor,
            at=timezone.now(),
            once=_once(request),
        )
    words = _("已发 {number} 号一张选票。").format(number=elector.number)
    messages.success(request, words)
    return redirect("ballot:station", request.community.code, found.pk)


@needs(SEES)
@require_POST
def move_station(request: Any, station: UUID, move: str) -> HttpResponse:
    """Opens, exchanges a spoiled paper, seals, counts again, or takes the station down."""
    found, act = load_station(request, station), MOVES.get(move)
    if act is None:
        raise Http404
    act(found, by=request.actor, at=timezone.now())
    messages.success(request, _("好了。"))
    if move == "take-down":
        return redirect("ballot:stations", request.community.code, found.poll_id)
    return redirect("ballot:station", request.community.code, found.pk)


def load_poll(request: Any, poll: UUID) -> Poll:
    """The poll, for those who may see its stations; 404 for others."""
    found = queries.poll_to_keep(request.community.pk, poll)
    if found is None or not may(SEES, request.actor, found):
        raise Http404
    return found


def load_station(request: Any, station: UUID) -> Station:
    """The station, for those who may see it; 404 for others."""
    found = queries.station_here(request.community.pk, station)
    if found is None or not may(SEES, request.actor, found):
        raise Http404
    return found


def row_of(request: Any, station: Station) -> StationRow:
    """The station for one page."""
    return StationRow(
        station,
        parts_of(station),
        frozenset(sheets_of(station)),
        queries.part_at(station, request.actor.account),
    )


def _draw_stations(
    request: Any, poll: Poll, form: StationForm, *, status: int = 200
) -> HttpResponse:
    named, entered = queries.tellers_by_station(poll), queries.entered_by_station(poll)
    rows = [
        StationRow(each, named.get(each.pk, {}), frozenset(entered.get(each.pk, ())))
        for each in stations_of(poll).select_related("poll", "community", "merged_into")
    ]
    opened = [row.station.returned for row in rows if row.station.returned is not None]
    totals = {
        "issued": sum(row.station.issued for row in rows),
        "returned": sum(opened) if opened else None,
        "counted": sum(row.station.state == "counted" for row in rows),
        "of_stations": _("共 {count} 站").format(count=len(rows)),
    }
    takes_more = poll.state in ("preparing", "open") and may("ballot.run", request.actor, poll)
    context = {
        "poll": poll,
        "poll_tone": TONES[poll.state],
        "rows": rows,
        "totals": totals,
        "form": form if takes_more else None,
        "crumbs": crumbs(poll, request.community.code),
        "prints_here": not prints_itself(poll),
    }
    return answer(request, "ballot/stations.html", context, status=status)


def _station_context(request: Any, station: Station) -> dict[str, Any]:
    row = row_of(request, station)
    runs = may("ballot.run", request.actor, station)
    helps = may("ballot.help", request.actor, station)
    names_tellers = runs and station.state in ("preparing", "open", "closed")
    note = ""
    if station.state == "preparing" and station.poll.state != "open":
        note = _("投票开始以后，才能在这里发选票。")
    elif station.state == "open":
        note = _("封箱以后不能再发票。开箱和计票在投票结束以后进行。")
    return {
        "row": row,
        "counts": counts_of(station),
        "crumbs": crumbs(station.poll, row.code, Crumb(station.name)),
        "moves": moves_of(row, runs=runs, helps=helps),
        "move_note": note,
        "tellers_form": _tellers_form(request, station) if names_tellers else None,
    }


def _tellers_form(request: Any, station: Station, data: Any = None) -> TellersForm:
    accounts = queries.who_could_count(request.community, timezone.localdate())
    named = {part: teller.account_id for part, teller in parts_of(station).items()}
    return TellersForm(accounts, data, initial=named)


def _hands_out(request: Any, station: Station) -> bool:
    return station.state == "open" and may("ballot.help", request.actor, station)


def _desk_line(known: Any) -> Any:
    """An elector with the keys of the buttons, made when the page is drawn."""
    if isinstance(known, Elector):
        return {"row": known, "several": True}
    principals = [
        {"row": each.row, "marked": each.marked, "once": new_id()} for each in known.principals
    ]
    return {
        "row": known.row,
        "marked": known.marked,
        "given_to": known.given_to,
        "once": new_id(),
        "principals": principals,
    }


def _elector(poll: Poll, key: str) -> Elector:
    try:
        found = electors_of(poll.electorate).filter(pk=UUID(key)).first()
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


def _once(request: Any) -> UUID | None:
    try:
        return UUID(request.POST.get("once", ""))
    except ValueError:
        return None
