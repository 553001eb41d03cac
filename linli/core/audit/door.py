"""The one door: permission, transaction, audit and notice, in one place, for every write.

    @action("matters.accept", needs="matters.work")
    def accept(act: Act, matter: Matter, *, kind: str) -> Matter: ...

    accept(matter, kind="repair", by=request.actor, at=timezone.now())

The first argument is what the act is about (for a new row: the community, or whatever owns it).
`by` and `at` are always given; `once` is the key of a form, which then does its work only once.
An act about a closed row, or one that makes one, is written into the closed book (`closed.py`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar
from uuid import UUID, uuid4

import rules
from django.db import IntegrityError, models, transaction

from linli.core.audit.actor import Actor
from linli.core.audit.closed import is_closed
from linli.core.audit.models import ClosedEntry, Entry, Submission
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding, Refused
from linli.lib.replayed import Replayed as Replayed


@dataclass(frozen=True)
class Telling:
    """That somebody should hear of the act: an account, a person, or the holders of a post.
    `core/messages` puts it into its queue with the act; `kind` names its sentence. A `closed` one
    says nothing but that there is something to read, and goes to one account or person."""

    kind: str
    community: UUID | None
    at: datetime
    account: UUID | None = None
    person: UUID | None = None
    post: str = ""
    body: UUID | None = None
    subject_kind: str = ""
    subject: UUID | None = None
    values: dict[str, Any] = field(default_factory=dict)
    closed: bool = False


@dataclass
class Act:
    """One act under way: who, when, what about, and what the book will say of it."""

    name: str
    by: Actor
    at: datetime
    subject: Any
    notes: dict[str, Any] = field(default_factory=dict)
    tellings: list[Telling] = field(default_factory=list)
    about: UUID | None = None
    undo: list[Callable[[], object]] = field(default_factory=list)
    """What to take back outside the database (a file written) where the act does not come about;
    called after the rollback, so it must bear being called where the rows are there after all."""
    nameless: bool = False
    closed: bool = False

    def note(self, **values: Any) -> None:
        """Adds to the entry. Labels and numbers only, never a resident's words or name."""
        self.notes.update(values)

    def leave_out_who(self) -> None:
        """The book will say that it was done, and on which day, but neither by whom nor when:
        for the casting of a secret ballot, whose roll is destroyed when the result is final."""
        self.nameless = True

    def keep_closed(self) -> None:
        """The act goes into the closed book though neither what it is about nor what it gives is
        a closed row: where it makes several of them, say."""
        self.closed = True

    def tell(self, kind: str, /, **whom_and_values: Any) -> None:
        """Lets somebody know once the act is committed: `account=`, `person=`, or `post=`
        (with `body=` where only that body's holders are meant), and the sentence's values."""
        whom = {
            key: whom_and_values.pop(key, default)
            for key, default in (("account", None), ("person", None), ("post", ""), ("body", None))
        }
        self.tellings.append(
            Telling(
                kind=kind,
                community=community_of(self.subject),
                at=self.at,
                subject_kind=kind_of(self.subject),
                subject=id_of(self.subject),
                values=whom_and_values,
                **whom,
            )
        )


Arguments = ParamSpec("Arguments")
Result = TypeVar("Result", covariant=True)


class Door(Protocol[Result]):
    """An act as callers see it."""

    action: str
    needs: str

    def __call__(
        self, subject: Any, /, *, by: Actor, at: datetime, once: UUID | None = None, **given: Any
    ) -> Result: ...


ACTIONS: dict[str, Door[Any]] = {}
_deliverers: list[Callable[[list[Telling]], None]] = []
_crossings: dict[str, list[Callable[[Act, Any], object]]] = {}


def deliver_with(deliverer: Callable[[list[Telling]], None]) -> None:
    """Registers who turns tellings into messages (core/messages, which lies above). It is called
    inside the act's transaction and must hand over nothing that would survive a rollback."""
    if deliverer not in _deliverers:
        _deliverers.append(deliverer)


Crossing = TypeVar("Crossing", bound=Callable[[Act, Any], object])


def crosses(name: str) -> Callable[[Crossing], Crossing]:
    """Makes a function what follows from the act `name` in another room: called with the act and
    what it gave, inside its transaction, so that both come about or neither. What it refuses, the
    act is refused. Only `web/crossings` has such functions (a house test sees to it)."""

    def register(function: Crossing) -> Crossing:
        followers = _crossings.setdefault(name, [])
        if function not in followers:
            followers.append(function)
        return function

    return register


