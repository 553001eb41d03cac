"""Somebody becomes a volunteer, changes what they offer, withdraws; teams; training; insurance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.people.rules import age_on
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.signup import actions as signup
from linli.mechanisms.signup.models import SignUp
from linli.mechanisms.signup.rules import LIVE
from linli.service.volunteering import words
from linli.service.volunteering.actions.rechecking import recheck_volunteer
from linli.service.volunteering.actions.wording import told_to_all
from linli.service.volunteering.models import Cover, Shift, Team, Training, Volunteer
from linli.service.volunteering.rules.fitness import OF_AGE
from linli.service.volunteering.rules.hours import another_confirms


@dataclass(frozen=True)
class Offered:
    """What a volunteer says of themselves. `guardian`: for somebody under age, whom to ask."""

    skills: Sequence[str] = ()
    times: Sequence[str] = ()
    national_number: str = ""
    guardian: str = ""
    guardian_phone: str = ""


@action("volunteering.register", needs="volunteering.register")
def register(act: Act, community: Place, *, offered: Offered) -> Volunteer:
    """Registers oneself. Somebody under age may register; until a guardian agreed they serve on
    no shift, and a worker is asked to speak with the guardian."""
    rows = Person.objects.filter(community=community)
    person = rows.filter(pk=act.by.person).first() if act.by.person is not None else None
    require(Finding(person is not None, "volunteering.in_roster"))
    assert person is not None
    row = _register(act, community, person, offered, via="web", account=act.by.account)
    if _is_minor(person, local_day(act.at)):
        act.tell("volunteering.ask_guardian", post="worker")
    return row


@action("volunteering.register_at_desk", needs="volunteering.keep")
def register_at_desk(
    act: Act, community: Place, *, person: Person, offered: Offered, via: str = "desk"
) -> Volunteer:
    """Registers somebody who came or rang, and wishes it themselves."""
    require(Finding(via in ("desk", "phone"), "volunteering.own_wish"))
    account = Account.objects.filter(person=person, is_active=True).first()
    return _register(act, community, person, offered, via=via, account=account and account.pk)


def _register(
    act: Act, community: Place, person: Person, offered: Offered, *, via: str, account: Any
) -> Volunteer:
    # The person is the lock: of two who register them at once, one finds the line of the other.
    person = Person.objects.select_for_update().get(community=community, pk=person.pk)
    standing = Volunteer.objects.filter(
        community=community, person=person, withdrawn_at__isnull=True
    )
    require(Finding(not standing.exists(), "volunteering.not_yet_registered"))
    row = Volunteer(
        community=community,
        person=person,
        account_id=account,
        via=via,
        registered_at=act.at,
    )
    _fill(row, offered).save(force_insert=True)
    act.about = person.pk
    act.note(via=via)
    return row


@action("volunteering.change_offer", needs="volunteering.own")
def change_offer(act: Act, volunteer: Volunteer, *, offered: Offered) -> Volunteer:
    """Changes what one can do and when one has time."""
    require(Finding(volunteer.is_active, "volunteering.is_registered"))
    _fill(volunteer, offered).save()
    act.about = volunteer.person_id
    return volunteer


@action("volunteering.withdraw", needs="volunteering.own")
def withdraw(act: Act, volunteer: Volunteer) -> Volunteer:
    """Withdraws at once, without a reason. Places on shifts to come are free again; hours that
    were confirmed stay, and so does the right to a certificate of them."""
    require(Finding(volunteer.is_active, "volunteering.is_registered"))
    for each in _shifts_to_come(volunteer, act.at):
        signup.leave(each, by=act.by.bearing(each.pk), at=act.at)
    volunteer.withdrawn_at = act.at
    volunteer.skills, volunteer.times, volunteer.team = [], [], None
    volunteer.known_at = volunteer.known_by = None
    volunteer.guardian = volunteer.guardian_phone = ""
    volunteer.save()
    Team.objects.filter(community=volunteer.community_id, leader=volunteer).update(leader=None)
    act.about = volunteer.person_id
    return volunteer


def _shifts_to_come(volunteer: Volunteer, at: datetime) -> list[SignUp]:
    here = volunteer.community_id
    sheets = Shift.objects.filter(community=here, occasion__ends_at__gt=at).values("sheet")
    return list(
        SignUp.objects.filter(
            community=here, person=volunteer.person_id, sheet__in=sheets, state__in=LIVE
        ).select_related("sheet")
    )


@action("volunteering.know_for_rounds", needs="volunteering.keep")
def know_for_rounds(act: Act, volunteer: Volunteer, *, known: bool) -> Volunteer:
    """A coordinator has met them and says that they may go to people's doors; or no longer."""
    require(Finding(volunteer.is_active, "volunteering.is_registered"))
    own = act.by.person is not None and act.by.person == volunteer.person_id
    require(another_confirms(own or act.by.account == volunteer.account_id))
    volunteer.known_at = act.at if known else None
    volunteer.known_by_id = act.by.account if known else None
    volunteer.save(update_fields=["known_at", "known_by"])
    act.about = volunteer.person_id
    if volunteer.account_id is not None and known:
        act.tell("volunteering.known_now", account=volunteer.account_id)
    return volunteer


