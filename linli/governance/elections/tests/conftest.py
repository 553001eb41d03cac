"""An election to prepare: people in the roster, a committee, and the cast before their doors."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.actor import the_operator
from linli.core.people.actions import move_in, register_person
from linli.core.people.models import Person
from linli.core.places.queries import dwellings_under
from linli.governance.elections import actions
from linli.governance.elections.models import Election
from linli.governance.elections.queries.standing import elector_of
from linli.lib.calendar import local_day

BACKEND = "linli.core.access.sign_in.AccountBackend"
SURNAMES, GIVEN = "张李王赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕施孔曹严华金魏陶姜", "安宁和平"


@pytest.fixture
def at():
    """The moment of the acts."""
    return timezone.now()


@pytest.fixture
def visit(setting):
    """Somebody's browser: `visit("worker")`, or `visit("visitor")` for who has not signed in."""

    def browser(key="visitor"):
        client = Client()
        if key != "visitor":
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


@dataclass
class Village:
    """The community with a roster to elect from, and the acts with their usual values."""

    setting: Any
    at: Any
    people: list[Person]

    @property
    def community(self):
        return self.setting.community

    def actor(self, key):
        """One of the cast with the posts held now."""
        return self.setting.actor(key, local_day(self.at))

    def person(self, key) -> Person:
        """The roster's record of one of the cast."""
        account = self.setting.accounts[key]
        account.refresh_from_db()
        return Person.objects.get(community=self.community, pk=account.person_id)

    def by(self, key):
        return {"by": self.actor(key), "at": self.at}

    def plan(self, days=45, **more) -> Election:
        """Planned by the director for so many days from now."""
        day = local_day(self.at) + timedelta(days=days)
        given = {
            "kind": "term",
            "title": "第七届居民委员会换届选举",
            "day": day,
            "term_starts": day,
            "term_ends": date(day.year + 5, 1, 31),
            "seats": [("director", 1), ("deputy_director", 1), ("committee_member", 3)],
            **more,
        }
        return actions.plan(self.community, plan=actions.Plan(**given), **self.by("director"))

    def organised(self, mode="electors", **more) -> Election:
        """With its mode and committee: the elder leads it, two neighbours sit, two wait."""
        election = self.plan(**more)
        actions.decide_mode(
            election,
            mode=mode,
            decision="居民代表会议决议",
            decided_on=local_day(self.at),
            **self.by("director"),
        )
        seats = [(self.person("elder"), True, True)]
        seats += [(person, True, False) for person in self.people[:2]]
        seats += [(person, False, False) for person in self.people[2:4]]
        for person, serves, chairs in seats:
            actions.place_on_committee(
                election, person=person, serves=serves, chairs=chairs, **self.by("director")
            )
        actions.form_committee(
            election,
            chosen_by="representatives_meeting",
            decision="居民代表会议推选，到会 38 人",
            chosen_on=local_day(self.at),
            **self.by("director"),
        )
        return election

    def registering(self, **more) -> Election:
        election = self.organised(**more)
        actions.open_registration(election, **self.by("elder"))
        return election

    def listed(self, **more) -> Election:
        """With everybody of the roster registered and the roll posted."""
        election = self.registering(**more)
        actions.register_many(
            election, persons=[*self.people, self.person("elder")], way="desk", **self.by("worker")
        )
        actions.register(
            election, person=self.person("tenant"), ground="resident", way="self",
            **self.by("tenant"),
        )  # fmt: skip
        actions.prepare_roll(election, **self.by("worker"))
        actions.post_roll(election, **self.by("elder"))
        return election

    def nominated(self, **more) -> Election:
        """With more candidates than seats, posted."""
        election = self.listed(**more)
        offices = list(election.offices.order_by("position"))
        wanted = [(offices[0], 2), (offices[1], 2), (offices[2], 4)]
        names = iter(self.people[6:])
        for office, number in wanted:
            for _each in range(number):
                row = actions.nominate(
                    election,
                    office=office,
                    person=next(names),
                    proposed_by="party",
                    **self.by("worker"),
                )
                actions.answer_nomination(row, accepts=True, **self.by("worker"))
                actions.confirm_nomination(
                    row, confirmed_on=local_day(self.at), paper="复函", bars=False,
                    **self.by("elder"),
                )  # fmt: skip
        actions.prepare_candidates(election, **self.by("worker"))
        actions.post_candidates(election, **self.by("elder"))
        return election

    def elector(self, election, person):
        return elector_of(election, person.pk)

    def url(self, name, election=None, **parts):
        if election is not None:
            parts["election_id"] = election.pk
        code = self.community.code
        return reverse(f"elections:{name}", kwargs={"community_code": code, **parts})


@pytest.fixture
def village(setting, at):
    """Twenty-four adults with hukou, beside the cast."""
    homes = dwellings_under(setting.old)
    since = local_day(at) - timedelta(days=300)
    people = []
    for number in range(24):
        person = register_person(
            setting.community,
            name=SURNAMES[number % len(SURNAMES)] + GIVEN[number % 4] * 2,
            birth_date=date(1960 + number, 1, 15),
            sex="female" if number % 2 else "male",
            by=the_operator(),
            at=at,
        )
        move_in(
            person,
            dwelling=homes[number % len(homes)],
            kind="hukou_here",
            since=since,
            by=the_operator(),
            at=at,
        )
        people.append(person)
    return Village(setting, at, people)
