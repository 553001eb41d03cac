"""Voting on a screen: the poll, the paper, the paper looked at once more, and the receipt."""

from contextlib import suppress
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.audit.door import Replayed
from linli.core.pages.answer import answer
from linli.lib.law import Refused, require
from linli.mechanisms.ballot import face
from linli.mechanisms.ballot.actions import cast
from linli.mechanisms.ballot.forms.paper import OnceForm, PaperForm
from linli.mechanisms.ballot.keepers import brief_of, told_by_its_room
from linli.mechanisms.ballot.models import Poll
from linli.mechanisms.ballot.queries import polls
from linli.mechanisms.ballot.queries.counts import count_of, weighed
from linli.mechanisms.ballot.rules import casting
from linli.mechanisms.ballot.rules.secrecy import may_be_told, screens_sheltered


@public
@require_safe
def list_polls(request: Visit) -> HttpResponse:
    """What is being voted on now, and what was decided lately."""
    at = timezone.now()
    context = {
        "open": polls.open_polls(request.community.pk, at)[:50],
        "over": polls.polls_over(request.community.pk),
        "community": request.community,
    }
    return answer(request, "ballot/polls.html", context)


@public
@require_safe
def show_poll(request: Visit, poll: UUID) -> HttpResponse:
    """One poll: how the visitor stands to it while it runs, its result afterwards. Where its room
    alone tells of it, this leads there."""
    found, at = _found(request, poll), timezone.now()
    back_url = polls.way_back(found, request.community.code)
    if back_url and told_by_its_room(found):
        return redirect(back_url)
    told = _result(found)
    cast_so_far = polls.participation(found)
    context = {
        "poll": found,
        "community": request.community,
        "standing": polls.standing_of(found, request.actor),
        "takes_papers": found.takes_papers(at) and found.on_screen,
        "participation": cast_so_far,
        "questions": face.questions_of(found),
        "back_url": back_url,
        **told,
    }
    return answer(
        request,
        "ballot/poll.html",
        context,
        json=lambda: (
            face.as_data(found, told.get("tally"), cast_so_far) | {"held_back": "held_back" in told}
        ),
    )


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def fill_in(request: Visit, poll: UUID) -> HttpResponse:
    """The paper itself; with POST, what was marked already, to be changed."""
    found, turn = _turn(request, poll)
    if turn.done:
        return _to_receipt(request, found, turn)
    given = request.POST if request.method == "POST" else None
    return _paper(request, found, turn, PaperForm(initial=_initial(given, found), poll=found))


@signed_in
@never_cache
@require_POST
def check(request: Visit, poll: UUID) -> HttpResponse:
    """The paper looked at once more, before it falls into the box."""
    found, turn = _turn(request, poll)
    if turn.done:
        return _to_receipt(request, found, turn)
    form = PaperForm(request.POST, poll=found)
    if not form.is_valid():
        return _paper(request, found, turn, form, status=422)
    said = face.in_words(found, polls.paper_form(found), form.pattern())
    context = {
        "poll": found,
        "turn": turn,
        "said": said,
        "blank": not any(each.lines for each in said),
        "carried": form.carried,
        "once": OnceForm(),
        "community": request.community,
    }
    return answer(request, "ballot/check.html", context)


@signed_in
@never_cache
@require_POST
def put_into_box(request: Visit, poll: UUID) -> HttpResponse:
    """Casts the paper; the same form sent again does nothing and shows the same receipt. A
    listed poll's paper has a number, which stands in this one answer and nowhere else: not in an
    address, not in a session, so it cannot be asked for again."""
    found, turn = _turn(request, poll)
    form, once = PaperForm(request.POST, poll=found), OnceForm(request.POST)
    if not form.is_valid() or not once.is_valid():
        return _paper(request, found, turn, form, status=422)
    receipt = None
    with suppress(Replayed):  # it lies in the box already
        receipt = cast(
            found,
            pattern=form.pattern(),
            principal=turn.elector.pk,
            by=request.actor,
            at=timezone.now(),
            once=once.cleaned_data["once"],
        )
    if receipt is None or not receipt.paper:
        return _to_receipt(request, found, turn)
    context = {
        "poll": found,
        "turn": turn,
        "number": receipt.paper,
        "receipt_url": _receipt_url(request, found, turn),
        "community": request.community,
    }
    return answer(request, "ballot/number.html", context)


