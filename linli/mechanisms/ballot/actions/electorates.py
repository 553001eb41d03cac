"""The roll: drafted, frozen with its hash, corrected with a reason. Steps of a domain's acts.

roll = draft_electorate(act, community, base="electors", title=…, as_of=…)
add_electors(act, roll, [Entrant(name="…", person=…, ground="hukou", group="1号楼"), …])
freeze(act, roll)
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Max, Q

from linli.core.audit.door import Act
from linli.lib.law import Refused, require
from linli.mechanisms.ballot.models import Elector, Electorate, ElectorateVersion, Mark, Proxy
from linli.mechanisms.ballot.queries.rolls import digest_of
from linli.mechanisms.ballot.rules import roll as rules

_NUMBER = """
UPDATE ballot_elector SET number = counted.place FROM (
    SELECT id, row_number() OVER (ORDER BY id) AS place FROM ballot_elector
    WHERE community_id = %s AND electorate_id = %s
) AS counted WHERE ballot_elector.id = counted.id
"""


@dataclass(frozen=True, slots=True)
class Entrant:
    """Who is put on a roll: as posted (`name`, `group`), why (`ground`, a short code), and what
    it weighs (`heads`, `area` in hundredths of a square metre)."""

    name: str
    person: UUID | None = None
    household: UUID | None = None
    ground: str = ""
    group: str = ""
    heads: int = 1
    area: int = 0


def draft_electorate(act: Act, community: Any, *, base: str, title: str, as_of: date) -> Electorate:
    """An empty roll as of a day."""
    return Electorate.objects.create(community=community, base=base, title=title, as_of=as_of)


def add_electors(act: Act, electorate: Electorate, entrants: Iterable[Entrant]) -> int:
    """Puts people on a drafted roll, in the order in which it will be numbered. Refused where
    somebody would stand on it twice."""
    require(rules.is_drafted(electorate.version))
    rows = [_elector(electorate, entrant) for entrant in entrants]
    try:
        with transaction.atomic():
            Elector.objects.bulk_create(rows, batch_size=500)
    except IntegrityError as error:
        raise Refused(rules.not_yet_there(there=True)) from error
    return len(rows)


def remove_elector(act: Act, elector: Elector) -> None:
    """Takes a line out of a roll that is still drafted."""
    require(rules.is_drafted(_now(elector.electorate).version))
    elector.delete()


def freeze(act: Act, electorate: Electorate) -> Electorate:
    """Numbers the lines, hashes the list, and freezes the roll as version 1."""
    require(rules.is_drafted(electorate.version))
    here = Elector.objects.filter(community=electorate.community_id, electorate=electorate)
    require(rules.has_somebody(here.count()))
    key = Elector._meta.pk
    assert key is not None
    ids = [key.get_db_prep_value(i, connection) for i in (electorate.community_id, electorate.pk)]
    with connection.cursor() as cursor:
        cursor.execute(_NUMBER, ids)
    return _advance(act, electorate, "frozen")


def untie_electors(act: Act, electorate: Electorate) -> None:
    """Whoever stood on a roll whose votes are over and whose papers are destroyed is tied to the
    register no longer; lines, numbers and weights stay. A step of a domain's act."""
    Elector.objects.filter(community=electorate.community_id, electorate=electorate).update(
        person=None, household=None
    )


def enrol(act: Act, electorate: Electorate, entrant: Entrant, *, reason: str) -> Elector:
    """Adds somebody to a frozen roll, with the next number."""
    require(rules.is_frozen(electorate.version))
    require(rules.has_ground(reason))
    elector = _elector(electorate, entrant)
    highest = Elector.objects.filter(
        community=electorate.community_id, electorate=electorate
    ).aggregate(highest=Max("number"))["highest"]
    elector.number = (highest or 0) + 1
    try:
        with transaction.atomic():
            elector.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(rules.not_yet_there(there=True)) from error
    _advance(act, electorate, "added", elector, reason)
    return elector


def strike(act: Act, elector: Elector, *, reason: str) -> Elector:
    """Strikes a line of a frozen roll; its number is not given again, and mandates given by it
    or to it fall. Refused for who has already had a paper of a vote over this roll."""
    electorate = _correctable(elector, reason)
    marked = Mark.objects.filter(community=elector.community_id, elector=elector).exists()
    require(rules.without_marks(has_paper=marked))
    elector.struck_at = act.at
    elector.save(update_fields=["struck_at"])
    # After the line itself: a mandate that was being given meanwhile is seen here.
    Proxy.objects.filter(
        Q(principal=elector) | Q(holder=elector),
        community=elector.community_id,
        revoked_at__isnull=True,
    ).update(revoked_at=act.at)
    _advance(act, electorate, "struck", elector, reason)
    return elector


def amend(act: Act, elector: Elector, *, reason: str, **columns: Any) -> Elector:
    """Puts a line of a frozen roll right: `name`, `group`, `ground`, `heads`, `area`."""
    electorate = _correctable(elector, reason)
    if unknown := set(columns) - {"name", "group", "ground", "heads", "area"}:
        raise ValueError(f"not to be amended: {sorted(unknown)}")
    for name, value in columns.items():
        setattr(elector, name, value)
    elector.save(update_fields=list(columns))
    _advance(act, electorate, "amended", elector, reason)
    return elector


def _elector(electorate: Electorate, entrant: Entrant) -> Elector:
    return Elector(
        community_id=electorate.community_id,
        electorate=electorate,
        person_id=entrant.person,
        household_id=entrant.household,
        name=entrant.name,
        ground=entrant.ground,
        group=entrant.group,
        heads=entrant.heads,
        area=entrant.area,
    )


def _correctable(elector: Elector, reason: str) -> Electorate:
    electorate = _now(elector.electorate)
    require(rules.is_frozen(electorate.version))
    require(rules.has_ground(reason))
    require(rules.still_there(struck=elector.struck_at is not None))
    return electorate


def _now(electorate: Electorate) -> Electorate:
    """The roll as it is in this transaction."""
    found: Electorate = Electorate.objects.get(community=electorate.community_id, pk=electorate.pk)
    return found


def _advance(
    act: Act,
    electorate: Electorate,
    change: str,
    elector: Elector | None = None,
    reason: str = "",
) -> Electorate:
    """The next version of the roll; of two corrections at once, one is made."""
    seen = electorate.version
    listed = digest_of(electorate)
    values = {"version": seen + 1, "size": listed.size, "sha256": listed.sha256}
    if change == "frozen":
        values["frozen_at"] = act.at
    changed = Electorate.objects.filter(
        community=electorate.community_id, pk=electorate.pk, version=seen
    ).update(**values)
    if not changed:
        raise Refused(rules.unchanged_since(seen, _now(electorate).version))
    for name, value in values.items():
        setattr(electorate, name, value)
    ElectorateVersion.objects.create(
        community_id=electorate.community_id,
        electorate=electorate,
        version=electorate.version,
        at=act.at,
        account_id=act.by.account,
        change=change,
        elector=elector,
        reason=" ".join(reason.split()),
        size=listed.size,
        sha256=listed.sha256,
    )
    act.note(version=electorate.version, size=listed.size)
    return electorate
