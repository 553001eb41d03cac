"""A round is planned, taken along, handed over, handed in, and ends."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from linli.core.access.models import Account
from linli.core.access.queries import actor_for
from linli.core.audit.door import Act, action, may, permit
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.rounds import rules
from linli.mechanisms.rounds.declaration import (
    BY_CHOICE,
    Question,
    StopGiven,
    keep_questions,
    kind_named,
    kinds,
)
from linli.mechanisms.rounds.forgetting import empty
from linli.mechanisms.rounds.models import Answer, Arrival, Carrier, Conflict, Round, Stop
from linli.mechanisms.rounds.models.coming_in import LATE
from linli.mechanisms.rounds.models.round import ENDED, OPEN, PLANNED, UNDER_WAY
from linli.mechanisms.rounds.queries.rounds import fit_all


@action("rounds.plan", needs="rounds.plan")
def plan(
    act: Act,
    community: Place,
    *,
    kind: str,
    day: date,
    stops: Sequence[StopGiven],
    carriers: Sequence[UUID],
    title: str = "",
    questions: Iterable[Question] = (),
    owner: UUID | None = None,
) -> Round:
    """Plans a round. Its doors are put in the order of the staircases, whatever order they came
    in. `carriers`: accounts, each of whom must hold the kind's `may_carry`."""
    of_kind = kind_named(kind)
    permit(of_kind.plans, act.by, community)
    own = keep_questions(questions)
    on = local_day(act.at)
    require(rules.day_ahead(day, on))
    require(rules.doors_given(len(stops)))
    require(rules.questions_given(len(own) or len(of_kind.questions)))
    require(rules.somebody_carries(len(set(carriers))))
    found = Round.objects.create(
        community_id=community.pk,
        kind=kind,
        title=title or str(of_kind.title),
        day=day,
        own_questions=own,
        owner=owner,
        planned_at=act.at,
        planned_by_id=act.by.account,
    )
    _set_down(found, _in_order(community, stops))
    for account in dict.fromkeys(carriers):
        _let_carry(act, found, account, on)
    act.note(doors=len(stops), carriers=len(set(carriers)))
    for account in set(carriers) - {act.by.account}:
        act.tell("rounds.yours", account=account, doors=len(stops), day=day)
    return found


@action("rounds.name_carrier", needs="rounds.plan")
def name_carrier(act: Act, round_: Round, *, account: UUID) -> Round:
    """One more walks the round. Naming who walks it already changes nothing."""
    _open(round_)
    _let_carry(act, round_, account, local_day(act.at))
    if account != act.by.account:
        doors = Stop.objects.filter(community=round_.community_id, round=round_).count()
        act.tell("rounds.yours", account=account, doors=doors, day=round_.day)
    return round_


@action("rounds.take_along", needs="rounds.walk")
def take_along(act: Act, round_: Round, *, agreed: bool = False) -> Carrier:
    """Takes the doors along on a device, so that the round can be walked without a network.
    Of a kind that asks for it only by an explicit choice (`agreed`)."""
    _open(round_)
    carrier = _carrier(act, round_)
    require(rules.kept_by_choice(round_.kind_of_it.offline == BY_CHOICE, agreed))
    require(rules.day_came(round_.day, local_day(act.at)))
    carrier.taken_at, carrier.handed_in_at = act.at, None
    carrier.save(update_fields=["taken_at", "handed_in_at"])
    set_out(round_)
    act.note(doors=Stop.objects.filter(community=round_.community_id, round=round_).count())
    return carrier


@action("rounds.hand_in", needs="rounds.walk")
def hand_in(act: Act, round_: Round) -> Carrier:
    """Says that a device holds the doors no longer: everything was sent and taken off it."""
    rows = Carrier.objects.filter(
        community=round_.community_id, round=round_, account=act.by.account
    )
    carrier = rows.order_by("-since").first()
    require(rules.carried_by(carrier is not None))
    assert carrier is not None
    carrier.handed_in_at = act.at
    carrier.save(update_fields=["handed_in_at"])
    return carrier


@action("rounds.hand_over", needs="rounds.walk")
def hand_over(act: Act, round_: Round, *, to: UUID, carrier: UUID | None = None) -> Round:
    """Gives the doors to somebody else: the actor's own or, by who planned it, another's
    (`carrier`, an account). What the one before still sends comes in late and is not lost."""
    _open(round_)
    giver = carrier or act.by.account
    if giver != act.by.account:
        permit("rounds.plan", act.by, round_)
    require(rules.another(to == giver))
    rows = Carrier.objects.filter(
        community=round_.community_id, round=round_, account=giver, until__isnull=True
    )
    require(rules.carried_by(rows.update(until=act.at) > 0))
    _let_carry(act, round_, to, local_day(act.at))
    left = Stop.objects.filter(community=round_.community_id, round=round_, outcome=OPEN).count()
    act.note(doors=left)
    act.tell("rounds.yours", account=to, doors=left, day=round_.day)
    return round_


@action("rounds.end", needs="rounds.plan")
def end(act: Act, round_: Round) -> Round:
    """Ends a round. Refused while something waits for a decision; doors that were not reached
    stay as not reached. What a device sends afterwards comes in late."""
    ended = end_now(act, round_)
    doors = Stop.objects.filter(community=round_.community_id, round=round_)
    act.note(doors=doors.count(), open=doors.filter(outcome=OPEN).count())
    return ended


