"""Election day, read: the round that comes or runs, what must hold before it opens, who may
serve, what was printed and what the stations make of it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Max, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from linli.core.access.models import Account
from linli.governance.elections.models import (
    Assistance,
    Candidate,
    Duty,
    Election,
    Kinship,
    Objection,
    Printing,
    Round,
)
from linli.governance.elections.rules import polling as rules
from linli.governance.elections.rules.stations import station_staffed
from linli.governance.elections.yardsticks import law_of
from linli.lib.law import Finding
from linli.mechanisms.ballot.models import Poll, Station, Teller
from linli.mechanisms.ballot.queries.counts import stations_of


def coming_round(election: Election) -> int:
    """The number of the round whose candidates were posted last."""
    latest = Candidate.objects.filter(community=election.community_id, election=election).aggregate(
        latest=Max("round")
    )["latest"]
    return int(latest or 1)


def candidates_of_round(election: Election, number: int | None = None) -> list[Candidate]:
    """Those who stand in a round (the coming one, where none is named), in the order posted."""
    rows = Candidate.objects.filter(
        community=election.community_id,
        election=election,
        round=number or coming_round(election),
        withdrew_on__isnull=True,
    )
    return list(rows.select_related("office").order_by("office__position", "position"))


def round_numbered(election: Election, number: int) -> Round | None:
    """One round with its poll."""
    found: Round | None = _rounds(election).filter(number=number).first()
    return found


def current_round(election: Election) -> Round | None:
    """The latest round with its poll."""
    found: Round | None = _rounds(election).order_by("-number").first()
    return found


def round_to_come(election: Election) -> Round | None:
    """The round whose paper has been made and whose polls have not been opened."""
    found = round_numbered(election, coming_round(election))
    return found if found is not None and found.poll.state == "preparing" else None


def round_with_poll(community: UUID, round_: UUID) -> Round | None:
    """A round by its id."""
    found: Round | None = (
        Round.objects.filter(community=community, pk=round_)
        .select_related("poll__electorate", "election", "community")
        .first()
    )
    return found


def title_of_round(election: Election, number: int) -> str:
    """What the poll of a round is called."""
    if number == 1:
        return election.title
    return _("{title} 另行选举（第 {number} 轮）").format(title=election.title, number=number)


def election_of_station(station: Station) -> Election:
    """The election a station belongs to."""
    found = Round.objects.filter(
        community=station.community_id, poll=station.poll_id
    ).select_related("election")
    return found.get().election


def election_of_poll(poll: Poll) -> Election | None:
    """The election a poll belongs to; None for a recall's."""
    found = (
        Round.objects.filter(community=poll.community_id, poll=poll)
        .select_related("election")
        .first()
    )
    return found.election if found else None


def may_serve(election: Election | None, account: Account | None, name: str = "") -> Finding:
    """Whether somebody may be on duty or count: no candidate of the coming round, no near
    relative of one. Without an account only the name can be held against the list."""
    if election is None:
        return rules.serves_impartially(candidate=False, kin=False)
    standing = candidates_of_round(election)
    persons = {each.person_id for each in standing}
    person = account.person_id if account else None
    named = (account.label if account else name).strip()
    candidate = person in persons or (person is None and named in {each.name for each in standing})
    kin = person is not None and _is_kin(election, person, persons)
    return rules.serves_impartially(candidate=candidate, kin=kin)


def _is_kin(election: Election, person: UUID, persons: set[UUID]) -> bool:
    return (
        Kinship.objects.filter(community=election.community_id, election=election)
        .filter(Q(one=person, other__in=persons) | Q(other=person, one__in=persons))
        .exists()
    )


def serves_at(poll: Poll, account: Account) -> Finding:
    """What the mechanism asks before somebody is named as a teller."""
    return may_serve(election_of_poll(poll), account)


def opening_conditions(election: Election, round_: Round, on: date) -> list[Finding]:
    """Everything that must hold before the first paper is handed out, in the order one sees to
    it, with what the place's law adds on who staffs a station."""
    questions = round_.poll.questions.count()
    options = sum(q.options.count() for q in round_.poll.questions.prefetch_related("options"))
    stations = list(stations_of(round_.poll).filter(state="preparing"))
    named = _tellers(round_.poll)
    bare = sum(len(named[station.pk]) < 3 for station in stations)
    undecided = Objection.objects.filter(
        community=election.community_id, election=election, state="lodged"
    ).count()
    return [
        rules.on_election_day(on, round_.day),
        rules.objections_decided(undecided),
        rules.ballots_prepared(questions, options),
        rules.stations_ready(len(stations), bare),
        *_staffing(election, stations, named, on),
    ]


