"""Teachers and instructors, their certificates, and the days they taught."""

from dataclasses import dataclass
from datetime import date

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.culture.activities.actions.plain_words import (
    consent,
    day_of,
    hold,
    new_code,
    of_here,
    take_back,
    tidy,
)
from linli.culture.activities.models.teachers import TaughtDay, Teacher, TeachingCertificate
from linli.culture.activities.rules import teaching as rules
from linli.lib.law import Finding, require


@dataclass(frozen=True)
class Taught:
    """A teacher as the desk writes one down. `named`: they agreed that everybody reads the name,
    in this `way`, before this `witness` where it was spoken. `person`: who of the register it is,
    where it is known."""

    teaches: str
    since: date
    kind: str = "teacher"
    engaged: str = "part"
    name: str = ""
    stands_at: str = ""
    named: bool = False
    way: str = ""
    witness: str = ""
    person: Person | None = None


@action("activities.register_teacher", needs="activities.run_learning")
def register_teacher(
    act: Act, community: Place, *, taught: Taught, account: Account | None = None
) -> Teacher:
    """Registers a teacher or an instructor. The name stays sealed unless they agreed."""
    person = taught.person
    require(Finding(person is None or of_here(person, community.pk), "activities.teacher_consents"))
    teacher = Teacher(
        community=community,
        person=person,
        code=new_code(),
        kind=taught.kind,
        engaged=taught.engaged,
        name=taught.name.strip(),
        teaches=tidy(taught.teaches, community),
        stands_at=tidy(taught.stands_at, community),
        since=taught.since,
        account=account or _account_of(person),
    )
    if taught.named:
        require(rules.may_be_named(taught.name, taught.way))
        consent(act, teacher, taught.way, taught.witness)
        teacher.shown_name, teacher.shown_since = taught.name.strip(), day_of(act)
    teacher.save(force_insert=True)
    act.note(teaches=teacher.teaches)
    return teacher


@action("activities.hide_teacher", needs="activities.own_teacher")
def hide_teacher(act: Act, teacher: Teacher) -> Teacher:
    """The teacher no longer wishes to be named in public; no reason is asked."""
    teacher.shown_name = ""
    teacher.save(update_fields=["shown_name", *take_back(teacher)])
    act.note(teaches=teacher.teaches)
    return teacher


@action("activities.end_teaching", needs="activities.run_learning")
def end_teaching(act: Act, teacher: Teacher, *, until: date) -> Teacher:
    """Somebody teaches here no longer; they leave the public page."""
    require(Finding(until >= teacher.since, "activities.teaching_term"))
    teacher.until = until
    teacher.save(update_fields=["until"])
    act.note(teaches=teacher.teaches)
    return teacher


@action("activities.add_certificate", needs="activities.run_learning")
def add_certificate(
    act: Act,
    teacher: Teacher,
    *,
    kind: str,
    issuer: str,
    issued_on: date,
    valid_until: date | None = None,
    number: str = "",
) -> TeachingCertificate:
    """Writes a certificate down. One of the same kind that it takes the place of stays in the
    record; one that has run out is shown as such until it is replaced."""
    require(Finding(valid_until is None or valid_until >= issued_on, "activities.certificate_days"))
    hold(teacher)
    kind = tidy(kind, teacher.community_id)
    older = TeachingCertificate.objects.filter(
        community=teacher.community_id, teacher=teacher, kind=kind, replaced_on__isnull=True
    )
    older.update(replaced_on=day_of(act))
    found = TeachingCertificate(
        community_id=teacher.community_id,
        teacher=teacher,
        kind=kind,
        issuer=tidy(issuer, teacher.community_id),
        number=number.strip(),
        issued_on=issued_on,
        valid_until=valid_until,
    )
    found.save(force_insert=True)
    act.note(certificate=kind)
    return found


@action("activities.note_taught", needs="activities.run_learning")
def note_taught(act: Act, teacher: Teacher, *, on: date, what: str) -> TaughtDay:
    """Writes down a day somebody taught; a second note of one day replaces the first."""
    require(rules.not_ahead(on, day_of(act)))
    require(Finding(on >= teacher.since, "activities.teaching_term"))
    day, _made = TaughtDay.objects.update_or_create(
        community_id=teacher.community_id,
        teacher=teacher,
        on=on,
        defaults={"what": tidy(what, teacher.community_id)},
    )
    act.note(teaches=teacher.teaches)
    return day


def _account_of(person: Person | None) -> Account | None:
    if person is None:
        return None
    found: Account | None = Account.objects.filter(person=person, is_active=True).first()
    return found
