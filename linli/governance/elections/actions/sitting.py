"""The register of who sits on the committee: who sat before it was kept here, and who leaves."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from linli.core.access.actions import end_posts_of
from linli.core.access.models import Holding
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.people.models import Person
from linli.core.places.laid_down import weekend_rolls
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.elections.actions.wording import in_chinese
from linli.governance.elections.models import Membership
from linli.governance.elections.postings import TERM_ENDED
from linli.governance.elections.queries.sitting import sits_now, supervises
from linli.governance.elections.rules import sitting as rules
from linli.governance.elections.rules.vacancy import resignation_approved
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, parameter, require
from linli.mechanisms.publication import actions as publication

BY_ELECTION = "by_election"
"""The clock of a seat that an appraisal made vacant: until a by-election for it is begun."""


@action("elections.enter_member", needs="elections.keep_terms")
def enter_member(
    act: Act,
    community: Place,
    *,
    person: Person,
    office: str,
    since: date,
    term_ends: date,
    paper: str = "",
) -> Membership:
    """Enters somebody who was elected before the register was kept here, with the day on which
    their term began and the paper that shows it."""
    on = local_day(act.at)
    require(rules.term_in_order(since, term_ends, on))
    require(rules.sits_once(sits_now(community, person.pk)))
    require(rules.supervises_no_longer(supervises(community, person.pk, on)))
    if office == "director":
        require(rules.one_director(directors(community)))
    seat = Membership(
        community=community,
        person=person,
        name=person.name,
        office=office,
        since=since,
        term_ends=term_ends,
        holding=_post_of(community, person, office),
    )
    try:
        with transaction.atomic():
            seat.save(force_insert=True)
    except IntegrityError:  # somebody entered the same person a moment ago
        raise Refused(rules.sits_once(True)) from None
    act.about = person.pk
    act.note(office=in_chinese(seat.get_office_display()), since=since.isoformat())
    if paper:
        act.note(paper=True)
    return seat


@action("elections.end_term", needs="elections.keep_terms")
def end_term(
    act: Act,
    seat: Membership,
    *,
    reason: str,
    ended_on: date,
    paper: str,
    approved_by: str = "",
) -> Membership:
    """Records that a term ended before its time: a resignation the meeting approved, or another
    end the law names. A recall ends a term by its own vote and never here."""
    require(rules.still_sits(seat.until))
    on = local_day(act.at)
    if reason == "resigned":
        require(resignation_approved(approved_by, ended_on, on))
    require(rules.may_end(reason, seat.since, ended_on, on, paper=paper))
    end_seat(act, seat, reason=reason, until=ended_on, paper=paper)
    _post(act, seat)
    act.note(
        office=in_chinese(seat.get_office_display()),
        reason=in_chinese(seat.get_ended_for_display()),
    )
    return seat


@action("elections.end_by_appraisal", needs="elections.end_by_appraisal")
def end_by_appraisal(act: Act, seat: Membership, *, ended_on: date, paper: str) -> Membership:
    """The term of a member whom two appraisals in a row found not competent ends by law (art. 37):
    a step of publishing the second. The vacancy goes on the list of what is to be done."""
    require(rules.still_sits(seat.until))
    require(rules.may_end("appraisal", seat.since, ended_on, local_day(act.at), paper=paper))
    end_seat(act, seat, reason="appraisal", until=ended_on, paper=paper)
    _post(act, seat)
    office = in_chinese(seat.get_office_display())
    places, on = jurisdictions_of(seat.community), local_day(act.at)
    limit = parameter("elections.by_election_begun", on, places)
    clocks.start(
        act,
        seat,
        BY_ELECTION,
        length=int(limit.value),
        unit=limit.unit,
        rule=limit.rule,
        title=in_both(_("补选")),
        url_name="elections:call_by_election",
        url_args={"community_code": seat.community.code},
        holder=Holder(post="worker"),
        weekend_rolls=weekend_rolls(seat.community, on),
    )
    for post in ("director", "worker"):
        act.tell("elections.seat_vacant", post=post, office=office)
    act.note(office=office)
    return seat


def _post(act: Act, seat: Membership) -> None:
    """Tells everybody that the office is vacant; why, only where a meeting decided it in the
    open. What lies in a person's health, sentence or death is not told."""
    fields = {
        "office": in_chinese(seat.get_office_display()),
        "name": seat.name,
        "until": seat.until.isoformat() if seat.until else "",
    }
    if seat.ended_for in rules.APPROVED:
        fields["why"] = in_chinese(seat.get_ended_for_display())
    laws = jurisdictions_of(seat.community)
    publication.post(act, TERM_ENDED, seat, fields, local_day(act.at), of=laws)


def end_seat(act: Act, seat: Membership, *, reason: str, until: date, paper: str = "") -> None:
    """Ends a seat and the post that opened the desk, as a step of the act by which it ended. Two
    who end it at once: one does, and the other is told."""
    until = max(until, seat.since + timedelta(days=1))
    changed = Membership.objects.filter(
        community_id=seat.community_id, pk=seat.pk, until__isnull=True
    ).update(until=until, ended_for=reason, ended_paper=paper)
    if not changed:
        raise Refused(Finding(False, "elections.still_sits", numbers={"ended_on": until}))
    seat.until, seat.ended_for, seat.ended_paper = until, reason, paper
    act.about = seat.person_id
    end_posts_of(act, seat.community, person=seat.person_id, post=seat.office)
    if reason not in ("term", "died"):
        act.tell(
            "elections.term_ended",
            person=seat.person_id,
            office=in_chinese(seat.get_office_display()),
        )


def directors(community: Place) -> int:
    """How many sit as director now."""
    return Membership.objects.filter(
        community=community, office="director", until__isnull=True
    ).count()


def _post_of(community: Place, person: Person, office: str) -> Holding | None:
    """The post of that office which the person's account already holds, where it does."""
    found: Holding | None = Holding.objects.filter(
        account__person=person, post=office, place=community, until__isnull=True
    ).first()
    return found
