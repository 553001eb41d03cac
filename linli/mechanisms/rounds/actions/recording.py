"""What comes in from a door: answers, that nothing changed, that nobody was met. Each entry has the
key its device gave it, so that sending it again does its work once (`once=key` at the door).

What cannot be taken any more (the round has ended, the doors were handed over, the room's own
papers are closed) is kept as come late, for a person to decide. Nothing is overwritten.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.rounds import rules
from linli.mechanisms.rounds.actions.planning import lock, set_out
from linli.mechanisms.rounds.declaration import LONGEST_TEXT, Question
from linli.mechanisms.rounds.models import Answer, Arrival, Attempt, Carrier, Conflict, Stop
from linli.mechanisms.rounds.models.coming_in import (
    ATTEMPT,
    CONFLICT,
    LATE,
    NO_CHANGE,
    RECORD,
    REFUSED,
    TAKEN,
)
from linli.mechanisms.rounds.models.round import ANSWERED, DECLINED, OPEN, UNCHANGED
from linli.mechanisms.rounds.permissions import carries
from linli.mechanisms.rounds.queries.rounds import fit_all

NO_KEYS: tuple[str, ...] = ()


@action("rounds.record", needs="rounds.walk")
def record(
    act: Act,
    stop: Stop,
    *,
    answers: Mapping[str, str],
    key: UUID,
    said_at: datetime,
    seen: Mapping[str, int] | None = None,
    after: Iterable[str] = NO_KEYS,
    device: str = "",
) -> Arrival:
    """Writes down what was said. Only what changed need be given; the rest of last time's stands.
    `seen`: by question the version the device knew (none: it knew none); `after`: the keys of the
    same device's earlier entries at this door."""
    words = _tidied(stop, answers)
    require(rules.something_said(len(words)))
    content = {"answers": words, "seen": dict(seen or {}), "after": list(after)}
    return _take_in(act, stop, RECORD, content, key=key, said_at=said_at, device=device)


@action("rounds.no_change", needs="rounds.walk")
def no_change(
    act: Act,
    stop: Stop,
    *,
    key: UUID,
    said_at: datetime,
    second: UUID | None = None,
    seen: Mapping[str, int] | None = None,
    after: Iterable[str] = NO_KEYS,
    device: str = "",
) -> Arrival:
    """Writes down that everything known of the door is as it was. Where the kind asks for two
    names, `second` is the other carrier who stood there. Where another device meanwhile recorded
    something else, both stay and a person decides."""
    known = {each.key: each.last for each in _answers(stop) if each.last}
    require(rules.was_asked_before(len(known)))
    _require_two(act, stop, second)
    content = {
        "answers": known,
        "seen": dict(seen or {}),
        "after": list(after),
        "second": str(second) if second else "",
    }
    return _take_in(act, stop, NO_CHANGE, content, key=key, said_at=said_at, device=device)


@action("rounds.note_attempt", needs="rounds.walk")
def note_attempt(
    act: Act,
    stop: Stop,
    *,
    way: str,
    result: str,
    key: UUID,
    said_at: datetime,
    device: str = "",
) -> Arrival:
    """Notes that somebody was not met, or did not want to say anything."""
    content = {"way": way, "result": result}
    return _take_in(act, stop, ATTEMPT, content, key=key, said_at=said_at, device=device)


def _take_in(
    act: Act,
    stop: Stop,
    sort: str,
    content: Mapping[str, Any],
    *,
    key: UUID,
    said_at: datetime,
    device: str,
) -> Arrival:
    round_ = lock(stop.round)
    arrival = Arrival(
        community_id=stop.community_id,
        round=round_,
        stop=stop,
        key=key,
        sort=sort,
        said_at=rules.not_from_the_future(said_at, act.at),
        at=act.at,
        by_id=act.by.account,
        device=device[:40],
        fate=TAKEN,
    )
    late = _comes_late(act, stop, round_)
    if late is None:
        try:
            with transaction.atomic():
                put_down(act, arrival, content)
        except Refused as refusal:  # by the room: its papers are closed, say
            late = refusal.finding
            stop.refresh_from_db()
    if late is not None:
        arrival.fate, arrival.reason = LATE, late.rule
        arrival.content = json.dumps(content, ensure_ascii=False)
    arrival.save(force_insert=True)
    act.note(fate=arrival.fate)
    if arrival.fate in (LATE, CONFLICT) and round_.planned_by_id not in (None, act.by.account):
        act.tell("rounds.to_decide", account=round_.planned_by_id)
    return arrival


def _comes_late(act: Act, stop: Stop, round_: Any) -> Finding | None:
    """Why it cannot be taken any more, if it cannot. Who planned the round types in from paper
    without walking it; who walked it once does not walk it now."""
    if not (open_ := rules.still_open(round_.state)):
        return open_
    walked = carries(act.by, round_)
    now = rules.carried_by(not walked or carries(act.by, round_, now=True))
    return None if now else now


