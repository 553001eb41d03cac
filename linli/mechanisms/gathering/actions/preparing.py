"""Preparing and calling a gathering, as steps of the domain's own acts.

@action("assemblies.call", needs="assemblies.convene")
def call_assembly(act: Act, assembly: Assembly, *, urgent_reason: str = "") -> Assembly:
    notice = law.notice_in_time(…)
    call(act, assembly.gathering, notice=notice, urgent_reason=urgent_reason)
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act
from linli.core.people.names import keys_of
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, require
from linli.mechanisms.gathering import rules
from linli.mechanisms.gathering.actions.moving import move
from linli.mechanisms.gathering.kinds import kind_named
from linli.mechanisms.gathering.models import AgendaItem, Expected, Gathering

NO_FIGURES: Mapping[str, int] = {}
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Business:
    """One item of an agenda. `decides`: something is to be decided on it."""

    title: str
    text: str = ""
    presenter: str = ""
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody expected: their name, in which capacity, and who it is where that is known."""

    name: str
    capacity: str
    group: str = ""
    person: UUID | None = None
    account: UUID | None = None


def prepare(
    act: Act,
    community: Place,
    *,
    kind: str,
    title: str,
    called_by: str,
    venue: str,
    starts_at: datetime,
    agenda: Sequence[Business] = (),
    bases: Mapping[str, int] = NO_FIGURES,
    place: Place | None = None,
) -> Gathering:
    """A gathering nobody has been told of yet. `starts_at` is a moment; pages show it in
    Shanghai's time. KeyError for a kind no domain has."""
    kind_named(kind)
    gathering = Gathering.objects.create(
        community=community,
        kind=kind,
        title=title,
        called_by=called_by,
        venue=venue,
        place=place,
        starts_at=starts_at,
        bases=dict(bases),
        door_code=receipt_from(secrets.token_bytes(16)),
    )
    set_agenda(act, gathering, agenda)
    return gathering


def set_meeting(act: Act, gathering: Gathering, **values: Any) -> Gathering:
    """Changes title, time, venue, caller or figures before the notice goes out."""
    allowed = {"title", "called_by", "venue", "place", "starts_at", "bases"}
    if set(values) - allowed:
        raise TypeError(f"not to be set here: {sorted(set(values) - allowed)}")
    return move(act, gathering, from_=(rules.PREPARED,), **values)


def set_agenda(act: Act, gathering: Gathering, agenda: Sequence[Business]) -> list[AgendaItem]:
    """The agenda in its order, as a whole. Only before the notice goes out: what people were
    not told of is not decided on."""
    require(rules.stands(gathering.state, rules.PREPARED))
    AgendaItem.objects.filter(community=gathering.community_id, gathering=gathering).delete()
    items = [
        AgendaItem(
            community_id=gathering.community_id,
            gathering=gathering,
            order=order,
            title=each.title,
            text=each.text,
            presenter=each.presenter,
            decides=each.decides,
        )
        for order, each in enumerate(agenda, 1)
    ]
    AgendaItem.objects.bulk_create(items)
    act.note(items=len(items))
    return items


def expect(act: Act, gathering: Gathering, members: Iterable[Member]) -> int:
    """Who is expected, as a whole list; each gets an invitation with a code of its own. Says
    how many. ValueError for a capacity this sort of gathering does not know."""
    require(rules.stands(gathering.state, rules.PREPARED))
    rows = [_row(gathering, member) for member in members]
    Expected.objects.filter(community=gathering.community_id, gathering=gathering).delete()
    Expected.objects.bulk_create(rows, batch_size=_AT_ONCE)
    act.note(expected=len(rows))
    return len(rows)


def expect_another(act: Act, gathering: Gathering, member: Member) -> None:
    """One more is expected, after the notice as well; who is on the list already stays there once.
    ValueError for a capacity this sort of gathering does not know."""
    require(rules.stands(gathering.state, rules.PREPARED, rules.CALLED))
    row = _row(gathering, member)
    listed = Expected.objects.filter(
        community=gathering.community_id, gathering=gathering, capacity=member.capacity
    )
    if not listed.filter(person=member.person, account=member.account, name=member.name).exists():
        row.save(force_insert=True)


def _row(gathering: Gathering, member: Member) -> Expected:
    if member.capacity not in {capacity.code for capacity in gathering.sort.capacities}:
        raise ValueError(f"{gathering.kind} knows no capacity {member.capacity!r}")
    return Expected(
        community_id=gathering.community_id,
        gathering=gathering,
        capacity=member.capacity,
        name=member.name,
        name_keys=keys_of(member.name),
        group=member.group,
        person_id=member.person,
        account_id=member.account,
        slip=receipt_from(secrets.token_bytes(16)),
    )


def call(
    act: Act,
    gathering: Gathering,
    *,
    notice: Finding | None = None,
    urgent_reason: str = "",
    conditions: Iterable[Finding] = (),
) -> Gathering:
    """Gives notice. `notice`: the domain's rule whether it is early enough; where it does not
    hold, only a reason of urgency, which is recorded and told, lets it pass."""
    reason = " ".join(urgent_reason.split())
    noticed_on, meets_on = local_day(act.at), local_day(gathering.starts_at)
    require(rules.lies_ahead(noticed_on, meets_on))
    items = AgendaItem.objects.filter(community=gathering.community_id, gathering=gathering)
    require(rules.has_business(items.count()))
    for finding in conditions:
        require(finding)
    if notice is not None and not reason:
        require(notice)
    in_time = notice is None or notice.holds
    days = rules.days_of_notice(noticed_on, meets_on)
    move(
        act,
        gathering,
        from_=(rules.PREPARED,),
        state=rules.CALLED,
        noticed_at=act.at,
        notice_days=days,
        urgent_reason="" if in_time else reason,
    )
    act.note(days=days, urgent=not in_time)
    return gathering


def cancel(act: Act, gathering: Gathering, *, reason: str) -> Gathering:
    """Calls it off before it has begun; the reason is told to everybody who was asked."""
    require(Finding(bool(reason.strip()), "gathering.reasoned"))
    return move(
        act,
        gathering,
        from_=(rules.PREPARED, rules.CALLED),
        state=rules.CANCELLED,
        cancelled_at=act.at,
        cancelled_for=" ".join(reason.split()),
    )
