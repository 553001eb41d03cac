"""The budget residents decide on, for everybody: rounds, rules, results."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.governance.budgeting import words
from linli.governance.budgeting.mapping import draw
from linli.governance.budgeting.models import Project, Round, Ruling
from linli.governance.budgeting.queries import ideas, projects, results, rounds
from linli.governance.budgeting.result_shown import pb_of, recount_file, shown
from linli.governance.budgeting.rules.count import lot_order
from linli.governance.budgeting.stages import stages_of
from linli.mechanisms.ballot.queries.polls import participation, standing_of
from linli.mechanisms.flow.queries import timeline

RESULT = ("decided", "ended")


@public
@require_safe
def list_rounds(request: Visit) -> HttpResponse:
    """The rounds there are and were."""
    found = list(rounds.public_rounds(request.community)[:50])
    return answer(
        request,
        "budgeting/rounds.html",
        {"rounds": found, "may_plan": may("budgeting.see_desk", request.actor, request.community)},
        json=lambda: {"rounds": [_as_data(each) for each in found]},
    )


@public
@require_safe
def show_round(request: Visit, round_id: UUID) -> HttpResponse:
    """One round: where it stands, what one can do now, the ideas on the map, what won."""
    round_ = rounds.public_round(request.community, round_id)
    context = {
        "round": round_,
        "area": words.area_of(round_),
        "stages": stages_of(round_),
        "ruling": rounds.public_ruling(round_),
        "projects": _projects(round_),
        "vetters": rounds.vetters_of(round_),
        "own": list(ideas.own_ideas(round_, request.actor)) if request.actor.signed_in else [],
        "sends": _sends(request, round_),
        "entries": timeline(round_.flow, round_, public=True),
        **_ideas(round_),
        **_voting(request, round_),
    }
    return answer(
        request,
        "budgeting/round.html",
        context,
        json=lambda: _as_data(round_) | {"ideas": [_idea_data(each) for each in context["ideas"]]},
    )


@public
@require_safe
def show_rules(request: Visit, round_id: UUID) -> HttpResponse:
    """How it is voted on and counted, as published; the projects with cost and upkeep; why the
    others are not on the ballot."""
    round_ = rounds.public_round(request.community, round_id)
    ruling = rounds.public_ruling(round_)
    if ruling is None:
        raise Http404
    listed = results.projects_of(round_)
    context = {
        "round": round_,
        "ruling": ruling,
        "projects": listed,
        "refused": list(ideas.public_ideas(round_).filter(state="refused")),
        "how": words.how_to_vote(ruling, len(listed)),
        "counted": words.how_counted(ruling),
        "who": words.who_votes(round_, ruling),
        "roll": rounds.roll_at_opening(round_),
        "lot_order": lot_order(round_.lot, [str(each.position) for each in listed])
        if round_.lot
        else (),
    }
    return answer(
        request, "budgeting/rules.html", context, json=lambda: _rules_data(ruling, listed)
    )


@public
@require_safe
def show_result(request: Visit, round_id: UUID) -> HttpResponse:
    """What won and why, project by project; both rules on the same papers, side by side."""
    round_, ruling = _counted(request, round_id)
    context = {"round": round_, "ruling": ruling, **shown(round_, ruling)}
    return answer(request, "budgeting/result.html", context, json=lambda: context["data"])


@public
@require_safe
def download_pb(request: Visit, round_id: UUID) -> HttpResponse:
    """The papers in the format of the research community, where there are enough of them."""
    round_, ruling = _counted(request, round_id)
    if not results.may_tell(round_):
        raise Http404
    name = f"{request.community.code}-{round_.vote_until.isoformat()}.pb"
    return file_response(pb_of(round_, ruling), name, "text/plain; charset=utf-8")


@public
@require_safe
def download_script(request: Visit, round_id: UUID) -> HttpResponse:
    """A small script that counts the file again, on any computer."""
    _counted(request, round_id)
    name, content = recount_file()
    return file_response(content, name, "text/x-python; charset=utf-8")


def _counted(request: Visit, round_id: UUID) -> Any:
    round_ = rounds.public_round(request.community, round_id)
    ruling = rounds.public_ruling(round_)
    if round_.state not in RESULT or ruling is None:
        raise Http404
    return round_, ruling


def _projects(round_: Round) -> list[Any]:
    if round_.state in RESULT:
        return list(projects.won_in(round_))
    if round_.state in ("ruled", "voting", "closed", "counted"):
        return results.projects_of(round_)
    return []


def _ideas(round_: Round) -> dict[str, Any]:
    """The public ideas on the map, and how many are not there, and why not."""
    listed = list(ideas.public_ideas(round_))
    kept = [each for each in listed if each.state != "merged"]
    counts = ideas.counts_by_state(round_)
    return {
        "ideas": kept,
        "merged": len(listed) - len(kept),
        "hidden": counts.get("hidden", 0),
        "waiting": counts.get("sent", 0),
        "drawing": draw(round_.community, kept),
    }


def _sends(request: Visit, round_: Round) -> bool:
    return (
        round_.state == "ideas"
        and timezone.localdate() <= round_.ideas_until
        and may("budgeting.send_idea", request.actor, request.community)
    )


def _voting(request: Visit, round_: Round) -> dict[str, Any]:
    """How the visitor stands to a vote that runs, and how many have voted (from the floor on)."""
    poll = round_.poll
    if poll is None:
        return {}
    told: dict[str, Any] = {"participation": participation(poll)}
    if poll.takes_papers(timezone.now()):
        told |= {"votes_now": True, "standing": standing_of(poll, request.actor)}
    return told


def _as_data(round_: Round) -> dict[str, Any]:
    return {
        "id": round_.pk,
        "title": round_.title,
        "state": round_.state,
        "fen": round_.fen,
        "source": round_.source,
        "ideas_until": round_.ideas_until,
        "vetting_until": round_.vetting_until,
        "vote_from": round_.vote_from,
        "vote_until": round_.vote_until,
    }


def _rules_data(ruling: Ruling, listed: list[Project]) -> dict[str, Any]:
    return results.as_published(ruling) | {
        "sha256": ruling.sha256,
        "lot_drawn": ruling.round.lot,
        "projects": [[each.position, each.title, each.fen] for each in listed],
    }


def _idea_data(idea: Any) -> dict[str, Any]:
    return {
        "number": idea.serial,
        "title": idea.title,
        "text": idea.text,
        "need": idea.need,
        "state": idea.state,
        "outcome": idea.outcome,
    }
