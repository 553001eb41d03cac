"""Nomination: by the Party organisation or by ten electors together; consent; confirmation
by the competent organs (art. 18)."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.governance.elections.actions.organising import step_down
from linli.governance.elections.models import Election, Nomination, Nominator, Office
from linli.governance.elections.queries.standing import elector_of
from linli.governance.elections.rules import nomination as law_rules, plan, steps as rules
from linli.governance.elections.yardsticks import law_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.ballot.models import Elector


@action("elections.nominate", needs="elections.nominate")
def nominate(
    act: Act,
    election: Election,
    *,
    office: Office,
    person: Person,
    proposed_by: str,
    first: Elector | None = None,
) -> Nomination:
    """Puts somebody forward for an office: for the Party organisation the desk enters it with
    its paper, or an elector begins and others join until they are ten."""
    on = local_day(act.at)
    require(rules.nominations_open(election.state))
    require(rules.on_the_roll(listed=elector_of(election, person.pk) is not None))
    nomination = Nomination(
        community_id=election.community_id,
        election=election,
        office=office,
        person=person,
        by=proposed_by,
        state="put_forward",
        nominated_on=on,
    )
    try:
        with transaction.atomic():
            nomination.save(force_insert=True)
    except IntegrityError:
        raise Refused(rules.nominated_once(there=True)) from None
    if proposed_by == "party":
        require(rules.entered_at_desk(entered=_is_desk(act, election)))
        require(_within_seats(nomination, Q(by="party"), on))
        _complete(act, nomination)
    else:
        require(rules.on_the_roll(listed=first is not None))
        assert first is not None
        _join(act, nomination, first)
    act.tell("elections.you_were_nominated", person=person.pk, office=office.get_office_display())
    act.note(by=proposed_by, office=office.office)
    return nomination


@action("elections.join_nomination", needs="elections.nominate")
def join_nomination(
    act: Act, election: Election, *, nomination: Nomination, elector: Elector
) -> Nomination:
    """One more elector puts their name to a nomination. Whose name that is, only the desk of the
    election sees; everybody else reads how many there are."""
    require(rules.nominations_open(election.state))
    require(rules.still_put_forward(nomination.state))
    _join(act, nomination, elector)
    return nomination


@action("elections.leave_nomination", needs="elections.nominate")
def leave_nomination(
    act: Act, election: Election, *, nomination: Nomination, elector: Elector
) -> Nomination:
    """An elector takes their name back, until the candidates are posted."""
    require(rules.nominations_open(election.state))
    _own_or_desk(act, election, elector)
    _leave_out_signer(act, elector)
    _nominators(nomination).filter(elector=elector).delete()
    _weigh(act, nomination)
    return nomination


@action("elections.answer_nomination", needs="elections.answer_nomination")
def answer_nomination(act: Act, nomination: Nomination, *, accepts: bool) -> Nomination:
    """The nominee says whether they stand."""
    election = nomination.election
    require(rules.nominations_open(election.state))
    require(rules.still_put_forward(nomination.state))
    nomination.state = "accepted" if accepts else "declined"
    nomination.answered_on = local_day(act.at)
    nomination.save(update_fields=["state", "answered_on"])
    step_down(act, election, nomination.person_id)
    act.about = nomination.person_id
    act.note(accepts=accepts)
    return nomination


@action("elections.confirm_nomination", needs="elections.run")
def confirm_nomination(
    act: Act, nomination: Nomination, *, confirmed_on: date, paper: str, bars: bool
) -> Nomination:
    """Records that the competent organs have answered whether a statutory ground stands against
    the nominee: that, when, and by what paper; never what they looked at."""
    require(plan.happened(confirmed_on, local_day(act.at)))
    require(rules.still_put_forward(nomination.state))
    nomination.confirmed_on, nomination.confirmed_paper = confirmed_on, paper
    if bars:
        nomination.state = "barred"
    nomination.save(update_fields=["confirmed_on", "confirmed_paper", "state"])
    act.about = nomination.person_id
    act.tell("elections.nomination_confirmed", person=nomination.person_id)
    return nomination


@action("elections.withdraw_nomination", needs="elections.help")
def withdraw_nomination(act: Act, nomination: Nomination) -> Nomination:
    """Those who made the nomination take it back, before the candidates are posted."""
    require(rules.nominations_open(nomination.election.state))
    require(rules.still_put_forward(nomination.state))
    nomination.state = "withdrawn"
    nomination.save(update_fields=["state"])
    act.about = nomination.person_id
    return nomination


def _join(act: Act, nomination: Nomination, elector: Elector) -> None:
    election = nomination.election
    _own_or_desk(act, election, elector)
    _leave_out_signer(act, elector)
    require(
        rules.on_the_roll(
            listed=elector.electorate_id == election.electorate_id and elector.struck_at is None
        )
    )
    own = Q(by="electors", nominators__elector=elector)
    require(_within_seats(nomination, own, local_day(act.at)))
    try:
        with transaction.atomic():
            Nominator.objects.create(
                community_id=nomination.community_id, nomination=nomination, elector=elector
            )
    except IntegrityError:
        raise Refused(rules.joined_once(joined=True)) from None
    enough = law_rules.nominated(
        by_party=False,
        nominators=_nominators(nomination).count(),
        law=law_of(election, local_day(act.at)),
    )
    if enough and not nomination.complete:
        _complete(act, nomination)


def _complete(act: Act, nomination: Nomination) -> None:
    """From here on it is a nomination in the sense of the law; whoever must leave the election
    committee leaves it."""
    nomination.complete = True
    nomination.save(update_fields=["complete"])
    election = nomination.election
    step_down(act, election, nomination.person_id)
    act.tell("elections.nomination_complete", post="election_committee")


def leave_nominations(act: Act, election: Election, elector: Elector) -> None:
    """Whoever is struck from the roll is no elector and nominates nobody: a step of striking."""
    joined = Nominator.objects.filter(community=election.community_id, elector=elector)
    touched = list(
        Nomination.objects.filter(
            community=election.community_id,
            election=election,
            pk__in=joined.values("nomination"),
        ).select_related("election")
    )
    joined.delete()
    for nomination in touched:
        _weigh(act, nomination)


def _weigh(act: Act, nomination: Nomination) -> None:
    """Whether a nomination by electors still has enough of them."""
    if nomination.by != "electors" or not nomination.complete:
        return
    enough = law_rules.nominated(
        by_party=False,
        nominators=_nominators(nomination).count(),
        law=law_of(nomination.election, local_day(act.at)),
    )
    nomination.complete = enough.holds
    nomination.save(update_fields=["complete"])


def _within_seats(nomination: Nomination, proposed: Q, on: date) -> Finding:
    """Where the place lays it down nobody, neither the Party organisation nor an elector, names
    more persons for an office than it has seats; what no longer stands is free again."""
    others = Nomination.objects.filter(
        proposed, community=nomination.community_id, office=nomination.office
    ).exclude(pk=nomination.pk)
    standing = others.exclude(state__in=("declined", "barred", "withdrawn")).count()
    law = law_of(nomination.election, on)
    return law_rules.proposed_within_seats(standing + 1, nomination.office.seats, law=law)


def _own_or_desk(act: Act, election: Election, elector: Elector) -> None:
    own = elector.person_id is not None and elector.person_id == act.by.person
    require(rules.own_only(own=own or _is_desk(act, election)))


def _leave_out_signer(act: Act, elector: Elector) -> None:
    """Who joined is counted against the roll and forgotten with it: the book, which is kept, says
    that one did. What the desk writes down for others stays the desk's."""
    if elector.person_id is not None and elector.person_id == act.by.person:
        act.leave_out_who()


def _is_desk(act: Act, election: Election) -> bool:
    return act.by.holds("election_committee", "worker", "registrar", over=election)


def _nominators(nomination: Nomination) -> Any:
    return Nominator.objects.filter(community=nomination.community_id, nomination=nomination)
