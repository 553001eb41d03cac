"""The term change of the year: from the plan to the archived file, played through the acts."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from linli.core.audit.actor import the_operator
from linli.core.files.filing import digest
from linli.core.people.actions import move_in, register_person
from linli.core.people.models import Person
from linli.core.places.queries import dwellings_under
from linli.governance.elections import actions, filing
from linli.governance.elections.actions import declaring, handing_over, polling, printing
from linli.governance.elections.models import Election, HandoverItem, Round
from linli.governance.elections.queries.elections import nominations_of
from linli.governance.elections.queries.standing import elector_of
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.mechanisms.ballot.actions import evening
from linli.mechanisms.ballot.models import Elector, Station
from linli.web.demo.audit import audit_director
from linli.web.demo.cast import Setting

LAW_OF_2025 = date(2026, 1, 1)
VOTED = 262
"""Election day, in days before the day of the demo."""
BEGAN = VOTED + 52
TITLE = "东湖社区第七届居民委员会换届选举"
SEATS = (("director", 1), ("deputy_director", 1), ("committee_member", 5))
STAND = {
    "director": ("周明华", "吴德胜"),
    "deputy_director": ("沈玉梅", "郑桂芳"),
    "committee_member": ("韩志远", "秦海燕", "许文斌", "吕秀珍", "施立新", "冯志远"),
}
"""Who stands, in the order of the list; those of the former committee are on the roster."""
SURNAMES, GIVEN = "唐宋梁谢韦邓曹彭曾田", ("春生", "秋萍", "国栋", "美华")
TERM = 5
HALL, BOX = "一号站 社区服务中心", "流动票箱"
SERVES = {"first": "worker", "second": "mediator", "witness": "supervisor"}
# Whom the papers were for, by their places in STAND, and on how many of them.
Paper = tuple[int, int, tuple[int, ...], int]
IN_HALL = ((0, 0, (0, 1, 2, 3, 4), 14), (0, 0, (0, 1, 2, 3, 5), 5), (0, 1, (1, 2, 3, 4, 5), 4),
           (1, 0, (0, 1, 2, 4), 3))  # fmt: skip
IN_BOX = ((0, 0, (0, 1, 2, 3, 4), 6), (1, 1, (0, 1, 4, 5), 2))
CARRIED_OFF, VOID = 1, 1
AMOUNTS = {
    "seal": "2 枚",
    "accounts": "1 册",
    "property": "1 份",
    "files": "1 卷",
    "matters": "1 份",
}


def has_year(at: datetime) -> bool:
    """Whether the law of 2025 has been in force for as long as this story is."""
    return local_day(at - timedelta(days=BEGAN)) >= LAW_OF_2025


def play_election(setting: Setting, at: datetime) -> None:
    """Plays the term change in the year before `at`; nothing happens before the law was there."""
    if has_year(at):
        _TermChange(setting, at).play()


class _TermChange:
    """The hands of the committee, the election committee and the tellers."""

    def __init__(self, setting: Setting, at: datetime) -> None:
        self.setting, self.now, self.place = setting, at, setting.community
        self.people: list[Person] = []

    def play(self) -> None:
        self._settle()
        self._plan()
        audit_director(self.setting, self.ago(VOTED + 45), self.ago(VOTED + 30))
        self._register()
        self._nominate()
        self._prepare_day()
        self._vote()
        self._count()
        self._hand_over()

    def ago(self, days: int, hour: int = 10) -> datetime:
        day = timezone.localtime(self.now - timedelta(days=days))
        return day.replace(hour=hour, minute=0, second=0, microsecond=0)

    def on(self, days: int) -> date:
        return local_day(self.ago(days))

    def by(self, key: str, days: int, hour: int = 10) -> dict[str, Any]:
        at = self.ago(days, hour)
        return {"by": self.setting.actor(key, local_day(at)), "at": at}

    @property
    def election(self) -> Election:
        return Election.objects.select_related("community", "electorate").get(
            community=self.place, title=TITLE
        )

    @property
    def round(self) -> Round:
        return Round.objects.select_related("poll", "election", "community").get(
            community=self.place, election=self.election
        )

    def station(self, name: str) -> Station:
        return Station.objects.select_related("poll__electorate", "community").get(
            community=self.place, poll=self.round.poll, name=name
        )

    def _settle(self) -> None:
        """Those who stand and are not on the roster yet, and their neighbours."""
        homes, since, at = list(dwellings_under(self.setting.old)), self.on(355), self.ago(355)
        known = {each.name: each for each in Person.objects.filter(community=self.place)}
        names = [name for standing in STAND.values() for name in standing]
        names += [surname + given for surname in SURNAMES for given in GIVEN[:3]]
        for number, name in enumerate(names):
            person = known.get(name)
            if person is None:
                person = register_person(
                    self.place,
                    name=name,
                    sex="female" if number % 2 else "male",
                    birth_date=date(1952 + number, 3, 1 + number % 28),
                    by=the_operator(),
                    at=at,
                )
                home = homes[number * 5 % len(homes)]
                move_in(
                    person, dwelling=home, kind="hukou_here", since=since, by=the_operator(), at=at
                )
            self.people.append(person)
        director = self.setting.accounts["director"]
        director.person = self._person(director.label)
        director.save(update_fields=["person"])

    def _person(self, name: str) -> Person:
        return next(each for each in self.people if each.name == name)

    def _plan(self) -> None:
        day = self.on(VOTED)
        plan = actions.Plan(
            kind="term",
            title=TITLE,
            day=day,
            term_starts=day,
            term_ends=_years_on(day, TERM),
            seats=SEATS,
            outgoing_ends=day,
        )
        director = self.by("director", BEGAN)
        actions.plan(self.place, plan=plan, **director)
        actions.decide_mode(
            self.election,
            mode="electors",
            decision="居民代表会议决议，到会 39 人，赞成 37 人",
            decided_on=self.on(BEGAN),
            **director,
        )
        elder = self.setting.accounts["elder"].person
        assert elder is not None
        for place, person in enumerate([elder, *self.people[-4:]]):
            actions.place_on_committee(
                self.election, person=person, serves=place < 3, chairs=not place, **director
            )
        actions.form_committee(
            self.election,
            chosen_by="representatives_meeting",
            decision="居民代表会议推选，到会 39 人",
            chosen_on=self.on(BEGAN),
            **director,
        )

    def _register(self) -> None:
        actions.open_registration(self.election, **self.by("elder", BEGAN - 2))
        of_cast = [self.setting.accounts["elder"].person]
        worker = self.by("worker", BEGAN - 12)
        persons = [*self.people, *(each for each in of_cast if each)]
        actions.register_many(self.election, persons=persons, way="visit", **worker)
        tenant = self.setting.accounts["tenant"].person
        assert tenant is not None
        actions.register(
            self.election, person=tenant, ground="resident", way="phone",
            **self.by("tenant", BEGAN - 13),
        )  # fmt: skip
        actions.prepare_roll(self.election, **self.by("worker", VOTED + 26))
        actions.post_roll(self.election, **self.by("elder", VOTED + 25))

    def _nominate(self) -> None:
        worker, elder = self.by("worker", VOTED + 15), self.by("elder", VOTED + 12)
        for office in self.election.offices.order_by("position"):
            for name in STAND[office.office]:
                actions.nominate(
                    self.election, office=office, person=self._person(name), proposed_by="party",
                    **worker,
                )  # fmt: skip
        for row in nominations_of(self.election):
            actions.answer_nomination(row, accepts=True, **worker)
            actions.confirm_nomination(
                row, confirmed_on=self.on(VOTED + 12), paper="区民政局复函", bars=False, **elder
            )
        actions.prepare_candidates(self.election, **self.by("worker", VOTED + 10))
        actions.post_candidates(self.election, **self.by("elder", VOTED + 9))
        meeting = actions.call_meeting(
            self.election,
            held_at=self.ago(VOTED + 4, 19),
            where="社区服务中心二楼会议室",
            **self.by("elder", VOTED + 9),
        )
        actions.record_meeting(
            self.election,
            meeting=meeting,
            came=31,
            record="问得最多的是楼道照明、停车和活动室开放时间，候选人逐条作了回答。",
            **self.by("worker", VOTED + 4, 21),
        )
        principal, holder = (self._line(self.people[place]) for place in (12, 13))
        actions.give_proxy(
            self.election, principal=principal, holder=holder, written_on=self.on(VOTED + 8),
            away=True, in_writing=True, **self.by("worker", VOTED + 8),
        )  # fmt: skip
        actions.prepare_proxies(self.election, **self.by("worker", VOTED + 7))
        actions.post_proxies(self.election, **self.by("elder", VOTED + 6))

    def _line(self, person: Person) -> Elector:
        found = elector_of(self.election, person.pk)
        assert found is not None
        return found

    def _prepare_day(self) -> None:
        elder, worker = self.by("elder", VOTED + 3), self.by("worker", VOTED + 3)
        polling.prepare_ballots(self.election, **elder)
        for name in (HALL, BOX):
            evening.set_up_station(self.round.poll, name=name, mobile=name == BOX, **elder)
            named = {part: self.setting.accounts[key] for part, key in SERVES.items()}
            evening.name_tellers(self.station(name), named=named, **elder)
            polling.put_on_duty(
                self.station(name),
                account=self.setting.accounts["worker"],
                task="roll" if name == HALL else "carry",
                begins=time(8),
                ends=time(17),
                **worker,
            )
            printing.print_ballots(self.round, station=self.station(name), number=30, **elder)

    def _vote(self) -> None:
        polling.open_polls(self.election, **self.by("elder", VOTED, 8))
        coming = iter(self.people[:12] + self.people[13:])
        for name, papers in ((HALL, IN_HALL), (BOX, IN_BOX)):
            evening.open_station(self.station(name), **self.by("worker", VOTED, 8))
            number = sum(line[-1] for line in papers)
            number += CARRIED_OFF + VOID - 1 if name == HALL else 0  # one more comes for another
            for _each in range(number):
                evening.hand_out(
                    self.station(name), elector=self._line(next(coming)),
                    **self.by("worker", VOTED, 11),
                )  # fmt: skip
        principal, holder = (self._line(self.people[place]) for place in (12, 13))
        evening.hand_out(
            self.station(HALL), elector=principal, holder=holder, **self.by("worker", VOTED, 15)
        )
        for name in (HALL, BOX):
            evening.seal_box(self.station(name), **self.by("worker", VOTED, 17))
        polling.close_polls(self.election, **self.by("elder", VOTED, 17))

    def _count(self) -> None:
        first, witness = self.by("worker", VOTED, 18), self.by("supervisor", VOTED, 19)
        sheet = [({"void": "unreadable"}, VOID)]
        for name, papers, void, off in ((HALL, IN_HALL, VOID, CARRIED_OFF), (BOX, IN_BOX, 0, 0)):
            sheet += self._sheet(papers)
            returned = sum(line[-1] for line in papers) + void
            evening.open_box(self.station(name), returned=returned, unreturned=off, **first)
        # Eight papers would tell who voted how: they are mixed with those of the hall.
        elder = self.by("elder", VOTED, 18)
        evening.join_boxes(self.station(BOX), into=self.station(HALL), **elder)
        for part in ("first", "second"):
            evening.enter_sheet(
                self.station(HALL), part=part, key=new_id(), lines=sheet,
                **self.by(SERVES[part], VOTED, 18),
            )  # fmt: skip
        evening.confirm_count(self.station(HALL), **witness)
        declaring.declare(self.election, **self.by("elder", VOTED, 20))
        declaring.report(self.election, **self.by("elder", VOTED - 1))
        for run in self.round.printings.select_related("station"):
            issued = self.station(run.station.name).issued
            printing.destroy_leftovers(
                run, number=run.number - issued, **self.by("elder", VOTED - 1)
            )

    def _sheet(self, papers: Iterable[Paper]) -> list[tuple[Any, int]]:
        """The papers as a teller enters them, by their lines."""
        lines: list[dict[str, str]] = []
        for question in self.round.poll.questions.prefetch_related("options"):
            lines.append({each.title: str(each.position) for each in question.options.all()})
        sheet = []
        for director, deputy, members, number in papers:
            pattern = {}
            chosen = zip(STAND.values(), lines, ((director,), (deputy,), members), strict=True)
            for position, (names, line, places) in enumerate(chosen, 1):
                pattern[str(position)] = {"marks": {line[names[each]]: "for" for each in places}}
            sheet.append((pattern, number))
        return sheet

    def _hand_over(self) -> None:
        """The election committee writes down what the former side gives, the director takes it."""
        elder, director = self.by("elder", VOTED - 6), self.by("director", VOTED - 7)
        items = HandoverItem.objects.filter(community=self.place, election=self.election)
        for item in items.select_related("election__community").order_by("position"):
            handing_over.give_item(item, amount=AMOUNTS.get(item.kind, ""), **elder)
            handing_over.take_item(item, **director)
        handing_over.complete_handover(self.election, watched=True, **self.by("elder", VOTED - 8))
        handing_over.archive(
            self.election,
            sha256=digest(filing.file_of(self.election)),
            **self.by("elder", VOTED - 30),
        )


def _years_on(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))
