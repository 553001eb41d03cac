"""Who fits a shift, as the rules take it from the rows."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from linli.core.audit.actor import Actor
from linli.core.people.rules import age_on
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import Findings
from linli.mechanisms.signup.models import SignUp
from linli.mechanisms.signup.rules import CALLED_OFF, CANCELLED, HOLDING, LEFT, LIVE, REMOVED
from linli.service.volunteering.models import Shift, Volunteer
from linli.service.volunteering.rules import fitness


def own_volunteer(actor: Actor, community: Any) -> Volunteer | None:
    """The actor's own line here, while it stands."""
    if not actor.signed_in:
        return None
    rows = Volunteer.objects.filter(community=community, withdrawn_at__isnull=True)
    rows = rows.select_related("person").prefetch_related("trainings", "covers")
    if actor.person is not None:
        return rows.filter(person=actor.person).first()
    return rows.filter(account=actor.account).first()


def last_line(actor: Actor, community: Any) -> Volunteer | None:
    """The actor's line, also one they withdrew from: what they did is theirs to prove."""
    if actor.person is None:
        return None
    rows = Volunteer.objects.filter(community=community, person=actor.person)
    rows = rows.select_related("person").prefetch_related("trainings", "covers")
    return rows.order_by("-registered_at").first()


def volunteer_of(community: Any, person: Any, account: Any) -> Volunteer | None:
    """The line of somebody put down, by the roster where they are known there."""
    rows = Volunteer.objects.filter(community=community, withdrawn_at__isnull=True)
    rows = rows.select_related("person").prefetch_related("trainings", "covers")
    if person is not None:
        return rows.filter(person=person).first()
    return rows.filter(account=account).first() if account is not None else None


def wanted_of(shift: Shift) -> fitness.Wanted:
    """What a shift asks; `shift` comes with its call and date."""
    call, date_ = shift.call, shift.occasion
    on = local_day(date_.starts_at)
    return fitness.Wanted(
        starts_at=date_.starts_at,
        ends_at=date_.ends_at,
        age_from=call.age_from,
        age_to=call.age_to,
        skill=call.skill,
        training=call.training,
        dangerous=call.dangerous,
        insured=call.insured,
        minors=call.minors,
        minors_from=number_laid_down("volunteering.minors_from", shift.community, on),
        minors_until=number_laid_down("volunteering.minors_until", shift.community, on),
    )


def candidate_of(volunteer: Volunteer | None, on: date) -> fitness.Candidate:
    """What a volunteer brings on that day; nobody, where there is no such line."""
    if volunteer is None:
        return fitness.Candidate(active=False)
    born = volunteer.person.birth_date if volunteer.person else None
    return fitness.Candidate(
        active=volunteer.is_active,
        age=age_on(born, on) if born else None,
        skills=volunteer.skills,
        trained=[(each.kind, (each.passed_on, each.valid_until))
                 for each in volunteer.trainings.all()],
        covered=[(each.since, each.until) for each in volunteer.covers.all()],
        guardian=volunteer.guardian_at is not None,
    )  # fmt: skip


def findings_for(shift: Shift, volunteer: Volunteer | None) -> Findings:
    """All the rules find of this volunteer on this shift."""
    wanted = wanted_of(shift)
    once = fitness.serves_once(volunteer is not None and serves_elsewhere(shift, volunteer))
    return Findings((*fitness.fits(wanted, candidate_of(volunteer, wanted.on)), once))


def serves_elsewhere(shift: Shift, volunteer: Volunteer) -> bool:
    """Whether they hold a place on another shift that takes place at the same hour."""
    if volunteer.person_id is None:
        return False
    held = _held_elsewhere(shift).exclude(sheet=shift.sheet_id)
    return bool(held.filter(person=volunteer.person_id).exists())


def fit_volunteers(shift: Shift) -> list[Volunteer]:
    """Everybody who fits the shift, has time then, serves nowhere else at that hour, and has not
    said that they cannot come. In the order of their registration: nobody is preferred."""
    wanted, here = wanted_of(shift), shift.community_id
    rows = (
        Volunteer.objects.filter(community=here, withdrawn_at__isnull=True, person__isnull=False)
        .exclude(person__in=_busy(shift))
        .select_related("person")
        .prefetch_related("trainings", "covers")
        .order_by("registered_at", "pk")
    )
    return [
        each
        for each in rows
        if fitness.has_time(each.times, wanted.starts_at)
        and fitness.fits(wanted, candidate_of(each, wanted.on))
    ]


def _busy(shift: Shift) -> set[Any]:
    here = shift.community_id
    signups = SignUp.objects.filter(community=here, person__isnull=False)
    on_it = signups.filter(sheet=shift.sheet_id, state__in=(*LIVE, LEFT, REMOVED))
    elsewhere = _held_elsewhere(shift).filter(person__isnull=False)
    return {*on_it.values_list("person", flat=True), *elsewhere.values_list("person", flat=True)}


def at_the_same_hour(shift: Shift) -> "QuerySet[Shift]":
    """Shifts that take place while this one does, this one among them."""
    here, at = shift.community_id, shift.occasion
    rows = Shift.objects.filter(
        community=here, occasion__starts_at__lt=at.ends_at, occasion__ends_at__gt=at.starts_at
    )
    return rows.exclude(occasion__state=CALLED_OFF).exclude(sheet__state=CANCELLED)


def _held_elsewhere(shift: Shift) -> "QuerySet[SignUp]":
    sheets = at_the_same_hour(shift).values("sheet")
    return SignUp.objects.filter(community=shift.community_id, state__in=HOLDING, sheet__in=sheets)