@signed_in
@never_cache
@require_safe
def show_receipt(request: Visit, poll: UUID) -> HttpResponse:
    """That the paper lies in the box, and the receipt for it."""
    found = _found(request, poll)
    standing = polls.standing_of(found, request.actor)
    turn = _chosen(standing, request)
    if turn is None or not turn.done:
        raise Http404
    context = {
        "poll": found,
        "turn": turn,
        "pending": standing.pending if found.takes_papers(timezone.now()) else (),
        "community": request.community,
    }
    return answer(request, "ballot/done.html", context)


def _found(request: Visit, poll: UUID) -> Poll:
    found = polls.poll_here(request.community.pk, poll)
    if found is None:
        raise Http404
    return found


def _turn(request: Visit, poll: UUID) -> tuple[Poll, polls.Turn]:
    """The poll and the paper asked for, where this visitor may cast it now; refused otherwise."""
    found = _found(request, poll)
    standing = polls.standing_of(found, request.actor)
    require(casting.on_the_roll(found=standing.own is not None))
    turn = _chosen(standing, request)
    if turn is None and standing.given_to is not None:
        raise Refused(casting.not_given_away(given=True))
    if turn is None:
        raise Http404
    if not turn.done:
        require(casting.takes(channel=found.on_screen))
        at = timezone.now()
        require(casting.is_open(found.state, at, found.opened_at, found.closes_at))
    return found, turn


def _chosen(standing: polls.Standing, request: Visit) -> polls.Turn | None:
    """The turn named by `for`, or one's own."""
    wanted = request.POST.get("for") or request.GET.get("for") or ""
    for turn in standing.turns:
        if str(turn.elector.pk) == wanted or (not wanted and not turn.by_proxy):
            return turn
    return None


def _paper(
    request: Visit, poll: Poll, turn: polls.Turn, form: PaperForm, status: int = 200
) -> HttpResponse:
    brief = brief_of(poll)
    said = brief.questions if brief is not None else {}
    context = {
        "poll": poll,
        "turn": turn,
        "form": form,
        "parts": [(each, fields, said.get(each.position)) for each, fields in form.groups],
        "brief": brief,
        "back_url": polls.way_back(poll, request.community.code) if brief is not None else "",
        "community": request.community,
    }
    return answer(request, "ballot/paper.html", context, status=status)


def _initial(given: Any, poll: Poll) -> dict[str, Any]:
    """What was marked before, for whoever goes back to change it."""
    if given is None:
        return {}
    several = {
        f"q{question.position}"
        for question in face.questions_of(poll)
        if question.form == "choose" and (question.seats > 1 or question.write_ins)
    }
    return {name: given.getlist(name) if name in several else given[name] for name in given}


def _to_receipt(request: Visit, poll: Poll, turn: polls.Turn) -> HttpResponse:
    return redirect(_receipt_url(request, poll, turn))


def _receipt_url(request: Visit, poll: Poll, turn: polls.Turn) -> str:
    here = reverse("ballot:done", args=[request.community.code, poll.pk])
    return f"{here}?{urlencode({'for': turn.elector.pk})}"


def _result(poll: Poll) -> dict[str, Any]:
    """What the page tells of the result: nothing before the close, nor while papers are being
    counted by hand, nor of a vote that is void; of a secret vote of few papers that it is held
    back."""
    if poll.state not in ("closed", "settled"):
        return {}
    if not poll.secret:
        if poll.on_paper and poll.state != "settled":
            return {}  # papers that came back are still being typed
        weights = weighed(poll)
        if told_by_its_room(poll) or not may_be_told(weights.papers.valid):
            return {}  # whoever holds the poll says whether it passed
        return {
            "tally": weights.papers,
            "outcomes": face.outcomes(poll, weights.papers),
            "heads": face.outcomes(poll, weights.heads),
            "area": face.outcomes(poll, weights.area, face.square_metres)
            if weights.area.papers
            else [],
        }
    count = count_of(poll)
    if not count.complete:
        return {"count": count}
    enough = may_be_told(count.tally.papers)
    if enough and count.complete:
        enough = screens_sheltered(count.on_screen, count.on_paper)
    if not enough:
        return {"held_back": enough}
    return {
        "count": count,
        "tally": count.tally,
        "outcomes": face.outcomes(poll, count.tally),
    }
