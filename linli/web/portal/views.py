"""The residents' first pages: which community, what one can do, how it is run."""

from importlib.metadata import version

from django.apps import apps
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import answer, twin
from linli.core.people.queries import stated_grounds
from linli.core.places.queries import profile_of, served_communities
from linli.evaluation.queries import headline
from linli.governance.assemblies.queries.meetings import coming_public
from linli.governance.elections.queries.elections import under_way
from linli.mechanisms.ballot.queries.polls import open_polls
from linli.mechanisms.publication.queries import public as notices
from linli.service.matters.queries.public import public_page
from linli.service.matters.views.public import shown
from linli.web.portal import lively, together, watched


@public
def front(request: Visit) -> HttpResponse:
    """One community here: straight to it. Several: choose."""
    communities = list(served_communities()[:200])
    if len(communities) == 1:
        return redirect("home", community_code=communities[0].code)
    return answer(request, "portal/front.html", {"communities": communities})


@public
def home(request: Visit) -> HttpResponse:
    """What residents come for, one thumb away; what was done lately; how we are doing."""
    community, at = request.community, timezone.now()
    lately = public_page(community, at, show="done").postings[:5]
    board = notices(community.pk, at, limit=4)
    polls = open_polls(community.pk, at)[:3]
    figures = headline(community, timezone.localdate(at))
    context = {
        "community": community,
        "profile": profile_of(community, timezone.localdate(at)),
        "lately": [shown(posting) for posting in lately],
        "election": under_way(community),
        "meetings": coming_public(community, at)[:3],
        "polls": polls,
        "together": together.under_way(community, at, polls={each.pk for each in polls}),
        "lively": lively.these_days(community, at),
        "watched": watched.today(community, timezone.localdate(at)),
        "board": [line for line in board.lines if line.category != "matters"],
        # What has no evidence yet is left to the page of the six standards, which says so.
        "figures": [each for each in figures if each.value is not None or each.suppressed],
    }
    return answer(
        request,
        "portal/home.html",
        context,
        json=lambda: {"code": community.code, "name": community.name, "path": community.full_name},
    )


@public
def health(request: Visit) -> HttpResponse:
    """For whoever watches the instance: 200 with the versions of code and schema."""
    applied = MigrationRecorder(connection).applied_migrations()
    schema = dict(sorted(applied))
    return twin(
        request,
        {
            "status": "ok",
            "version": version("linli"),
            "database": connection.vendor,
            "schema": {app: name for app, name in schema.items() if app in _ours()},
        },
    )


@public
def accessibility(request: Visit) -> HttpResponse:
    """How the pages can be used by everybody, and whom to tell where they cannot."""
    return answer(request, "portal/accessibility.html", {})


@public
def privacy(request: Visit) -> HttpResponse:
    """Each field held about a person, with its ground and purpose."""
    return answer(request, "portal/privacy.html", {"stated": stated_grounds()})


def _ours() -> set[str]:
    return {config.label for config in apps.get_app_configs() if config.name.startswith("linli.")}