@action("volunteering.record_guardian", needs="volunteering.keep")
def record_guardian(
    act: Act, volunteer: Volunteer, *, guardian: str, phone: str, way: str
) -> Volunteer:
    """A guardian agreed, with a signature or in words a worker heard; or no longer agrees, where
    `way` is empty."""
    require(Finding(not way or bool(guardian.strip()), "volunteering.guardian_named"))
    volunteer.guardian, volunteer.guardian_phone = guardian.strip(), phone.strip()
    volunteer.guardian_way = way
    volunteer.guardian_at = act.at if way else None
    volunteer.save()
    if not way:
        recheck_volunteer(act, volunteer)
    act.about = volunteer.person_id
    if volunteer.account_id is not None and way:
        act.tell("volunteering.guardian_agreed", account=volunteer.account_id)
    return volunteer


@action("volunteering.add_training", needs="volunteering.keep")
def add_training(
    act: Act, volunteer: Volunteer, *, kind: str, passed_on: date, valid_until: date | None = None
) -> Training:
    """Writes down a training somebody passed."""
    require(Finding(passed_on <= local_day(act.at), "volunteering.not_ahead"))
    ordered = valid_until is None or valid_until >= passed_on
    require(Finding(ordered, "volunteering.ends_after_start"))
    row = Training.objects.create(
        community_id=volunteer.community_id,
        volunteer=volunteer,
        kind=kind,
        passed_on=passed_on,
        valid_until=valid_until,
        at=act.at,
        by_id=act.by.account,
    )
    act.about = volunteer.person_id
    act.note(training=str(dict(words.TRAININGS)[kind]))
    return row


@action("volunteering.add_cover", needs="volunteering.keep")
def add_cover(
    act: Act,
    community: Place,
    *,
    volunteers: Sequence[Volunteer],
    insurer: str,
    policy: str,
    since: date,
    until: date,
) -> list[Cover]:
    """Writes down an accident insurance for those it covers."""
    require(Finding(bool(volunteers), "volunteering.somebody_covered"))
    require(Finding(until >= since, "volunteering.ends_after_start"))
    rows = [
        Cover(
            community=community,
            volunteer=each,
            insurer=insurer.strip(),
            policy=policy.strip(),
            since=since,
            until=until,
            at=act.at,
            by_id=act.by.account,
        )
        for each in volunteers
    ]
    for row in rows:
        row.save(force_insert=True)
    act.note(count=len(rows))
    return rows


@action("volunteering.found_team", needs="volunteering.keep")
def found_team(
    act: Act, community: Place, *, name: str, about: str, leader: Volunteer | None = None
) -> Team:
    """Founds a team that serves in the community, with the committee's consent."""
    taken = Team.objects.filter(community=community, name=name.strip(), ended_on__isnull=True)
    require(Finding(not taken.exists(), "volunteering.team_named_once"))
    team = Team(
        community=community,
        name=told_to_all(name),
        about=told_to_all(about),
        leader=leader,
        founded_on=local_day(act.at),
    )
    try:
        with transaction.atomic():
            team.save(force_insert=True)
    except IntegrityError:  # another was founded under this name a moment ago
        require(Finding(False, "volunteering.team_named_once"))
    if leader is not None:
        Volunteer.objects.filter(community=community, pk=leader.pk).update(team=team)
    act.note(team=team.name)
    return team


@action("volunteering.name_leader", needs="volunteering.keep")
def name_leader(act: Act, team: Team, *, leader: Volunteer) -> Team:
    """Another member leads a team."""
    require(Finding(leader.team_id == team.pk, "volunteering.member_leads"))
    team.leader = leader
    team.save(update_fields=["leader"])
    act.note(team=team.name)
    return team


@action("volunteering.end_team", needs="volunteering.keep")
def end_team(act: Act, team: Team) -> Team:
    """A team ends; its members stay volunteers."""
    team.ended_on, team.leader = local_day(act.at), None
    team.save()
    Volunteer.objects.filter(community=team.community_id, team=team).update(team=None)
    act.note(team=team.name)
    return team


@action("volunteering.join_team", needs="volunteering.own")
def join_team(act: Act, volunteer: Volunteer, *, team: Team | None) -> Volunteer:
    """Joins a team, or leaves it."""
    require(Finding(team is None or team.ended_on is None, "volunteering.team_stands"))
    if team is None or team.pk != volunteer.team_id:
        Team.objects.filter(community=volunteer.community_id, leader=volunteer).update(leader=None)
    volunteer.team = team
    volunteer.save(update_fields=["team"])
    act.about = volunteer.person_id
    return volunteer


def _fill(row: Volunteer, offered: Offered) -> Volunteer:
    known_skills, known_times = dict(words.SKILLS), dict(words.TIMES)
    row.skills = [each for each in known_skills if each in offered.skills]
    row.times = [each for each in known_times if each in offered.times]
    row.national_number = offered.national_number.strip()
    if offered.guardian and row.guardian_at is None:
        row.guardian, row.guardian_phone = offered.guardian.strip(), offered.guardian_phone.strip()
    return row


def _is_minor(person: Person, on: date) -> bool:
    return person.birth_date is not None and age_on(person.birth_date, on) < OF_AGE
