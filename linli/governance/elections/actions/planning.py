"""The plan: the day, the offices, the mode; putting off and calling off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.places.models import Place
from linli.governance.elections.actions.organising import take_posts
from linli.governance.elections.actions.posting import announce_change
from linli.governance.elections.actions.sitting import BY_ELECTION
from linli.governance.elections.flows import ELECTION
from linli.governance.elections.models import Election, Office
from linli.governance.elections.models.election import OFFICES
from linli.governance.elections.queries.sitting import left_by_appraisal, vacancies, vacated
from linli.governance.elections.rules import plan as rules, roll as roll_rules
from linli.governance.elections.rules.composition import size_allowed
from linli.governance.elections.rules.electorate import mode_chosen
from linli.governance.elections.rules.law import ElectionLaw
from linli.governance.elections.rules.sitting import seats_are_vacant, term_still_runs
from linli.governance.elections.rules.vacancy import by_election_in_time
from linli.governance.elections.yardsticks import jurisdiction_of, law_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take


@dataclass(frozen=True)
class Plan:
    """What is decided when an election is planned. `seats`: office and number, the highest
    office first. A by-election has no term of its own: whoever is elected serves from election
    day until the present one is over (art. 24)."""

    kind: str
    title: str
    day: date
    seats: Sequence[tuple[str, int]]
    term_starts: date | None = None
    term_ends: date | None = None
    outgoing_ends: date | None = None


@action("elections.plan", needs="elections.plan")
def plan(act: Act, community: Place, *, plan: Plan) -> Election:
    """Begins the preparation of an election, or of a by-election for seats that are vacant: its
    day, its offices and the term it is for."""
    on = local_day(act.at)
    starts, ends = plan.term_starts or plan.day, plan.term_ends
    election = Election(
        community=community,
        kind=plan.kind,
        title=plan.title.strip(),
        day=plan.day,
        outgoing_ends=plan.outgoing_ends,
        jurisdiction=jurisdiction_of(community),
    )
    law = law_of(election, on)
    require(rules.day_to_come(plan.day, on))
    require(rules.plan_feasible(plan.day, on, roll_days=law.roll_posted_before))
    if plan.kind == "by_election":
        starts, ends = plan.day, _rest_of_term(community, plan, on, law)
    else:
        require(size_allowed(sum(number for _office, number in plan.seats), law=law))
    assert ends is not None, "the plan of a change of term says until when"
    require(rules.term_follows(starts, ends, plan.day))
    election.term_starts, election.term_ends = starts, ends
    try:
        with transaction.atomic():
            begin(act, ELECTION, election, "plan")
    except IntegrityError:
        raise Refused(Finding(False, "elections.one_at_a_time")) from None
    Office.objects.bulk_create(
        Office(
            community=community,
            election=election,
            office=office,
            seats=number,
            position=position,
        )
        for position, (office, number) in enumerate(in_order(plan.seats), start=1)
    )
    if plan.kind == "by_election":
        for seat in left_by_appraisal(community, [name for name, number in plan.seats if number]):
            clocks.settle(act, seat, BY_ELECTION)
    act.note(day=plan.day.isoformat(), seats=sum(number for _office, number in plan.seats))
    return election


def in_order(seats: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The offices as the ballot has them, the highest first, without those that have no seat."""
    known = [office for office, _title in OFFICES]
    return sorted(
        ((office, number) for office, number in seats if number > 0),
        key=lambda each: known.index(each[0]),
    )


def _rest_of_term(community: Place, plan: Plan, on: date, law: ElectionLaw) -> date:
    """When the present term is over, for which vacant seats are filled. Refused for seats that
    are not vacant, too late after the vacancy, or with no term left."""
    free = vacancies(community, on)
    beyond = sum(max(0, number - free.get(office, 0)) for office, number in plan.seats)
    require(seats_are_vacant(sum(number for _office, number in plan.seats), beyond))
    wanted = [office for office, number in plan.seats if number]
    left = vacated(community, wanted, on)
    require(by_election_in_time(left.since, plan.day, law=law))
    require(term_still_runs(plan.day, left.ends))
    return left.ends


@action("elections.decide_mode", needs="elections.plan")
def decide_mode(
    act: Act,
    election: Election,
    *,
    mode: str,
    decision: str,
    decided_on: date,
    seen: int | None = None,
) -> Election:
    """Records how the committee will be chosen (art. 14), who decided it and when."""
    require(mode_chosen(mode, recorded=bool(decision.strip())))
    require(rules.happened(decided_on, local_day(act.at)))
    take(act, ELECTION, election, "decide_mode", seen=seen, decision=decision)
    election.mode, election.mode_decision, election.mode_decided_on = mode, decision, decided_on
    election.save(update_fields=["mode", "mode_decision", "mode_decided_on"])
    act.note(mode=mode)
    return election


@action("elections.postpone", needs="elections.call_off")
def postpone(
    act: Act, election: Election, *, day: date, reason: str, seen: int | None = None
) -> Election:
    """Holds the election on another day, and says why. Everybody who can read it is told."""
    law = law_of(election, local_day(act.at))
    require(rules.day_to_come(day, local_day(act.at)))
    if election.roll_posted_on is not None:
        require(roll_rules.roll_posted_in_time(election.roll_posted_on, day, law=law))
        require(roll_rules.roll_still_holds(election.day, day, law=law))
    take(act, ELECTION, election, "postpone", seen=seen, reason=reason, day=day)
    moved = day - election.day
    election.day = day
    election.term_starts = max(election.term_starts, day)
    election.term_ends = max(election.term_ends, election.term_ends + moved)
    election.save(update_fields=["day", "term_starts", "term_ends"])
    if election.roll_posted_on is not None or election.committee_chosen_on is not None:
        announce_change(act, election, "选举改期", reason)
    act.note(day=day.isoformat())
    act.tell("elections.postponed", post="election_committee", day=day)
    act.tell("elections.postponed", post="director", day=day)
    return election


@action("elections.cancel", needs="elections.call_off")
def cancel(act: Act, election: Election, *, reason: str, seen: int | None = None) -> Election:
    """Calls the election off, and says why."""
    take(act, ELECTION, election, "cancel", seen=seen, reason=reason)
    if election.committee_chosen_on is not None:
        announce_change(act, election, "选举取消", reason)
    take_posts(act, election)
    act.tell("elections.cancelled", post="director", day=election.day)
    return election
