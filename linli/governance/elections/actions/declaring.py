"""The result declared on the spot, kept with every step of how it came about (art. 19)."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.governance.elections.actions.seating import begin_term
from linli.governance.elections.actions.wording import in_chinese
from linli.governance.elections.flows import ELECTION
from linli.governance.elections.models import OFFICES, Candidate, Election, Round
from linli.governance.elections.postings import RESULT
from linli.governance.elections.queries.counted import (
    AS_IN_LAW,
    Counted,
    current_round,
    judge,
)
from linli.governance.elections.queries.outcomes import fields_again, tally_for_everybody
from linli.governance.elections.rules import handover, sitting as rules
from linli.governance.elections.rules.signing import counted_in_full
from linli.governance.elections.yardsticks import law_of, laws_of
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.lib.law.keeping import keep_all
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.flow.actions import take
from linli.mechanisms.publication import actions as publication

TITLES = dict(OFFICES)


@action("elections.declare", needs="elections.run")
def declare(
    act: Act,
    election: Election,
    *,
    declined: Iterable[UUID] = (),
    seen: int | None = None,
) -> Election:
    """Declares what the count of the round came to, by the law of its day. The whole derivation
    is kept and never reckoned again. Whoever is elected begins their term; where that makes the
    committee, the former one's ends and the handover begins."""
    round_ = current_round(election)
    require(rules.declared_together(round_ is not None and round_.declared_at is None))
    assert round_ is not None
    counted = judge(round_, declined=frozenset(declined))
    require(counted_in_full(counted.papers.complete and counted.papers.stations > 0))
    take(act, ELECTION, election, "declare", seen=seen)
    ballot.settle_poll(act, round_.poll)
    round_.valid, round_.declared_at = counted.outcome.valid, act.at
    round_.outcome = as_kept(counted)
    round_.announced_by_id = act.by.account
    round_.save(update_fields=["valid", "declared_at", "outcome", "announced_by"])
    election.declared_at = act.at
    election.save(update_fields=["declared_at"])
    begin_term(act, election, round_)
    publication.post(
        act, RESULT, round_, public_fields(round_), local_day(act.at), of=laws_of(election)
    )
    act.note(
        round=round_.number,
        valid=round_.valid,
        elected=len(round_.outcome["elected"]),
        left=round_.outcome["left"],
    )
    return election


@action("elections.hold_again", needs="elections.run")
def hold_again(act: Act, election: Election, *, day: date, seen: int | None = None) -> Election:
    """Calls a further vote: for the seats that are left, among those the law lets stand again; or
    the whole again, where the vote was not valid."""
    round_ = current_round(election)
    assert round_ is not None
    left = int(round_.outcome.get("left", 0))
    require(rules.seats_are_open(left))
    law = law_of(election, local_day(act.at))
    require(handover.runoff_in_time(round_.day, day, law=law))
    fields = fields_again(round_)
    for office, names in fields.items():
        require(rules.somebody_stands(in_chinese(TITLES[office]), len(names)))
    take(act, ELECTION, election, "hold_again", seen=seen)
    for standing in fields.values():
        for position, candidate in enumerate(standing, 1):
            Candidate.objects.create(
                community_id=election.community_id,
                election=election,
                round=round_.number + 1,
                office=candidate.office,
                person_id=candidate.person_id,
                name=candidate.name,
                position=position,
                statement=candidate.statement,
            )
    election.day = day
    election.save(update_fields=["day"])
    act.note(round=round_.number + 1, left=left, day=day.isoformat())
    return election


@action("elections.report", needs="elections.run")
def report(act: Act, election: Election) -> Election:
    """Notes that the result was reported to the street office."""
    election.reported_at = act.at
    election.save(update_fields=["reported_at"])
    return election


def as_kept(counted: Counted) -> dict[str, Any]:
    """The result of a round as data: the figures, each office, who is elected, every step."""
    ours = {theirs: office for office, theirs in AS_IN_LAW.items()}
    women = counted.count.women or frozenset()
    offices, elected = [], []
    for office, came in zip(counted.offices, counted.outcome.offices, strict=True):
        standing = counted.standing[office.office]
        votes = dict(came.tally)
        field = came.next_field if counted.outcome.valid else tuple(standing)
        offices.append(
            {
                "office": ours[came.office],
                "seats": came.seats,
                "left": came.seats_left,
                "tally": [[name, number] for name, number in came.tally],
                "elected": list(came.elected),
                "written_in": [
                    name
                    for name, _votes in came.tally
                    if name not in standing and name not in came.elected
                ],
                "tied": [list(each.tied) for each in came.revotes],
                "again": [_who(name, standing) for name in field] if came.seats_left else [],
            }
        )
        elected += [
            {
                "office": ours[came.office],
                "votes": votes[name],
                "woman": name in women,
                **_who(name, standing),
            }
            for name in came.elected
        ]
    count, papers = counted.count, counted.papers
    return {
        "mode": count.mode,
        "electors": count.electors,
        "issued": papers.counts.issued,
        "spoiled": papers.counts.spoiled,
        "cast": count.cast,
        "unreturned": papers.counts.unreturned or 0,
        "void": papers.tally.void,
        "runoff": count.runoff,
        "women_known": count.women is not None,
        "valid": counted.outcome.valid,
        "left": counted.outcome.seats_left,
        "offices": offices,
        "elected": elected,
        "steps": keep_all(counted.outcome.findings),
    }


def _who(name: str, standing: Any) -> dict[str, Any]:
    """A name as counted, and whom of the register it means; nobody's id where it was written in."""
    found = standing.get(name)
    return {
        "name": name,
        "person": str(found.person_id) if found else None,
        "candidate": str(found.pk) if found else None,
    }


def public_fields(round_: Round) -> dict[str, Any]:
    """What is posted of a round."""
    kept = round_.outcome
    title = {office: in_chinese(words) for office, words in TITLES.items()}
    return {
        "title": round_.election.title,
        "round": round_.number,
        "day": round_.day.isoformat(),
        "mode": in_chinese(round_.election.get_mode_display()),
        "electors": kept["electors"],
        "issued": kept["issued"],
        "cast": kept["cast"],
        "void": kept["void"],
        "valid": "选举有效" if round_.valid else "选举无效",
        "elected": [
            {"office": title[line["office"]], "name": line["name"], "votes": line["votes"]}
            for line in kept["elected"]
        ],
        "tally": [
            {"office": title[office["office"]], "name": name, "votes": votes}
            for office in kept["offices"]
            for name, votes in tally_for_everybody(office, "另选他人（未当选）合计")
        ],
        "left": kept["left"],
    }
