"""What a round was counted to, as the law's rules ask for it: each office by the names on the
ballot and those written in, who is a woman, who is near kin."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.people.models import Person
from linli.core.people.queries import persons_in
from linli.governance.elections.models import (
    Candidate,
    Election,
    Kinship,
    Membership,
    Office,
    Round,
)
from linli.governance.elections.rules.declaring import declare
from linli.governance.elections.rules.law import DEPUTY, DIRECTOR, MEMBER, ElectionLaw
from linli.governance.elections.rules.outcome import Count, OfficeCount, Outcome
from linli.governance.elections.rules.sitting import holds_the_higher_office
from linli.governance.elections.yardsticks import law_of
from linli.lib.calendar import local_day
from linli.mechanisms.ballot.queries.counts import Count as BallotCount, count_of

AS_IN_LAW = {"director": DIRECTOR, "deputy_director": DEPUTY, "committee_member": MEMBER}
"""What the rules call an office."""


@dataclass(frozen=True)
class Counted:
    """A round counted and judged. `papers` is the count itself, `standing` the candidates by the
    name under which they were counted, office by office (our own names of the offices)."""

    papers: BallotCount
    count: Count
    outcome: Outcome
    standing: Mapping[str, Mapping[str, Candidate]]
    offices: tuple[Office, ...]


def current_round(election: Election) -> Round | None:
    """The latest round, with its poll."""
    found: Round | None = (
        Round.objects.filter(community=election.community_id, election=election)
        .select_related("poll__electorate", "election")
        .order_by("-number")
        .first()
    )
    return found


def rounds_of(election: Election) -> list[Round]:
    """Every round in order, with its poll."""
    return list(
        Round.objects.filter(community=election.community_id, election=election)
        .select_related("poll__electorate", "election")
        .order_by("number")
    )


def is_counted(election: Election) -> bool:
    """Whether the latest round can be declared: every station counted and confirmed."""
    round_ = current_round(election)
    if round_ is None or election.state != "counting" or round_.poll.state != "closed":
        return False
    count = count_of(round_.poll)
    return count.complete and count.stations > 0


def candidates_of(round_: Round) -> list[Candidate]:
    """Who stood in a round, by office and place on the ballot."""
    return list(
        Candidate.objects.filter(
            community=round_.community_id, election=round_.election_id, round=round_.number
        )
        .select_related("office", "person", "option__question")
        .order_by("office__position", "position")
    )


def judge(round_: Round, *, declined: frozenset[UUID] = frozenset()) -> Counted:
    """The count of a round with what the law of its day makes of it. `declined`: candidates who
    said that they do not take the office. Refused before the poll is closed."""
    election, on = round_.election, _day_of(round_)
    law = law_of(election, on)
    papers = count_of(round_.poll, over_marked="paper" if law.overmark_voids_paper else "column")
    standing = _by_name(candidates_of(round_))
    offices = tuple(
        office
        for office in Office.objects.filter(
            community=election.community_id, election=election
        ).order_by("position")
        if office.office in standing
    )
    gone = frozenset(
        name
        for names in standing.values()
        for name, each in names.items()
        if each.pk in declined or each.withdrew_on is not None
    )
    tallies = tuple(_office(office, standing[office.office], papers) for office in offices)
    known = _known(election, standing, {name for each in tallies for name in each.votes})
    count = Count(
        mode=election.mode,
        electors=round_.poll.electorate.size,
        cast=papers.tally.papers,
        offices=tallies,
        issued=papers.counts.issued - papers.counts.spoiled,
        runoff=_is_runoff(election, round_.number),
        women=_women(standing, known),
        kin=_kin(election, known),
        withdrawn=gone,
        **_before(election, round_.number),
    )
    outcome = _declare(count, law)
    if any(not _sex_known(name, known) for each in outcome.offices for name in each.elected):
        # Somebody written in was elected, of whom the register does not know it: not judged.
        outcome = _declare(count := replace(count, women=None), law)
    return Counted(papers, count, outcome, standing, offices)


def _declare(count: Count, law: ElectionLaw) -> Outcome:
    """The outcome; whoever has the votes for two offices takes the higher, and the votes for the
    lower one are looked at without them."""
    outcome = declare(count, law=law)
    taken: set[str] = set()
    steps = []
    offices = list(count.offices)
    for place, office in enumerate(outcome.offices):
        twice = [name for name in office.elected if name in taken]
        if twice:
            kept = offices[place]
            offices[place] = replace(
                kept,
                votes={name: n for name, n in kept.votes.items() if name not in twice},
                candidates=tuple(name for name in kept.candidates if name not in twice),
            )
            steps += [holds_the_higher_office(name) for name in twice]
        taken.update(office.elected)
    if not steps:
        return outcome
    again = declare(replace(count, offices=tuple(offices)), law=law)
    return replace(again, findings=(*steps, *again.findings))


def _by_name(candidates: list[Candidate]) -> dict[str, dict[str, Candidate]]:
    """Candidates by office and by the name they are counted under: their own, and where two of
    one office bear the same, with the place on the ballot behind it."""
    found: dict[str, dict[str, Candidate]] = {}
    for each in candidates:
        names = found.setdefault(each.office.office, {})
        alike = [
            other
            for other in candidates
            if other.office_id == each.office_id and other.name == each.name
        ]
        names[each.name if len(alike) == 1 else f"{each.name}（{each.position}）"] = each
    return found


def _office(office: Office, standing: Mapping[str, Candidate], papers: BallotCount) -> OfficeCount:
    options = {name: each.option for name, each in standing.items() if each.option is not None}
    question = next(option.question for option in options.values())
    tallied = papers.tally.questions.get(question.position)
    votes: Counter[str] = Counter()
    if tallied is not None:
        for name, option in options.items():
            told = tallied.options.get(option.position)
            votes[name] += told.for_ if told else 0
        for name, number in tallied.written.items():
            votes[name] += number
    return OfficeCount(
        votes=dict(votes),
        seats=question.seats,
        office=AS_IN_LAW[office.office],
        candidates=tuple(standing),
        void=papers.tally.void + (tallied.void if tallied else 0),
    )


def _known(
    election: Election, standing: Mapping[str, Mapping[str, Candidate]], names: set[str]
) -> dict[str, Person]:
    """The people behind the names: the candidates, and those written in whose name only one of
    the register bears. Whom another name means nobody can say from the paper."""
    known = {name: each.person for found in standing.values() for name, each in found.items()}
    written: dict[str, list[Person]] = {}
    for person in persons_in(election.community_id).filter(name__in=names - known.keys()):
        written.setdefault(person.name, []).append(person)
    return known | {name: found[0] for name, found in written.items() if len(found) == 1}


def _sex_known(name: str, known: Mapping[str, Person]) -> bool:
    return name in known and bool(known[name].sex)


def _women(
    standing: Mapping[str, Mapping[str, Candidate]], known: Mapping[str, Person]
) -> frozenset[str] | None:
    if any(not each.person.sex for found in standing.values() for each in found.values()):
        return None
    return frozenset(name for name, person in known.items() if person.sex == "female")


def _kin(election: Election, known: Mapping[str, Person]) -> tuple[tuple[str, str], ...]:
    names = {person.pk: name for name, person in known.items()}
    pairs = Kinship.objects.filter(community=election.community_id, election=election)
    return tuple(
        (names[one], names[other])
        for one, other in pairs.values_list("one", "other")
        if one in names and other in names
    )


def _is_runoff(election: Election, number: int) -> bool:
    """A further election for the seats a valid vote left; after a vote that was not valid the
    whole is held again, and the first vote's majority is asked."""
    return any(each.number < number and each.valid for each in rounds_of(election))


def _before(election: Election, number: int) -> dict[str, Any]:
    earlier = [each for each in rounds_of(election) if each.number < number and each.valid]
    elected = [line for each in earlier for line in each.outcome.get("elected", [])]
    # Who was written in is known once they have taken the office.
    seated = set(
        Membership.objects.filter(
            community=election.community_id, round__in=earlier, person__sex="female"
        ).values_list("name", flat=True)
    )
    women = [line for line in elected if line.get("woman") or line["name"] in seated]
    return {
        "elected_before": len(elected),
        "women_before": len(women),
        "woman_leads": any(line["office"] != "committee_member" for line in women),
    }


def _day_of(round_: Round) -> date:
    return local_day(round_.poll.opened_at) if round_.poll.opened_at else round_.day
