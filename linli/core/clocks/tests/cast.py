"""Those who act in the tests of clocks and of what rides on them."""

from collections.abc import Callable
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from linli.core.access.models import Account, Holding
from linli.core.access.queries import actor_for
from linli.core.audit.actor import Actor
from linli.core.audit.door import ACTIONS, Act, action
from linli.core.places.kinds import COMMUNITY
from linli.core.places.models import Place
from linli.lib.calendar import SHANGHAI

BEGAN = datetime(2025, 1, 2, tzinfo=UTC)


def at(month: int, day: int, hour: int = 10, minute: int = 0, year: int = 2026) -> datetime:
    """A moment in Shanghai."""
    return datetime(year, month, day, hour, minute, tzinfo=SHANGHAI)


def make_community(code: str, name: str) -> Place:
    """A community without the tree above it."""
    place = Place(
        kind="community", level=COMMUNITY, code=code, name=name, full_name=name, path=code
    )
    place.community_id = place.pk
    place.save(force_insert=True)
    return place


def make_account(label: str) -> Account:
    """A way in, with no post."""
    account = Account(label=label, created_at=BEGAN)
    account.username = account.pk.hex
    account.save(force_insert=True)
    return account


def make_holder(place: Place, post: str, label: str, body: Any = None) -> Actor:
    """Somebody who holds a post, as an actor."""
    account = make_account(label)
    Holding.objects.create(
        account=account, post=post, place=place, body=body, since=date(2025, 1, 2)
    )
    return actor_for(account, date(2026, 3, 2))


@contextmanager
def an_act(name: str, needs: str, do: Callable[..., Any]) -> Any:
    """An act of the test's own through the real door: `do(act, subject, **given)`."""

    def done(act: Act, subject: Any, **given: Any) -> Any:
        return do(act, subject, **given)

    door = action(name, needs=needs)(done)
    try:
        yield door
    finally:
        del ACTIONS[name]
