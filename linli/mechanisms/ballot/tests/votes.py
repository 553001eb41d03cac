"""A roll of made-up residents, a poll over it, and every step as an act through the real door."""

from contextlib import contextmanager
from datetime import date
from typing import Any

import rules
from django.utils import timezone

from linli.core.audit.actor import Actor, anyone
from linli.core.clocks.tests.cast import an_act, at, make_account
from linli.core.people.models import Person
from linli.lib.identity.ids import new_id
from linli.mechanisms.ballot import actions
from linli.mechanisms.ballot.models import Elector

NOON = at(6, 20, 12)
EVENING = at(6, 20, 18)
FOR = {"1": {"marks": {"0": "for"}}}
AGAINST = {"1": {"marks": {"0": "against"}}}


@contextmanager
def stepping():
    """`take(step, subject, *more, by=…, at=…, **given)`: any step as an act of its own."""

    def do(act, subject, *, step, more, given):
        return step(act, subject, *more, **given)

    name = f"tests.step_{new_id().hex[-6:]}"
    rules.add_perm(name, anyone)
    try:
        with an_act(name, name, do) as door:

            def take(step, subject, *more, by=None, moment=NOON, **given):
                return door(subject, step=step, more=more, given=given, by=by or Actor(), at=moment)

            yield take
    finally:
        rules.remove_perm(name)  # the lists of what there is are written in this process, too


def make_person(community: Any, name: str) -> Person:
    now = timezone.now()
    return Person.objects.create(community=community, name=name, registered_at=now, changed_at=now)


def make_roll(take: Any, community: Any, number: int, base: str = "electors", **weights: Any):
    """A frozen roll of so many people, each of the register."""
    roll = take(
        actions.draft_electorate, community, base=base, title="选民名单", as_of=date(2026, 6, 20)
    )
    people = [make_person(community, f"居民{place}") for place in range(1, number + 1)]
    take(
        actions.add_electors,
        roll,
        [
            actions.Entrant(name=person.name, person=person.pk, group="1号楼", **weights)
            for person in people
        ],
    )
    return take(actions.freeze, roll)


def make_poll(take: Any, roll: Any, *, opened: bool = True, **given: Any):
    """A poll on one motion, on a screen unless told otherwise."""
    poll = take(
        actions.prepare_poll,
        roll,
        **{"title": "停车方案", "on_paper": False, "on_screen": True, **given},
    )
    take(actions.ask, poll, title="同意停车方案吗？", form="motion")
    return take(actions.open_poll, poll) if opened else poll


def elector(roll: Any, number: int) -> Elector:
    return Elector.objects.get(community=roll.community_id, electorate=roll, number=number)


def as_actor(each: Elector) -> Actor:
    """Somebody on the roll, signed in."""
    account = make_account(f"{each.pk}")
    return Actor(account=account.pk, person=each.person_id)