def _staffing(
    election: Election, stations: list[Station], named: dict[UUID, list[Teller]], on: date
) -> list[Finding]:
    """The first station whose staff falls short or is partial; else that all are well staffed."""
    law = law_of(election, on)
    duties = defaultdict(list)
    for duty in Duty.objects.filter(
        community=election.community_id, station__in=stations
    ).select_related("account"):
        duties[duty.station_id].append(duty)
    standing = candidates_of_round(election)
    persons = {each.person_id for each in standing}
    names = {each.name for each in standing}
    found: list[Finding] = []
    for station in stations:
        on_duty, tellers = duties[station.pk], named[station.pk]
        people = {(duty.account_id or duty.name) for duty in on_duty}
        people |= {teller.account_id for teller in tellers}
        serving = {
            duty.account.person_id for duty in on_duty if duty.account and duty.account.person_id
        }
        serving |= {teller.account.person_id for teller in tellers if teller.account.person_id}
        strangers = {
            duty.name for duty in on_duty if not duty.account or not duty.account.person_id
        }
        candidates = len(serving & persons) + len(strangers & names)
        kin = sum(_is_kin(election, person, persons) for person in serving)
        found = list(station_staffed(len(people), len(tellers), candidates, kin, law=law).steps)
        if not all(found):
            break
    return found


def _tellers(poll: Poll) -> dict[UUID, list[Teller]]:
    named: dict[UUID, list[Teller]] = defaultdict(list)
    rows = Teller.objects.filter(community=poll.community_id, station__poll=poll)
    for teller in rows.select_related("account"):
        named[teller.station_id].append(teller)
    return named


def stations_not_sealed(round_: Round) -> int:
    """How many stations have not sealed their box (or never opened)."""
    return stations_of(round_.poll).filter(state__in=["preparing", "open"]).count()


def issued_in(round_: Round) -> int:
    """How many papers all stations handed out, replacements included."""
    return int(stations_of(round_.poll).aggregate(all=Sum("issued"))["all"] or 0)


def printings_of(round_: Round) -> "QuerySet[Printing]":
    """The runs printed, by serial."""
    return (
        Printing.objects.filter(community=round_.community_id, round=round_)
        .select_related("station", "printed_by")
        .order_by("first")
    )


def printing_here(community: UUID, run: UUID) -> Printing | None:
    """One run, with what its paper needs."""
    found: Printing | None = (
        Printing.objects.filter(community=community, pk=run)
        .select_related("station", "round__poll", "round__election", "community")
        .first()
    )
    return found


def printed_in(round_: Round) -> int:
    """How many ballots were printed for a round."""
    total = printings_of(round_).aggregate(all=Sum(F("last") - F("first") + 1))["all"]
    return int(total or 0)


@dataclass(frozen=True, slots=True)
class PaperLedger:
    """A round's papers held against each other: printed, handed out, destroyed."""

    printed: int
    issued: int
    destroyed: int

    @property
    def finding(self) -> Finding:
        """Whether every paper is accounted for."""
        return rules.leftovers_fit(self.printed, self.issued, self.destroyed)


def ledger_of(round_: Round) -> PaperLedger:
    """The papers of a round."""
    destroyed = printings_of(round_).aggregate(all=Sum("destroyed"))["all"]
    return PaperLedger(printed_in(round_), issued_in(round_), int(destroyed or 0))


def duties_at(poll: Poll) -> "QuerySet[Duty]":
    """The roster of all stations of a poll."""
    return (
        Duty.objects.filter(community=poll.community_id, station__poll=poll)
        .select_related("station", "account")
        .order_by("station__name", "begins", "task")
    )


def assistance_in(poll: Poll) -> "QuerySet[Assistance]":
    """How many were helped to vote, by station and way."""
    return (
        Assistance.objects.filter(community=poll.community_id, station__poll=poll)
        .select_related("station")
        .order_by("station__name", "way")
    )


def duty_here(community: UUID, duty: UUID) -> Duty | None:
    """One line of the roster."""
    found: Duty | None = (
        Duty.objects.filter(community=community, pk=duty).select_related("station__poll").first()
    )
    return found


def _rounds(election: Election) -> "QuerySet[Round]":
    return Round.objects.filter(community=election.community_id, election=election).select_related(
        "poll__electorate", "poll__community", "election", "community"
    )
