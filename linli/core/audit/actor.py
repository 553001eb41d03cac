"""Who acts: a plain value, made once a request (or by a command, or by time itself)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

import rules


@dataclass(frozen=True, slots=True)
class HeldPost:
    """One post held at a place for a term.

    `path` is the place's path, so that a post at a street covers what lies under it;
    `community` is set where the place is a community or lies inside one.
    """

    post: str
    path: str
    community: UUID | None = None
    body: UUID | None = None
    since: date | None = None
    until: date | None = None

    def covers(self, subject: Any) -> bool:
        """Whether `subject` (a row with a community, a place, or nothing) lies in its reach."""
        community = getattr(subject, "community_id", None)
        if community is not None:
            return self.community == community
        path = getattr(subject, "path", None)
        return path is not None and (path == self.path or path.startswith(f"{self.path}/"))


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever acts. `account` and `person` are ids or None; `channel` is how they came:
    `web`, `desk`, `command`, `clock`. An actor never carries a name, so logs cannot leak one."""

    account: UUID | None = None
    person: UUID | None = None
    posts: tuple[HeldPost, ...] = field(default=())
    channel: str = "web"
    dwellings: tuple[UUID, ...] = field(default=())
    bears: frozenset[UUID] = field(default=frozenset())
    """Ids of rows whose receipt this visitor has shown: whoever bears it is the sender."""

    @property
    def signed_in(self) -> bool:
        return self.account is not None

    @property
    def is_clock(self) -> bool:
        return self.channel == "clock"

    def posts_over(self, subject: Any, *names: str) -> tuple[HeldPost, ...]:
        """The posts this actor holds over `subject`, of the given names (any, where none)."""
        return tuple(
            held
            for held in self.posts
            if (not names or held.post in names) and held.covers(subject)
        )

    def bearing(self, row: UUID) -> "Actor":
        """This actor, having shown the receipt of the row `row`."""
        return replace(self, bears=self.bears | {row})

    def holds(self, *names: str, over: Any) -> bool:
        """Whether the actor holds one of the named posts over `over`."""
        return bool(self.posts_over(over, *names))


NOBODY = Actor()
"""Whoever came without signing in: may do what anybody may."""


def the_clock() -> Actor:
    """The actor of what time does by itself."""
    return Actor(channel="clock")


def the_operator() -> Actor:
    """The actor of a command typed on the machine itself by the person who runs it."""
    return Actor(channel="command")


def holds(*posts: str) -> "rules.Predicate":
    """A predicate: the actor holds one of `posts` over the subject."""
    name = f"holds:{'|'.join(posts)}"

    def held(actor: Actor, subject: Any = None) -> bool:
        return actor.holds(*posts, over=subject)

    return rules.Predicate(held, name=name)


def _predicate(name: str) -> Callable[[Callable[..., bool]], "rules.Predicate"]:
    return lambda function: rules.Predicate(function, name=name)


@_predicate("anyone")
def anyone(actor: Actor, subject: Any = None) -> bool:
    """Every visitor, signed in or not."""
    return True


@_predicate("signed_in")
def signed_in(actor: Actor, subject: Any = None) -> bool:
    """Whoever has signed in."""
    return actor.signed_in


@_predicate("clock")
def clock(actor: Actor, subject: Any = None) -> bool:
    """Time itself: what a `due.py` does."""
    return actor.is_clock


@_predicate("operator")
def operator(actor: Actor, subject: Any = None) -> bool:
    """A command typed on the machine by whoever runs the instance."""
    return actor.channel == "command"