def put_down(act: Act, arrival: Arrival, content: Mapping[str, Any]) -> None:
    """Carries an entry out: its answers are merged, the room is told what is now known. Sets the
    arrival's fate; raises `Refused` where the room does not take it."""
    stop = arrival.stop
    set_out(stop.round)
    if arrival.sort == ATTEMPT:
        _note(arrival, content)
        return
    apart = _merge(arrival, content)
    arrival.fate = CONFLICT if apart else arrival.fate
    wanted = UNCHANGED if arrival.sort == NO_CHANGE else ANSWERED
    if not (apart and stop.outcome in (ANSWERED, UNCHANGED)):
        stop.outcome, stop.done_at, stop.done_by_id = wanted, arrival.said_at, arrival.by_id
        stop.second_id = UUID(content["second"]) if content.get("second") else None
        stop.save(update_fields=["outcome", "done_at", "done_by", "second"])
    stop.round.kind_of_it.arrived(stop, known_at(stop), act.by, act.at)


def known_at(stop: Stop) -> dict[str, str]:
    """By question what is now known at a door; a question two answered apart is left out until a
    person has decided, and one whose answer was emptied."""
    open_keys = set(
        Conflict.objects.filter(
            community=stop.community_id, stop=stop, decided_at__isnull=True
        ).values_list("key", flat=True)
    )
    return {
        each.key: each.known
        for each in _answers(stop)
        if each.key not in open_keys and (each.said_at or each.last)
    }


def _merge(arrival: Arrival, content: Mapping[str, Any]) -> int:
    """Puts each answer down, or beside the one that stands; returns how many stand apart."""
    apart = 0
    standing = {each.key: each for each in _answers(arrival.stop)}
    for key, value in content["answers"].items():
        answer = standing[key]
        stands = rules.Standing(answer.value, answer.version, tuple(answer.entries))
        said = rules.Said(
            value,
            str(arrival.key),
            int(content["seen"].get(key, 0)),
            tuple(content["after"]),
        )
        match rules.merge(stands, said):
            case rules.TAKE:
                put(answer, rules.put(stands, said), arrival)
            case rules.CONFLICT:
                apart += 1
                _set_beside(answer, value, arrival)
    return apart


def put(answer: Answer, stands: rules.Standing, arrival: Arrival) -> None:
    """Writes what now stands."""
    answer.value, answer.version = stands.value, stands.version
    answer.entries, answer.said_at = list(stands.entries), arrival.said_at
    answer.said_by_id, answer.device = arrival.by_id, arrival.device
    answer.save(update_fields=["value", "version", "entries", "said_at", "said_by", "device"])


def _set_beside(answer: Answer, value: str, arrival: Arrival) -> None:
    Conflict.objects.create(
        community_id=answer.community_id,
        round=arrival.round,
        stop=arrival.stop,
        key=answer.key,
        kept_value=answer.value,
        kept_by_id=answer.said_by_id,
        kept_at=answer.said_at,
        kept_device=answer.device,
        other_value=value,
        other_by_id=arrival.by_id,
        other_at=arrival.said_at,
        other_device=arrival.device,
        other_entry=arrival.key,
    )


def _note(arrival: Arrival, content: Mapping[str, Any]) -> None:
    Attempt.objects.create(
        community_id=arrival.community_id,
        stop=arrival.stop,
        at=arrival.said_at,
        by_id=arrival.by_id,
        way=content["way"],
        result=content["result"],
        entry=arrival.key,
    )
    stop = arrival.stop
    if content["result"] == REFUSED and stop.outcome == OPEN:
        stop.outcome, stop.done_at, stop.done_by_id = DECLINED, arrival.said_at, arrival.by_id
        stop.save(update_fields=["outcome", "done_at", "done_by"])


def _answers(stop: Stop) -> Any:
    """The answers of a door; locked with their round already."""
    return Answer.objects.filter(community=stop.community_id, stop=stop).order_by("key")


def _tidied(stop: Stop, answers: Mapping[str, str]) -> dict[str, str]:
    """The words without stray spaces, each of the sort its question asks for."""
    asked = {question.key: question for question in stop.questions}
    require(rules.asked_here(answers, asked))
    tidied = {key: " ".join(str(value).split()) for key, value in answers.items()}
    for key, value in tidied.items():
        require(fits(asked[key], value))
    return tidied


def fits(question: Question, value: str) -> Finding:
    """Whether a value is of the sort its question asks for."""
    return rules.fits(
        str(question.title),
        question.kind,
        value,
        choices=[code for code, _words in question.choices],
        least=question.least,
        most=question.most,
        longest=LONGEST_TEXT,
    )


def _require_two(act: Act, stop: Stop, second: UUID | None) -> None:
    wanted = stop.round.kind_of_it.two_names
    rows = Carrier.objects.filter(community=stop.community_id, round=stop.round_id)
    others = {str(account) for account in rows.values_list("account", flat=True)} if wanted else ()
    require(rules.two_went(wanted, str(second or ""), others, str(act.by.account or "")))
    other = Account.objects.filter(pk=second).first() if second else None
    if other is not None:
        mine = Stop.objects.filter(community=stop.community_id, pk=stop.pk)
        require(rules.no_ties(fit_all(mine, other)))
