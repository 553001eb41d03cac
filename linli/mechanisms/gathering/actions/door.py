"""The door: who came, once in each capacity, whichever way they were signed in."""

from uuid import UUID

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.lib.identity.receipt import parse_receipt
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.gathering import rules
from linli.mechanisms.gathering.actions.moving import hold
from linli.mechanisms.gathering.models import Attendance, Expected, Gathering


@action("gathering.check_in", needs="gathering.keep")
def check_in(
    act: Act,
    gathering: Gathering,
    *,
    expected: Expected | None = None,
    name: str = "",
    capacity: str = "",
    way: str = "desk",
) -> Attendance:
    """Signs somebody in at the desk: one of those expected, or by name in a capacity in which
    people may walk in."""
    if expected is not None:
        return _sign_in(act, gathering, expected, way=way)
    sort = gathering.sort
    walks_in = any(each.code == capacity and each.walks_in for each in sort.capacities)
    require(Finding(walks_in, "gathering.walks_in"))
    require(Finding(bool(name.strip()), "gathering.named"))
    return _write(act, gathering, Attendance(capacity=capacity, name=name.strip(), way=way))


@action("gathering.check_in_with_slip", needs="gathering.come")
def check_in_with_slip(act: Act, gathering: Gathering, *, door_code: str, slip: str) -> Attendance:
    """Somebody signs in with the code on their invitation, at the door, whose code they
    scanned. Away from the door the invitation opens nothing."""
    _at_the_door(gathering, door_code)
    code = parse_receipt(slip)
    found = None
    if isinstance(code, str):
        found = Expected.objects.filter(
            community=gathering.community_id, gathering=gathering, slip=code
        ).first()
    if found is None:
        raise Refused(Finding(False, "gathering.invited"))
    return _sign_in(act, gathering, found, way="slip")


@action("gathering.check_in_myself", needs="gathering.come")
def check_in_myself(
    act: Act, gathering: Gathering, *, door_code: str, capacity: str = "", name: str = ""
) -> Attendance:
    """Somebody signs in with their account, at the door: as what they are expected, else as a
    visitor in a capacity in which people may walk in."""
    _at_the_door(gathering, door_code)
    mine = expected_as(gathering, act.by.account, act.by.person)
    if mine:
        return _sign_in(act, gathering, mine[0], way="account")
    walks_in = [each.code for each in gathering.sort.capacities if each.walks_in]
    if act.by.account is None or capacity not in walks_in:
        raise Refused(Finding(False, "gathering.invited"))
    row = Attendance(
        capacity=capacity,
        name=name,
        way="account",
        account_id=act.by.account,
        person_id=act.by.person,
    )
    return _write(act, gathering, row)


@action("gathering.undo_check_in", needs="gathering.keep")
def undo_check_in(act: Act, attendance: Attendance) -> Gathering:
    """Takes back a signing in that was a mistake."""
    gathering = hold(attendance.gathering)
    require(rules.stands(gathering.state, rules.CALLED, rules.OPEN))
    act.note(capacity=str(gathering.sort.capacity(attendance.capacity).title))
    attendance.delete()
    return gathering


@action("gathering.check_out", needs="gathering.keep")
def check_out(act: Act, attendance: Attendance) -> Attendance:
    """Somebody leaves before the end and no longer counts as present."""
    gathering = hold(attendance.gathering)
    require(rules.stands(gathering.state, rules.CALLED, rules.OPEN))
    attendance.left_at = act.at
    attendance.save(update_fields=["left_at"])
    act.note(capacity=str(gathering.sort.capacity(attendance.capacity).title))
    return attendance


def expected_as(gathering: Gathering, account: UUID | None, person: UUID | None) -> list[Expected]:
    """As what an account, or the person behind it, is expected; what counts comes first."""
    if account is None:
        return []
    rows = Expected.objects.filter(community=gathering.community_id, gathering=gathering)
    found = list(rows.filter(account=account))
    if person is not None:
        found += list(rows.filter(person=person).exclude(account=account))
    counts = {each.code for each in gathering.sort.capacities if each.counts}
    return sorted(found, key=lambda row: row.capacity not in counts)


def _at_the_door(gathering: Gathering, door_code: str) -> None:
    require(Finding(door_code == gathering.door_code, "gathering.at_the_door"))


def _sign_in(act: Act, gathering: Gathering, expected: Expected, *, way: str) -> Attendance:
    back = Attendance.objects.filter(
        community=gathering.community_id, expected=expected, left_at__isnull=False
    ).first()
    if back is not None:
        return _let_back_in(act, gathering, back)
    return _write(
        act,
        gathering,
        Attendance(
            capacity=expected.capacity,
            expected=expected,
            name=expected.name,
            person_id=expected.person_id,
            account_id=expected.account_id,
            way=way,
        ),
    )


def _let_back_in(act: Act, gathering: Gathering, attendance: Attendance) -> Attendance:
    held = hold(gathering)
    require(rules.stands(held.state, rules.CALLED, rules.OPEN))
    attendance.left_at = None
    attendance.save(update_fields=["left_at"])
    act.note(capacity=str(held.sort.capacity(attendance.capacity).title))
    return attendance


def _write(act: Act, gathering: Gathering, attendance: Attendance) -> Attendance:
    held = hold(gathering)
    require(rules.stands(held.state, rules.CALLED, rules.OPEN))
    title = str(held.sort.capacity(attendance.capacity).title)
    attendance.community_id, attendance.gathering = held.community_id, held
    attendance.at = act.at
    try:
        with transaction.atomic():
            attendance.save(force_insert=True)
    except IntegrityError:
        raise Refused(rules.here_once(True, "", title)) from None
    act.note(capacity=title)
    return attendance
