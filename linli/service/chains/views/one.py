"""One list: its lines, what they come to, and what is done with it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.lib.chains.messages import as_words
from linli.service.chains import actions
from linli.service.chains.forms import LineForm
from linli.service.chains.matching import Matcher
from linli.service.chains.models import Chain, Line
from linli.service.chains.queries import rows_of, sums_of
from linli.service.chains.rules import OPEN, goes_on
from linli.service.chains.views import load


@needs("chains.handle")
def show(request: Visit, chain_id: UUID) -> HttpResponse:
    """Every line with its dwelling, and what it all comes to."""
    chain = load(request, chain_id)
    lines = rows_of(chain)
    counting = [line for line in lines if line.counts]
    matcher = Matcher(chain.community, chain.where)
    context = {
        "chain": chain,
        "open": chain.state == OPEN,
        "gone_at": goes_on(chain.closed_at) if chain.closed_at else None,
        "rows": [_shape(line, matcher) for line in lines],
        "sums": sums_of(lines),
        "entries": len(counting),
        "homes": len({line.dwelling_id for line in counting if line.dwelling_id}),
        "unmatched": sum(line.dwelling_id is None for line in counting),
        "lost": sum(line.state == Line.LOST for line in lines),
    }
    return answer(request, "chains/show.html", context)


def _shape(line: Line, matcher: Matcher) -> dict[str, Any]:
    several = 0 if line.dwelling_id else matcher.find(line.hint).several
    return {"line": line, "words": as_words(line.amounts), "several": several}


@needs("chains.handle")
def line(request: Visit, chain_id: UUID, line_id: UUID) -> HttpResponse:
    """One line set right by hand."""
    chain = load(request, chain_id)
    found = (
        Line.objects.filter(community=request.community, chain=chain, pk=line_id)
        .select_related("dwelling")
        .first()
    )
    if found is None:  # a newer version was pasted meanwhile
        messages.warning(request, _("这一条已经不在：有人贴了新的接龙，请在下面再找。"))
        return _done(request, chain)
    offered = Matcher(chain.community, chain.where).offered(
        found.hint, found.name, timezone.localdate()
    )
    form = LineForm(request.POST or None, community=request.community, line=found, offered=offered)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("counts", "seen")}
        actions.correct_line(found, by=request.actor, at=timezone.now(), **given, **form.given())
        return redirect("chains:show", request.community.code, chain.pk)
    context = {"form": form, "chain": chain, "line": found}
    return answer(request, "chains/line.html", context, status=422 if form.errors else 200)


@needs("chains.handle")
def add(request: Visit, chain_id: UUID) -> HttpResponse:
    """Somebody who did not write in the group."""
    chain = load(request, chain_id)
    form = LineForm(request.POST or None, community=request.community)
    if request.method == "POST" and form.is_valid():
        actions.add_line(chain, by=request.actor, at=timezone.now(), **form.given())
        return redirect("chains:show", request.community.code, chain.pk)
    context = {"form": form, "chain": chain}
    return answer(request, "chains/line.html", context, status=422 if form.errors else 200)


@needs("chains.close")
@require_POST
def close(request: Visit, chain_id: UUID) -> HttpResponse:
    """Nothing is added any more."""
    return _done(request, actions.close(load(request, chain_id), **_now(request)))


@needs("chains.handle")
@require_POST
def reopen(request: Visit, chain_id: UUID) -> HttpResponse:
    """It was closed too early."""
    return _done(request, actions.reopen(load(request, chain_id), **_now(request)))


@needs("chains.forget")
@require_POST
def forget(request: Visit, chain_id: UUID) -> HttpResponse:
    """Gone before its time."""
    actions.forget(load(request, chain_id), **_now(request))
    messages.success(request, _("已删除。"))
    return redirect("chains:list", request.community.code)


def _now(request: Visit) -> dict[str, Any]:
    return {"by": request.actor, "at": timezone.now()}


def _done(request: Visit, chain: Chain) -> HttpResponse:
    return redirect("chains:show", request.community.code, chain.pk)
