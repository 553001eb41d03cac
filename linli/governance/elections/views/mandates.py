"""Proxies at the desk: the papers that came in, and their list (art. 19)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.governance.elections import actions
from linli.governance.elections.actions.posting import notice_of
from linli.governance.elections.actions.proxies import live_proxies
from linli.governance.elections.forms import desk as forms
from linli.governance.elections.models import Election
from linli.governance.elections.postings import PROXIES
from linli.governance.elections.queries.elections import election_at_desk
from linli.governance.elections.queries.polling import coming_round
from linli.governance.elections.views.finding import on_roll
from linli.governance.elections.views.plans import step_page
from linli.governance.elections.views.shapes import moves_of


@needs("elections.see_desk")
def proxies(request: Visit, election_id: UUID) -> HttpResponse:
    """Who votes for whom, and whether that hangs out."""
    election = election_at_desk(request.actor, request.community, election_id)
    rows = live_proxies(election).select_related("principal", "holder")
    context = {
        "election": election,
        "rows": list(rows.order_by("principal__number")),
        "again": coming_round(election) > 1,
        "posting": notice_of(election, PROXIES),
        "prepared": "prepare_proxies" in moves_of(election),
        "may_help": may("elections.help", request.actor, election),
        "may_run": may("elections.run", request.actor, election),
    }
    return answer(request, "elections/proxies.html", context)


@needs("elections.help")
def give(request: Visit, election_id: UUID) -> HttpResponse:
    """A mandate that came on paper."""
    election = election_at_desk(request.actor, request.community, election_id)
    initial = {"written_on": timezone.localdate()}
    form = forms.ProxyForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        principal, holder = (on_roll(form, each, election) for each in ("principal", "holder"))
        if principal is not None and holder is not None:
            given = {key: form.cleaned_data[key] for key in ("written_on", "away", "in_writing")}
            actions.give_proxy(
                election, principal=principal, holder=holder, **given, **_now(request)
            )
            messages.success(request, _("委托登记好了。"))
            return _to_proxies(election)
    return step_page(request, election, form, _("登记委托投票"), _("登记"))


@needs("elections.help")
@require_POST
def revoke(request: Visit, election_id: UUID, proxy_id: UUID) -> HttpResponse:
    """The principal takes it back."""
    election = election_at_desk(request.actor, request.community, election_id)
    proxy = live_proxies(election).select_related("principal", "holder").filter(pk=proxy_id).first()
    if proxy is None:
        raise Http404
    actions.revoke_proxy(election, proxy=proxy, **_now(request))
    messages.success(request, _("委托已撤销。"))
    return _to_proxies(election)


@needs("elections.help")
@require_POST
def prepare(request: Visit, election_id: UUID) -> HttpResponse:
    """Closes the list for another to look at."""
    election = election_at_desk(request.actor, request.community, election_id)
    actions.prepare_proxies(election, **_now(request))
    messages.success(request, _("委托名单草拟好了，请另一人核对后公布。"))
    return _to_proxies(election)


@needs("elections.run")
@require_POST
def post(request: Visit, election_id: UUID) -> HttpResponse:
    """Posts it."""
    election = election_at_desk(request.actor, request.community, election_id)
    actions.post_proxies(election, **_now(request))
    messages.success(request, _("委托投票名单已经公布。"))
    return _to_proxies(election)


def _now(request: Visit) -> dict[str, Any]:
    return {"by": request.actor, "at": timezone.now()}


def _to_proxies(election: Election) -> HttpResponse:
    return redirect(
        "elections:proxies", community_code=election.community.code, election_id=election.pk
    )