@action("rounds.end_by_itself", needs="rounds.forget")
def end_by_itself(act: Act, round_: Round) -> Round:
    """A closed round nobody has ended is over some days after its day: what was said at its doors
    is not to lie here for ever. What is undecided can still be decided."""
    ended = end_now(act, round_, whatever_waits=True)
    doors = Stop.objects.filter(community=round_.community_id, round=round_)
    act.note(doors=doors.count(), open=doors.filter(outcome=OPEN).count())
    return ended


def end_now(act: Act, round_: Round, *, whatever_waits: bool = False) -> Round:
    """The same as a step of a room's own act: its form was handed over, say. `whatever_waits`:
    what is undecided stays so and can still be decided."""
    found = lock(round_)
    require(rules.still_open(found.state))
    if not whatever_waits:
        require(waiting(found))
    its = {"community": found.community_id, "round": found}
    Carrier.objects.filter(**its, until__isnull=True).update(until=act.at)
    Round.objects.filter(community=found.community_id, pk=found.pk).update(
        state=ENDED, ended_at=act.at, version=F("version") + 1
    )
    round_.refresh_from_db()
    return round_


@action("rounds.forget", needs="rounds.forget")
def forget(act: Act, round_: Round) -> Round:
    """A year after its end the round keeps its counts, and nothing of what was said."""
    empty(round_.community_id, round_.stops.values("pk"), at=act.at)
    Answer.objects.filter(community=round_.community_id, stop__round=round_).delete()
    round_.stops.update(person=None, ref=None, called="")
    round_.forgotten_at = act.at
    round_.save(update_fields=["forgotten_at"])
    act.note(doors=round_.stops.count())
    return round_


def waiting(round_: Round) -> Any:
    """What was found about differences and late entries that nobody has decided."""
    its = {"community": round_.community_id, "round": round_}
    return rules.all_decided(
        Conflict.objects.filter(**its, decided_at__isnull=True).count(),
        Arrival.objects.filter(**its, fate=LATE).count(),
    )


def lock(round_: Round) -> Round:
    """The round, held until the act is done: nobody records into one that is just ending."""
    rows = Round.objects.select_for_update(of=("self",))
    return rows.get(community=round_.community_id, pk=round_.pk)


def set_out(round_: Round) -> None:
    """A planned round is under way from its first door on."""
    Round.objects.filter(community=round_.community_id, pk=round_.pk, state=PLANNED).update(
        state=UNDER_WAY, version=F("version") + 1
    )


def _open(round_: Round) -> None:
    require(rules.still_open(lock(round_).state))


def _carrier(act: Act, round_: Round) -> Carrier:
    rows = Carrier.objects.filter(
        community=round_.community_id, round=round_, account=act.by.account, until__isnull=True
    )
    found = rows.first()
    require(rules.carried_by(found is not None))
    assert found is not None
    return found


def _let_carry(act: Act, round_: Round, account: UUID, on: date) -> None:
    holder = Account.objects.filter(pk=account, is_active=True).first()
    kind = round_.kind_of_it
    allowed = holder is not None and may(kind.may_carry, actor_for(holder, on), round_.community)
    require(rules.may_walk(allowed))
    assert holder is not None
    require(rules.no_ties(fit_all(round_.stops.filter(community=round_.community_id), holder)))
    Carrier.objects.get_or_create(
        community_id=round_.community_id,
        round=round_,
        account_id=account,
        until=None,
        defaults={"since": act.at},
    )


def _in_order(community: Place, stops: Sequence[StopGiven]) -> list[StopGiven]:
    """By compound, building, staircase and door; who has no door comes last. Places and persons
    of other communities are no stops of this one."""
    places = Place.objects.filter(
        community=community.pk, pk__in=[each.place for each in stops if each.place]
    )
    position = dict(places.values_list("pk", "position"))
    persons = set(
        Person.objects.filter(
            community=community.pk, pk__in=[each.person for each in stops if each.person]
        ).values_list("pk", flat=True)
    )
    here = [
        each
        for each in stops
        if (each.place or each.person)
        and (each.place is None or each.place in position)
        and (each.person is None or each.person in persons)
    ]
    require(rules.doors_given(len(here)))
    return sorted(
        here,
        key=lambda each: (
            each.place is None,
            position.get(each.place, "") if each.place else "",
            str(each.person),
        ),
    )


def _set_down(round_: Round, stops: Sequence[StopGiven]) -> None:
    asked = {question.key for question in round_.questions}
    rows = [
        Stop(
            community_id=round_.community_id,
            round=round_,
            number=number,
            place_id=each.place,
            person_id=None if round_.is_closed else each.person,
            called=each.called[:20],
            ref=each.ref,
            asks=[key for key in each.asks if key in asked],
            last_on=each.last_on,
        )
        for number, each in enumerate(stops, 1)
    ]
    Stop.objects.bulk_create(rows, batch_size=500)
    answers = [
        Answer(
            community_id=round_.community_id,
            stop=row,
            key=question.key,
            last=each.last.get(question.key, ""),
        )
        for row, each in zip(rows, stops, strict=True)
        for question in row.questions
    ]
    Answer.objects.bulk_create(answers, batch_size=500)


def left_open(on: date) -> QuerySet[Round]:
    """Closed rounds whose day is over and that nobody has ended."""
    closed = [kind.key for kind in kinds() if kind.is_closed]
    rows = Round.objects.across_communities("time runs everywhere")
    return rows.filter(kind__in=closed, day__lt=on).exclude(state=ENDED)


def ended_before(moment: datetime) -> Any:
    """Rounds over since before a moment, of which something may still be held."""
    return Round.objects.across_communities("time runs everywhere").filter(
        state=ENDED, forgotten_at__isnull=True, ended_at__lt=moment
    )
