"""An election whose candidates were posted, as election day finds it, and the evening played."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from linli.core.access.actions import appoint
from linli.core.access.models import Account
from linli.core.audit.actor import Actor, the_operator
from linli.core.people.actions import register_person
from linli.governance.elections.actions import polling
from linli.governance.elections.models import Candidate, Election, Office, Round
from linli.lib.calendar import local_day
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.actions import evening
from linli.mechanisms.ballot.models import Elector, Station
from linli.mechanisms.ballot.tests.votes import stepping

OFFICES = (
    ("director", 1, ("林海", "苏婉")),
    ("deputy_director", 1, ("韩冰", "罗成")),
    ("committee_member", 3, ("高远", "白露", "江月", "石磊")),
)
SERVES = {"first": "worker", "second": "mediator", "witness": "supervisor"}


@dataclass
class ElectionDay:
    """The election with its roll, and shortcuts to what happens on the day."""

    setting: Any
    at: Any
    election: Election
    electors: list[Elector]
    stations: dict[str, Station] = field(default_factory=dict)

    def actor(self, key: str) -> Actor:
        """One of the cast with today's posts."""
        return self.setting.actor(key, local_day(self.at))

    @property
    def committee(self) -> Actor:
        """The election committee: the representative of the cast holds that post."""
        return self.actor("representative")

    @property
    def round(self) -> Round:
        found = Round.objects.filter(community=self.setting.community, election=self.election)
        return found.select_related("poll", "election", "community").get()

    def prepare(self, form: str = "choose") -> Round:
        """The paper is made."""
        return polling.prepare_ballots(self.again(), form=form, by=self.committee, at=self.at)

    def again(self) -> Election:
        """The election as it now is."""
        return Election.objects.select_related("community", "electorate").get(
            community=self.setting.community, pk=self.election.pk
        )

    def station(self, name: str) -> Station:
        """The station as it now is."""
        return Station.objects.select_related("poll__electorate", "community").get(
            community=self.setting.community, name=name
        )

    def set_up(self, name: str = "一号站", *, mobile: bool = False) -> Station:
        """A station with its tellers and witness."""
        station = evening.set_up_station(
            self.round.poll, name=name, mobile=mobile, by=self.committee, at=self.at
        )
        named = {part: self.account(key) for part, key in SERVES.items()}
        return evening.name_tellers(station, named=named, by=self.committee, at=self.at)

    def account(self, key: str) -> Account:
        return Account.objects.get(pk=self.setting.accounts[key].pk)

    def open(self, *names: str) -> None:
        """The polls open, and the stations."""
        polling.open_polls(self.again(), by=self.committee, at=self.at)
        for name in names:
            evening.open_station(self.station(name), by=self.committee, at=self.at)

    def hand_out(self, name: str, *numbers: int) -> None:
        """Papers to the electors of these numbers."""
        for number in numbers:
            evening.hand_out(
                self.station(name),
                elector=self.electors[number - 1],
                by=self.actor("worker"),
                at=self.at,
            )

    def seal(self, *names: str) -> None:
        """Boxes sealed, polls closed."""
        for name in names:
            evening.seal_box(self.station(name), by=self.committee, at=self.at)
        polling.close_polls(self.again(), by=self.committee, at=self.at)

    def count(self, name: str, lines: Any, *, unreturned: int = 0, confirm: bool = True) -> None:
        """Both tellers enter the same, the witness confirms."""
        returned = sum(number for _pattern, number in lines)
        evening.open_box(
            self.station(name),
            returned=returned,
            unreturned=unreturned,
            by=self.actor(SERVES["first"]),
            at=self.at,
        )
        for part in ("first", "second"):
            self.enter(name, part, lines)
        if confirm:
            evening.confirm_count(self.station(name), by=self.actor(SERVES["witness"]), at=self.at)

    def enter(self, name: str, part: str, lines: Any, key: Any = None) -> Any:
        """One teller hands in."""
        from linli.lib.identity.ids import new_id

        return evening.enter_sheet(
            self.station(name),
            part=part,
            key=key or new_id(),
            lines=lines,
            by=self.actor(SERVES[part]),
            at=self.at,
        )


def marks(director: int = 0, deputy: int = 0, members: tuple[int, ...] = (), written: Any = None):
    """A paper of the `choose` form: positions of the candidates, 0 for none."""
    pattern: dict[str, Any] = {}
    if director:
        pattern["1"] = {"marks": {str(director): "for"}}
    if deputy:
        pattern["2"] = {"marks": {str(deputy): "for"}}
    if members or written:
        pattern["3"] = {"marks": {str(each): "for" for each in members}}
        if written:
            pattern["3"]["written"] = list(written)
    return pattern


def make_election(setting: Any, at: Any, *, electors: int = 30) -> ElectionDay:
    """An election on the day of `at`: roll frozen, candidates posted, nothing prepared yet."""
    community, on = setting.community, local_day(at)
    for key, post in (("representative", "election_committee"),):
        appoint(
            community,
            account=setting.accounts[key],
            post=post,
            since=on - timedelta(days=60),
            by=the_operator(),
            at=at,
        )
    with stepping() as take:
        roll = take(
            ballot.draft_electorate,
            community,
            base="electors",
            title="选民名单",
            as_of=on,
            by=the_operator(),
            moment=at,
        )
        people = [
            register_person(community, name=f"选民{n:04}", by=the_operator(), at=at)
            for n in range(1, electors + 1)
        ]
        entrants = [
            ballot.Entrant(name=each.name, person=each.pk, group="翠湖新村居民小组")
            for each in people
        ]
        take(ballot.add_electors, roll, entrants, by=the_operator(), moment=at)
        roll = take(ballot.freeze, roll, by=the_operator(), moment=at)
    election = Election.objects.create(
        community=community,
        kind="term",
        title="东湖社区居民委员会换届选举",
        mode="electors",
        mode_decision="居民会议",
        day=on,
        term_starts=on,
        term_ends=on.replace(year=on.year + 5, day=min(on.day, 28)),
        electorate=roll,
        roll_posted_on=on - timedelta(days=25),
        candidates_posted_on=on - timedelta(days=6),
        state="nominated",
        state_since=at,
        version=6,
    )
    for place, (office, seats, names) in enumerate(OFFICES, 1):
        row = Office.objects.create(
            community=community, election=election, office=office, seats=seats, position=place
        )
        for position, name in enumerate(names, 1):
            person = register_person(community, name=name, by=the_operator(), at=at)
            Candidate.objects.create(
                community=community,
                election=election,
                office=row,
                person=person,
                name=name,
                position=position,
            )
    found = Elector.objects.filter(community=community, electorate=roll).order_by("number")
    return ElectionDay(setting, at, election, list(found))
