"""A person decides: which of two values is right, and whether what came late is taken."""

import json

from django.db import transaction

from linli.core.audit.door import Act, action
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused, require
from linli.mechanisms.rounds import rules
from linli.mechanisms.rounds.actions.planning import lock
from linli.mechanisms.rounds.actions.recording import fits, known_at, put, put_down
from linli.mechanisms.rounds.models import Answer, Arrival, Conflict
from linli.mechanisms.rounds.models.coming_in import DROPPED, LATE, TAKEN, TAKEN_LATE


@action("rounds.decide_conflict", needs="rounds.plan")
def decide_conflict(
    act: Act, conflict: Conflict, *, choice: str, seen: int, value: str = ""
) -> Conflict:
    """Says which of the two is right, or that neither is and what is (`value`). Both stay
    readable. `seen`: the version of what stood when it was decided."""
    lock(conflict.round)
    found = _open_conflict(conflict)
    stop = found.stop
    answer = Answer.objects.get(community=found.community_id, stop=stop, key=found.key)
    require(rules.still_the_value(seen, answer.version))
    words = " ".join(value.split())
    if choice == Conflict.THIRD:
        require(rules.something_said(1 if words else 0))
        asked = {question.key: question for question in stop.questions}
        require(fits(asked[found.key], words))
    right = {Conflict.KEPT: found.kept_value, Conflict.OTHER: found.other_value}.get(choice, words)
    found.choice, found.decided_at, found.decided_by_id = choice, act.at, act.by.account
    found.save(update_fields=["choice", "decided_at", "decided_by"])
    if right != answer.value:
        stands = rules.Standing(right, answer.version + 1, (str(new_id()),))
        put(answer, stands, _decided(act, found))
    try:
        with transaction.atomic():
            stop.round.kind_of_it.arrived(stop, known_at(stop), act.by, act.at)
    except Refused as refusal:  # its papers are closed: the decision stands here all the same
        act.note(room=refusal.finding.rule)
    act.note(choice=choice)
    return found


@action("rounds.take_late", needs="rounds.plan")
def take_late(act: Act, arrival: Arrival) -> Arrival:
    """Takes what came late after all, as if it had come in time: where it says something else
    than what stands, both stay and wait for a decision."""
    lock(arrival.round)
    found = _late(arrival)
    require(rules.still_kept(found.content))
    found.fate = TAKEN
    put_down(act, found, json.loads(found.content))
    found.fate = TAKEN_LATE
    return _decide(act, found)


@action("rounds.drop_late", needs="rounds.plan")
def drop_late(act: Act, arrival: Arrival) -> Arrival:
    """Does not take what came late. It stays readable with the round."""
    lock(arrival.round)
    found = _late(arrival)
    found.fate = DROPPED
    return _decide(act, found)


def _decided(act: Act, conflict: Conflict) -> Arrival:
    """Whoever decided stands for the value from now on."""
    return Arrival(
        community_id=conflict.community_id, said_at=act.at, by_id=act.by.account, device=""
    )


def _open_conflict(conflict: Conflict) -> Conflict:
    rows = Conflict.objects.select_for_update(of=("self",)).select_related("stop__round")
    found = rows.get(community=conflict.community_id, pk=conflict.pk)
    require(rules.not_decided_yet(found.decided_at is None))
    return found


def _late(arrival: Arrival) -> Arrival:
    rows = Arrival.objects.select_for_update(of=("self",)).select_related("stop__round", "round")
    found = rows.get(community=arrival.community_id, pk=arrival.pk)
    require(rules.not_decided_yet(found.fate == LATE))
    return found


def _decide(act: Act, arrival: Arrival) -> Arrival:
    arrival.decided_at, arrival.decided_by_id = act.at, act.by.account
    arrival.save(update_fields=["fate", "decided_at", "decided_by"])
    act.note(fate=arrival.fate)
    return arrival
