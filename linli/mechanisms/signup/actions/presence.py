"""Who was there: ticked by name, by a person, at the time or afterwards from the paper list."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.actions.line import locked
from linli.mechanisms.signup.actions.signing import MOST_AT_ONCE, index_of, new_code
from linli.mechanisms.signup.kinds import Applicant
from linli.mechanisms.signup.models import Occasion, Presence, Sheet, SignUp


class Mark(NamedTuple):
    """Whether somebody came, for how many minutes where it is asked, and how many of those they
    signed for (none: all)."""

    state: str
    minutes: int | None = None
    seats: int | None = None


@action("signup.mark", needs="signup.keep")
def mark(
    act: Act, occasion: Occasion, *, marks: Mapping[UUID, tuple[str, int | None] | Mark]
) -> Occasion:  # fmt: skip
    """Says who came, who did not, and who had said so: everybody at once, or some. What was said
    before of the same people is corrected; of the others it stays."""
    sheet, occasion = _held(act, occasion)
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet).in_bulk(list(marks))
    known = bool(marks) and set(rows) == set(marks)
    require(Finding(known, "signup.of_this_sheet"))
    said = {key: Mark(*value) for key, value in marks.items()}
    require(Finding(all(_is_sound(each) for each in said.values()), "signup.mark_sound"))
    _write(act, occasion, [(rows[key], each) for key, each in said.items()], late=False)
    occasion.state, occasion.marked_at = rules.HELD, act.at
    occasion.save(update_fields=["state", "marked_at"])
    came = sum(each.state == rules.PRESENT for each in said.values())
    act.note(number=occasion.number, count=len(said), came=came)
    return occasion


@action("signup.add_late", needs="signup.keep")
def add_late(
    act: Act, occasion: Occasion, *, who: Applicant, minutes: int | None = None, seats: int = 1
) -> Presence:  # fmt: skip
    """Somebody stands on the paper list who is not on the sheet, or is no longer: they were there.
    They hold no place by it. Whoever is on the sheet is ticked instead of written down twice."""
    sheet, occasion = _held(act, occasion)
    presence = _late(act, sheet, occasion, who, minutes, seats)
    occasion.save(update_fields=["late_names", "state", "marked_at"])
    act.about = presence.signup.person_id
    act.note(number=occasion.number)
    return presence


@action("signup.add_late_many", needs="signup.keep")
def add_late_many(act: Act, occasion: Occasion, *, whom: Sequence[Applicant]) -> Occasion:
    """The same for all the names of a paper list: all of them, or none where one is unclear."""
    require(Finding(0 < len(whom) <= MOST_AT_ONCE, "signup.names_given"))
    sheet, occasion = _held(act, occasion)
    for who in whom:
        _late(act, sheet, occasion, who, None, 1)
    occasion.save(update_fields=["late_names", "state", "marked_at"])
    act.note(number=occasion.number, count=len(whom))
    return occasion


def _late(
    act: Act, sheet: Sheet, occasion: Occasion, who: Applicant, minutes: int | None, seats: int
) -> Presence:
    name = who.name.strip() or (who.person.name if who.person is not None else "")
    require(Finding(bool(name), "signup.name_given"))
    known = who.person is not None or who.account is not None
    require(Finding(known or not sheet.sort.account_only, "signup.known_person"))
    require(Finding(1 <= seats <= rules.MOST_EACH, "signup.mark_sound"))
    phone = who.phone or (who.person.phone if who.person is not None else "")
    index = index_of(name, phone)
    row = _on_sheet(sheet, who, name, index) or _late_name(act, sheet, who, name, index, seats)
    said = Mark(rules.PRESENT, minutes, seats)
    require(Finding(_is_sound(said), "signup.mark_sound"))
    (presence,) = _write(act, occasion, [(row, said)], late=True)
    occasion.late_names += 1
    occasion.state, occasion.marked_at = rules.HELD, occasion.marked_at or act.at
    return presence


@action("signup.excuse", needs="signup.answer")
def excuse(act: Act, signup: SignUp, *, occasion: Occasion) -> Presence:
    """ "I cannot come this time": one date of several, before it begins; the place is kept."""
    signup, occasion = _own_date(act, signup, occasion)
    (presence,) = _write(act, occasion, [(signup, Mark(rules.EXCUSED))], late=False)
    act.about = signup.person_id
    act.note(number=occasion.number)
    return presence


@action("signup.come_after_all", needs="signup.answer")
def come_after_all(act: Act, signup: SignUp, *, occasion: Occasion) -> SignUp:
    """They can come after all."""
    signup, occasion = _own_date(act, signup, occasion)
    signup.presences.filter(occasion=occasion, state=rules.EXCUSED).delete()
    act.about = signup.person_id
    act.note(number=occasion.number)
    return signup


def _own_date(act: Act, signup: SignUp, occasion: Occasion) -> tuple[SignUp, Occasion]:
    """Both as they stand now, while nobody else changes the sheet."""
    require(Finding(occasion.sheet_id == signup.sheet_id, "signup.of_this_sheet"))
    sheet = locked(signup.sheet)
    signup = SignUp.objects.get(community=sheet.community_id, pk=signup.pk)
    occasion = sheet.occasions.get(pk=occasion.pk)
    signup.sheet = occasion.sheet = sheet
    require(Finding(signup.state == rules.IN, "signup.answers_from_here"))
    to_come = occasion.state == rules.PLANNED and occasion.starts_at > act.at
    require(Finding(to_come, "signup.dates_to_come"))
    return signup, occasion


def _held(act: Act, occasion: Occasion) -> tuple[Sheet, Occasion]:
    sheet = locked(occasion.sheet)
    found = sheet.occasions.get(pk=occasion.pk)
    require(Finding(found.state != rules.CALLED_OFF, "signup.not_called_off"))
    begun = local_day(act.at) >= local_day(found.starts_at)
    require(Finding(begun, "signup.day_has_come", numbers={"day": local_day(found.starts_at)}))
    found.sheet = sheet
    return sheet, found


def _is_sound(said: Mark) -> bool:
    minutes = said.minutes is None or 0 < said.minutes <= 24 * 60
    seats = said.seats is None or 0 < said.seats <= rules.MOST_EACH
    return said.state in rules.PRESENCES and minutes and seats


def _write(
    act: Act, occasion: Occasion, said: list[tuple[SignUp, Mark]], *, late: bool
) -> list[Presence]:  # fmt: skip
    kept = {
        each.signup_id: each
        for each in Presence.objects.filter(community=occasion.community_id, occasion=occasion)
    }
    new, changed = [], []
    for row, each in said:
        found = kept.get(row.pk)
        (new if found is None else changed).append(
            found := found
            or Presence(community_id=row.community_id, signup=row, occasion=occasion, late=late)
        )
        found.state, found.minutes = each.state, each.minutes
        found.seats = min(each.seats or row.seats, row.seats)
        found.at, found.by_id = act.at, act.by.account
    Presence.objects.bulk_create(new, batch_size=500)
    fields = ["state", "minutes", "seats", "at", "by"]
    rows = Presence.objects.filter(community=occasion.community_id)
    rows.bulk_update(changed, fields, batch_size=200)
    return new + changed


def _on_sheet(sheet: Sheet, who: Applicant, name: str, index: bytes | None) -> SignUp | None:
    """The entry meant: of that person, of that name and telephone, or of that name where only one
    has it and no other telephone stands beside it. Where several could be meant, and nothing on
    the paper tells which, it is refused; somebody of the roster is then another one."""
    rows = SignUp.objects.filter(community=sheet.community_id, sheet=sheet).order_by("-number")
    known = [Q(person=who.person)] if who.person is not None else []
    known += [Q(account=who.account)] if who.account is not None else []
    known += [Q(name_index=index)] if index is not None else []
    for each in known:
        if found := _standing(list(rows.filter(each))):
            return found[0]
    plain = "".join(name.split())
    same = [each for each in rows if "".join(each.name.split()) == plain]
    if index is not None or who.person is not None:
        same = [each for each in same if not each.phone and each.person_id is None]
    meant = _standing(same)
    clear = len(meant) < 2 or who.person is not None
    require(Finding(clear, "signup.one_of_that_name", numbers={"name": name, "count": len(meant)}))
    return meant[0] if len(meant) == 1 else None


def _standing(rows: list[SignUp]) -> list[SignUp]:
    return [each for each in rows if each.is_live] or rows


def _late_name(
    act: Act, sheet: Sheet, who: Applicant, name: str, index: bytes | None, seats: int
) -> SignUp:  # fmt: skip
    sheet.last_number += 1
    sheet.forgotten_at = None
    sheet.save(update_fields=["last_number", "forgotten_at"])
    return SignUp.objects.create(
        community_id=sheet.community_id,
        sheet=sheet,
        number=sheet.last_number,
        turn=sheet.last_number,
        state=rules.CAME,
        state_since=act.at,
        person=who.person,
        name=name,
        phone=who.phone,
        name_index=index,
        seats=seats,
        via="paper",
        put_down_by_id=act.by.account,
        at=act.at,
        code=new_code(),
    )
