"""The ballot on a phone: each project with its cost and a sum of what one names, then once more to
look at. From there it is the mechanism's own paper: it is cast, and kept, as every other is."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from linli.core.access.gates import Visit, signed_in
from linli.core.pages.answer import answer
from linli.governance.budgeting import words
from linli.governance.budgeting.models import Project, Round, Ruling
from linli.governance.budgeting.queries import results, rounds
from linli.governance.budgeting.rules.rounds import ADVISED
from linli.lib.law import Finding, require
from linli.mechanisms.ballot.forms.paper import OnceForm, PaperForm
from linli.mechanisms.ballot.models import Poll
from linli.mechanisms.ballot.queries.polls import standing_of
from linli.mechanisms.ballot.rules import casting


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: Visit, round_id: UUID) -> HttpResponse:
    """The ballot; with POST, what was marked already, to be changed."""
    round_, ruling, poll = _open(request, round_id)
    if done := _done(request, round_, poll):
        return done
    form = PaperForm(initial=_initial(request, ruling), poll=poll)
    return _ballot(request, round_, ruling, form)


@signed_in
@never_cache
@require_POST
def check(request: Visit, round_id: UUID) -> HttpResponse:
    """The ballot once more, with what it comes to, before it falls into the box."""
    round_, ruling, poll = _open(request, round_id)
    if done := _done(request, round_, poll):
        return done
    form = PaperForm(request.POST, poll=poll)
    if not form.is_valid():
        return _ballot(request, round_, ruling, form, status=422)
    given = form.pattern()["1"]
    marks = given.get("points") or dict.fromkeys(given.get("marks", {}), 0)
    projects = results.projects_of(round_)
    chosen = [(each, marks[str(each.position)]) for each in projects if str(each.position) in marks]
    advised = min(ADVISED, len(projects))
    context = {
        "round": round_,
        "ruling": ruling,
        "poll": poll,
        "chosen": chosen,
        "sum": sum(project.fen for project, _points in chosen),
        "advised": advised,
        "few": 0 < len(chosen) < advised,
        "carried": form.carried,
        "once": OnceForm(),
    }
    return answer(request, "budgeting/check.html", context)


def _open(request: Visit, round_id: UUID) -> tuple[Round, Ruling, Poll]:
    """The vote, where it takes papers now and this visitor is on its roll; refused otherwise."""
    round_ = rounds.public_round(request.community, round_id)
    ruling = rounds.public_ruling(round_)
    running = round_.poll is not None and ruling is not None
    require(Finding(running, "budgeting.vote_runs"))
    poll = round_.poll
    assert poll is not None
    assert ruling is not None
    require(casting.on_the_roll(found=standing_of(poll, request.actor).own is not None))
    require(casting.is_open(poll.state, timezone.now(), poll.opened_at, poll.closes_at))
    return round_, ruling, poll


def _done(request: Visit, round_: Round, poll: Poll) -> HttpResponse | None:
    standing = standing_of(poll, request.actor)
    if standing.pending:
        return None
    return redirect("ballot:poll", request.community.code, poll.pk)


def _ballot(
    request: Visit, round_: Round, ruling: Ruling, form: PaperForm, status: int = 200
) -> HttpResponse:
    projects = results.projects_of(round_)
    context = {
        "round": round_,
        "ruling": ruling,
        "poll": form.poll,
        "form": form,
        "lines": _lines(form, ruling, projects),
        "how": words.how_to_vote(ruling, len(projects)),
    }
    return answer(request, "budgeting/vote.html", context, status=status)


def _lines(form: PaperForm, ruling: Ruling, projects: list[Project]) -> list[dict[str, Any]]:
    """Each project with its input, drawn here so that its cost stands beside it."""
    if ruling.form == "points":
        return [{"project": each, "field": form[f"q1_p{each.position}"]} for each in projects]
    name = "q1"
    marked = form[name].value() or []
    marked = {str(each) for each in ([marked] if isinstance(marked, str) else marked)}
    return [
        {"project": each, "name": name, "checked": str(each.position) in marked}
        for each in projects
    ]


def _initial(request: Visit, ruling: Ruling) -> dict[str, Any]:
    if request.method != "POST":
        return {}
    if ruling.form == "points":
        return {name: request.POST[name] for name in request.POST if name.startswith("q1_p")}
    return {"q1": request.POST.getlist("q1")}
