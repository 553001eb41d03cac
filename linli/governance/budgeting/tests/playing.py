"""The hands that lead a round from its plan to the count, for tests and the story."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import Any
from uuid import uuid4

from linli.core.access.models import Account
from linli.core.audit.actor import Actor
from linli.core.people.models import Person, Tie
from linli.core.places.models import Place
from linli.governance.budgeting import actions
from linli.governance.budgeting.models import Idea, Project, Round
from linli.governance.budgeting.queries.results import projects_of
from linli.lib.calendar import SHANGHAI, local_day
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.actions import evening
from linli.mechanisms.ballot.models import Elector, Station

VETTERS = {"lawful": "director", "possible": "worker", "cost": "worker", "upkeep": "property"}
RULES: dict[str, Any] = {
    "form": "approval",
    "most": None,
    "each": None,
    "method": "equal_shares",
    "completion": "add1",
    "stop": "exhaustive",
    "step_fen": 100,
    "least": 0,
    "threshold": False,
    "compared": False,
    "lot": "3 5 2 6",
    "voter_age": 16,
    "left_to": "并入下一轮",
}


class Play:
    """One round in one community. Day 0 is the day of `at`."""

    def __init__(self, setting: Any, at: datetime) -> None:
        self.setting, self.at, self.place = setting, at, setting.community
        self.vetters = {a: setting.accounts[key] for a, key in _vetters(setting).items()}

    def day(self, number: int) -> Any:
        return local_day(self.at) + timedelta(days=number)

    def moment(self, number: int, hour: int = 10) -> datetime:
        return datetime.combine(self.day(number), time(hour), SHANGHAI)

    def by(self, key: str, number: int = 0) -> Actor:
        return self.setting.actor(key, self.day(number))

    def plan(self, fen: int = 20_000_000, **more: Any) -> Round:
        given: dict[str, Any] = {
            "title": "翠湖苑大家定的钱",
            "source": "惠民项目资金，只能用在公共地方",
            "asks": "公共地方的小改造；不能用在哪一家，不能发钱发东西。",
            "ideas_each": 3,
            "ideas_until": self.day(5),
            "vetting_until": self.day(8),
            "vote_from": self.day(14),
            "vote_until": self.day(16),
            "area": None,
            **more,
        }
        return actions.plan_round(self.place, fen=fen, by=self.by("worker"), at=self.at, **given)

    def call(self, round_: Round) -> Round:
        """Names who vets, and calls for ideas."""
        actions.name_vetters(round_, named=self.vetters, by=self.by("director"), at=self.at)
        return actions.open_ideas(round_, by=self.by("director"), at=self.at)

    def send(self, round_: Round, title: str, *, by: Actor | None = None, **more: Any) -> Idea:
        given = {"text": f"{title}，照图做。", "need": "楼下的人都用得上。", **more}
        who = by or self.by("elder", 1)
        return actions.send_idea(round_, title=title, **given, by=who, at=self.moment(1))

    def vet(self, idea: Idea, **found: Any) -> Idea:
        """Every aspect by whoever was named for it; `found`: what is otherwise than well."""
        for aspect in ("lawful", "possible", "cost", "upkeep"):
            given: dict[str, Any] = {"holds": True, "reason": "核过，可以。"}
            if aspect == "cost":
                given["fen"] = found.get("fen", 1_000_000)
            if aspect == "upkeep":
                given |= {"fen": 10_000, "by_whom": "物业公司"}
            given |= found.get(aspect, {})
            account = self.vetters[aspect]
            actor = self.by(next(k for k, a in self.setting.accounts.items() if a == account), 6)
            idea = actions.vet_idea(idea, aspect=aspect, **given, by=actor, at=self.moment(6))
        return idea

    def vetted(self, costs: Sequence[int], **more: Any) -> Round:
        """A round whose ideas, one for each cost, have all passed."""
        round_ = self.call(self.plan(**more))
        ideas = [
            self.send(round_, f"项目{place}", by=self.resident(place))
            for place in range(1, len(costs) + 1)
        ]
        for idea in ideas:
            actions.list_idea(idea, by=self.by("worker", 1), at=self.moment(1, 11))
        actions.close_ideas(round_, by=self.by("director", 6), at=self.moment(6, 9))
        for idea, fen in zip(ideas, costs, strict=True):
            self.vet(idea, fen=fen)
        return round_

    def rule(self, round_: Round, **more: Any) -> Round:
        given = {**RULES, "roll_on": self.day(14), **more}
        return actions.fix_rules(round_, by=self.by("director", 8), at=self.moment(8), **given)

    def open(self, round_: Round) -> Round:
        return actions.open_vote(round_, by=self.by("director", 14), at=self.moment(14))

    def resident(self, number: int = 0) -> Actor:
        """Somebody who lives here, as an account of their own would act."""
        dwelling = Place.objects.filter(community=self.place, kind="dwelling").first()
        assert dwelling is not None
        account = Account.objects.create(
            username=f"r{uuid4().hex[:12]}", label="居民", created_at=self.at
        )
        return Actor(account=account.pk, dwellings=(dwelling.pk,))

    def move_in(self, number: int) -> list[Person]:
        """So many grown-up residents, registered at one go: what they do afterwards is real."""
        dwelling = Place.objects.filter(community=self.place, kind="dwelling").first()
        since = self.day(-400)
        people = Person.objects.bulk_create(
            Person(
                community=self.place,
                name=f"居民{place}",
                birth_date=self.day(-365 * 40),
                registered_at=self.at,
                changed_at=self.at,
            )
            for place in range(number)
        )
        Tie.objects.bulk_create(
            Tie(
                community=self.place,
                person=each,
                dwelling=dwelling,
                kind="usual_resident",
                since=since,
                source="desk",
            )
            for each in people
        )
        return people

    def cast(self, round_: Round, people: Iterable[Person], *positions: int) -> None:
        """Each casts the same paper on a screen."""
        pattern = {"1": {"marks": {str(each): "for" for each in positions}}}
        for person in people:
            by = Actor(account=person.pk, person=person.pk)
            ballot.cast(round_.poll, pattern=pattern, by=by, at=self.moment(15))

    def station(self, round_: Round, tellers: Sequence[str]) -> Station:
        """A station with its tellers and witness, open."""
        parts = zip(("first", "second", "witness"), tellers, strict=True)
        at, by = self.moment(14, 11), self.by("director", 14)
        station = evening.set_up_station(round_.poll, name="居委会", by=by, at=at)
        named = {part: self.setting.accounts[key] for part, key in parts}
        evening.name_tellers(station, named=named, by=by, at=at)
        return evening.open_station(station, by=by, at=at)

    def hand_out(self, station: Station, round_: Round, people: Sequence[Person]) -> None:
        assert round_.poll is not None
        lines = Elector.objects.filter(
            community=self.place, electorate=round_.poll.electorate_id, person__in=people
        )
        by, at = self.by("worker", 15), self.moment(15)
        for line in list(lines):
            evening.hand_out(station, elector=line, by=by, at=at)

    def close(self, round_: Round) -> Round:
        return actions.close_vote(round_, by=self.by("director", 16), at=self.moment(16, 19))

    def read_out(self, station: Station, tellers: Sequence[str], lines: Any) -> None:
        """Two enter the papers, a witness confirms."""
        at, number = self.moment(16, 20), sum(each for _pattern, each in lines)
        station.refresh_from_db()
        by = {key: self.by(key, 16) for key in tellers}
        evening.open_box(station, returned=number, unreturned=0, by=by[tellers[0]], at=at)
        for part, key in (("first", tellers[0]), ("second", tellers[1])):
            evening.enter_sheet(station, part=part, key=uuid4(), lines=lines, by=by[key], at=at)
        evening.confirm_count(station, by=by[tellers[2]], at=at)

    def count(self, round_: Round) -> Round:
        return actions.count_votes(round_, by=self.by("director", 16), at=self.moment(16, 21))

    def publish(self, round_: Round) -> Round:
        return actions.publish_result(round_, by=self.by("director", 17), at=self.moment(17))

    def project(self, round_: Round, position: int) -> Project:
        return next(each for each in projects_of(round_) if each.position == position)


def _vetters(setting: Any) -> dict[str, str]:
    keys = {aspect: key for aspect, key in VETTERS.items() if key in setting.accounts}
    return {aspect: keys.get(aspect, "worker") for aspect in VETTERS}