def action(
    name: str, *, needs: str
) -> Callable[[Callable[Concatenate[Act, Any, Arguments], Result]], Door[Result]]:
    """Makes a function the act `name`, open to those who hold the permission `needs`."""

    def decorate(function: Callable[Concatenate[Act, Any, Arguments], Result]) -> Door[Result]:
        @wraps(function)
        def door(
            subject: Any, /, *, by: Actor, at: datetime, once: UUID | None = None, **given: Any
        ) -> Result:
            permit(needs, by, subject)
            act = Act(name, by, at, subject)
            try:
                with transaction.atomic():
                    if once is not None:
                        _refuse_replay(once)
                    result = function(act, subject, **given)  # type: ignore[call-arg]
                    _write_down(act, needs, result)
                    for follow in _crossings.get(name, ()):
                        follow(act, result)
                    _hand_over(act)  # with what crossings told in the act's name
                    if once is not None:
                        Submission.objects.create(
                            key=once,
                            action="" if act.closed else name,
                            subject=id_of(result) or id_of(subject),
                            at=_told_moment(act, day_only=act.closed),
                        )
            except BaseException as error:
                for step in act.undo:
                    step()
                if once is not None and isinstance(error, IntegrityError | Refused):
                    _refuse_replay(once)  # the twin of this form was a moment faster
                raise
            return result

        door.action = name  # type: ignore[attr-defined]
        door.needs = needs  # type: ignore[attr-defined]
        assert name not in ACTIONS, f"two acts are called {name}"
        ACTIONS[name] = door  # type: ignore[assignment]
        return door  # type: ignore[return-value]

    return decorate


def permit(permission: str, actor: Actor, subject: Any) -> None:
    """Refuses unless `actor` holds `permission` over `subject`."""
    if not rules.has_perm(permission, actor, subject):
        raise Refused(Finding(False, "access.permitted", numbers={"permission": permission}))


def may(permission: str, actor: Actor, subject: Any = None) -> bool:
    """Whether `actor` holds `permission` over `subject`."""
    return bool(rules.has_perm(permission, actor, subject))


def record_opening(
    action_name: str,
    actor: Actor,
    row: Any,
    *,
    at: datetime,
    about: UUID | None,
    purpose: str = "",
    **said: Any,
) -> None:
    """Writes down that a confidential record was opened, which its subject can read. `said`:
    labels and numbers that go into the note."""
    act = Act(action_name, actor, at, row, about=about)
    act.note(**said)
    if purpose:
        act.note(purpose=purpose)
    with transaction.atomic():
        _write_down(act, "", row)


def record_openings(
    action_name: str,
    actor: Actor,
    rows: Sequence[Any],
    *,
    at: datetime,
    note: dict[str, Any],
    subject: Any = None,
    closed: bool = False,
) -> None:
    """The same for many records opened at once, in one query for each thousand: a list of three
    thousand is as many entries, each read by the person it is about. `subject`: what it was done
    for, where that is not the record itself. `closed`: what was seen of them were closed rows."""
    if not rows:
        return
    held = actor.posts_over(rows[0])
    book: Any = ClosedEntry if closed or is_closed(subject or rows[0]) else Entry
    book.objects.bulk_create(
        (
            book(
                community=community_of(row),
                at=at,
                action=action_name,
                account=actor.account,
                post=held[0].post if held else "",
                channel=actor.channel,
                subject_kind=kind_of(subject or row),
                subject=id_of(subject or row),
                about=id_of(row),
                note=note,
            )
            for row in rows
        ),
        batch_size=1000,
    )


def _write_down(act: Act, needs: str, result: Any) -> None:
    subject = result if isinstance(result, models.Model) else act.subject
    if isinstance(act.subject, models.Model) and is_closed(act.subject):
        subject = act.subject  # the life of a closed row is read from the row alone
    held = act.by.posts_over(act.subject)
    act.closed = act.closed or is_closed(act.subject) or is_closed(result)
    book: Any = ClosedEntry if act.closed else Entry
    book.objects.create(
        # The usual id tells the millisecond of its making.
        id=uuid4() if act.nameless or act.closed else new_id(),
        community=community_of(subject) or community_of(act.subject),
        at=_told_moment(act),
        action=act.name,
        account=None if act.nameless else act.by.account,
        post=held[0].post if held and not act.nameless else "",
        channel=act.by.channel,
        subject_kind=kind_of(subject),
        subject=id_of(subject),
        about=act.about,
        note=act.notes,
    )


def _hand_over(act: Act) -> None:
    if act.tellings:
        # Inside the transaction: the queue is a table of this database, so a telling is handed
        # over if and only if the act is, also where the power goes in that very moment.
        tellings = [replace(telling, closed=act.closed) for telling in act.tellings]
        for deliver in _deliverers:
            deliver(tellings)


def _told_moment(act: Act, *, day_only: bool = False) -> datetime:
    """When the book says it was: of a nameless act only the day."""
    if not act.nameless and not day_only:
        return act.at
    return datetime.combine(local_day(act.at), time(), tzinfo=SHANGHAI)


def _refuse_replay(once: UUID) -> None:
    earlier = Submission.objects.filter(key=once).first()
    if earlier:
        raise Replayed(earlier.subject)


def kind_of(subject: Any) -> str:
    """The model's label, `matters.Matter`; nothing for what is no row."""
    return subject._meta.label if isinstance(subject, models.Model) else ""


def id_of(subject: Any) -> UUID | None:
    """The row's id where it is one of ours."""
    key = subject.pk if isinstance(subject, models.Model) else None
    return key if isinstance(key, UUID) else None


def community_of(subject: Any) -> UUID | None:
    """The community a row belongs to: its own, or itself where it is one."""
    return getattr(subject, "community_id", None)
