"""The supervisory committee's seats, how to reach it, and the meetings it is told of (art. 36)."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.access.actions import end_posts_of, give_post
from linli.core.access.conditions import require_may_hold
from linli.core.access.seats import term_ends
from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.governance.oversight.models import SittingIn, SupervisionContact, SupervisorSeat
from linli.governance.oversight.rules import committee as rules
from linli.lib.calendar import local_day
from linli.lib.law import Refused, require
from linli.mechanisms.publication.models import Posting

POST = "supervisor"


@action("oversight.seat_supervisor", needs="oversight.keep_supervisors")
def seat_supervisor(
    act: Act,
    community: Place,
    *,
    person: Person,
    source: str,
    body: str,
    decision: str,
    votes_for: int,
    present: int,
    since: date,
    ends: date | None = None,
    chairs: bool = False,
    relation: str = "",
    decided_in: Posting | None = None,
) -> SupervisorSeat:
    """Enters somebody whom the assembly or the representatives' meeting has chosen, for the
    committee's own term. Refused for its members and their near relatives; `relation` is what
    they have said they are to a member. Their account, where they have one, gets the post."""
    on = local_day(act.at)
    committee_ends = term_ends(community, on)
    until = committee_ends if ends is None else ends
    require(rules.chosen(body, votes_for, present))
    require(rules.has_happened(since, on))
    require(rules.no_near_relative(relation))
    require_may_hold(POST, community, person.pk, on)
    require(rules.term_of_committee(since, until or since, committee_ends))
    require(rules.serves_once(_serving(community).filter(person=person).exists()))
    if chairs:
        require(rules.one_chair(_serving(community).filter(chairs=True).count()))
    assert until is not None, "the rule before has seen a day"
    seat = SupervisorSeat(
        community=community,
        person=person,
        name=person.name,
        source=source,
        chairs=chairs,
        since=since,
        term_ends=until,
        body=body,
        decision=decision.strip(),
        decided_in=decided_in,
        votes_for=votes_for,
        present=present,
    )
    try:
        with transaction.atomic():
            seat.save(force_insert=True)
    except IntegrityError:  # somebody entered them, or another chair, a moment ago
        raise Refused(rules.serves_once(True)) from None
    opened = give_post(act, community, person=person.pk, post=POST, since=since)
    act.note(votes_for=votes_for, present=present, accounts=opened)
    return seat


@action("oversight.end_supervisor", needs="oversight.keep_supervisors")
def end_supervisor(
    act: Act, seat: SupervisorSeat, *, reason: str, ended_on: date, paper: str = ""
) -> SupervisorSeat:
    """Records that a seat ended, and on what paper; the post that opened the pages of supervision
    ends with it. The other supervisors and whoever sat there hear of it."""
    require(rules.has_happened(ended_on, local_day(act.at)))
    require(rules.ended_with_paper(reason, paper))
    ended = _end(act, seat, reason, ended_on, paper.strip())
    act.tell("oversight.seat_ended", post=POST)
    act.tell("oversight.seat_ended", person=seat.person_id)
    return ended


@action("oversight.unseat_barred", needs="oversight.unseat_barred")
def unseat_barred(act: Act, seat: SupervisorSeat) -> SupervisorSeat:
    """Ends the seat of somebody who, or whose near relative, now sits on the committee."""
    return _end(act, seat, "barred", local_day(act.at))


@action("oversight.state_contact", needs="oversight.keep_supervisors")
def state_contact(
    act: Act, community: Place, *, phone: str, where: str, hours: str
) -> SupervisionContact:
    """Says how residents reach the supervisory committee."""
    contact, _made = SupervisionContact.objects.filter(community=community).update_or_create(
        community=community,
        defaults={"phone": phone.strip(), "where": where.strip(), "hours": hours.strip()},
    )
    return contact


@action("oversight.invite_to_sit_in", needs="oversight.notify_supervisors")
def invite_to_sit_in(act: Act, community: Place, *, gathering: Any) -> SittingIn:
    """Tells the supervisors of a meeting of residents that has been called, once."""
    sitting, made = SittingIn.objects.filter(community=community).get_or_create(
        community=community,
        gathering=gathering,
        defaults={
            "kind": "assembly",
            "title": gathering.title,
            "starts_at": gathering.starts_at,
            "venue": gathering.venue,
            "told_at": act.at,
        },
    )
    if made:
        _tell(act, sitting)
    return sitting


@action("oversight.announce_meeting", needs="oversight.notify_supervisors")
def announce_meeting(
    act: Act, community: Place, *, title: str, starts_at: datetime, venue: str
) -> SittingIn:
    """Tells the supervisors of a meeting of the committee itself."""
    sitting = SittingIn.objects.create(
        community=community,
        kind="committee",
        title=title.strip(),
        starts_at=starts_at,
        venue=venue.strip(),
        told_at=act.at,
    )
    _tell(act, sitting)
    return sitting


@action("oversight.record_sitting_in", needs="oversight.supervise")
def record_sitting_in(act: Act, sitting: SittingIn, *, sat_in: bool, remark: str = "") -> SittingIn:
    """A supervisor says whether anybody sat in, and what was seen."""
    require(rules.has_happened(local_day(sitting.starts_at), local_day(act.at)))
    changed = SittingIn.objects.filter(
        community=sitting.community_id, pk=sitting.pk, sat_in__isnull=True
    ).update(sat_in=sat_in, remark=remark.strip(), recorded_at=act.at)
    require(rules.not_recorded_yet(recorded=not changed))
    sitting.refresh_from_db()
    return sitting


def _serving(community: Any) -> Any:
    return SupervisorSeat.objects.filter(community=community, until__isnull=True)


def _end(
    act: Act, seat: SupervisorSeat, reason: str, ended_on: date, paper: str = ""
) -> SupervisorSeat:
    require(rules.still_serves(seat.until))
    changed = (
        _serving(seat.community_id)
        .filter(pk=seat.pk, since__lt=ended_on)
        .update(until=ended_on, ended_for=reason, ended_paper=paper)
    )
    require(rules.still_serves(None if changed else ended_on))
    end_posts_of(act, seat.community, person=seat.person_id, post=POST, until=ended_on)
    seat.until, seat.ended_for, seat.ended_paper = ended_on, reason, paper
    act.note(reason=reason)
    return seat


def _tell(act: Act, sitting: SittingIn) -> None:
    act.tell("oversight.may_sit_in", post=POST, title=sitting.title, starts_at=sitting.starts_at)
