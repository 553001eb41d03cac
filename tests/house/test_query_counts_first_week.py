"""How often the pages of the register, certificates, forms, lists and work from above ask the
database: the same for three of each and for a dozen more, and no more than the golden file says."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.utils import timezone

from tests.house.golden import compare_entries

pytestmark = pytest.mark.django_db

# Page → who asks, and its address; parts in braces are filled with what is there.
PAGES = {
    "register": ("worker", "/c/{code}/desk/people/"),
    "person": ("worker", "/c/{code}/desk/people/{person}/"),
    "person's history": ("worker", "/c/{code}/desk/people/{person}/history/"),
    "person's clocks": ("worker", "/c/{code}/desk/people/{person}/kept/"),
    "a home": ("worker", "/c/{code}/desk/people/places/{home}/"),
    "staircase": ("worker", "/c/{code}/desk/people/stairs/{stair}/"),
    "building": ("worker", "/c/{code}/desk/people/stairs/{building}/"),
    "doubles": ("director", "/c/{code}/desk/people/doubles/"),
    "how many": ("worker", "/c/{code}/desk/people/questions/"),
    "how many, answered": (
        "worker",
        "/c/{code}/desk/people/questions/?age_from=80&alone=dwelling&place={stair}&on=2026-11-23",
    ),
    "changes told": ("worker", "/c/{code}/desk/people/changes/"),
    "change": ("worker", "/c/{code}/desk/people/changes/{change}/"),
    "rosters": ("worker", "/c/{code}/desk/people/imports/"),
    "about me": ("elder", "/me/record/"),
    "who looked at me": ("elder", "/me/record/looks/?show=all"),
    "my changes": ("elder", "/me/record/changes/"),
    "certificates": ("visitor", "/c/{code}/certificates/"),
    "my certificates": ("elder", "/c/{code}/certificates/mine/"),
    "certificates' counter": ("worker", "/c/{code}/desk/certificates/"),
    "certificates' queue": ("director", "/c/{code}/desk/certificates/queue/"),
    "seal register": ("director", "/c/{code}/desk/certificates/register/"),
    "forms": ("worker", "/c/{code}/desk/forms/"),
    "form": ("worker", "/c/{code}/desk/forms/{form}/"),
    "rows of a form": ("worker", "/c/{code}/desk/forms/{form}/rows/"),
    "to ask for a form": ("worker", "/c/{code}/desk/forms/{form}/ask/"),
    "rounds": ("worker", "/c/{code}/desk/rounds/"),
    "round": ("worker", "/c/{code}/desk/rounds/{round}/"),
    "round's sheet": ("worker", "/c/{code}/desk/rounds/{round}/sheet/"),
    "doors of a round": ("worker", "/c/{code}/rounds/{round}/"),
    "door": ("worker", "/c/{code}/rounds/{round}/{stop}/"),
    "work list at the desk": ("director", "/c/{code}/desk/intake/list/"),
    "request from above": ("worker", "/c/{code}/desk/intake/{request}/"),
    "chains": ("worker", "/c/{code}/desk/chains/"),
    "chain": ("worker", "/c/{code}/desk/chains/{chain}/"),
    "mediation": ("visitor", "/c/{code}/mediation/"),
    "my mediations": ("elder", "/c/{code}/mediation/mine/"),
    "new mediations": ("mediator", "/c/{code}/desk/mediation/?show=new"),
}


@pytest.fixture
def week(setting):
    return _Week(setting)


class _Week:
    """More of everything, through the real acts."""

    def __init__(self, setting):
        from linli.core.people.models import Person
        from linli.core.places.queries import dwellings_under
        from linli.partners.paperwork.tests import making
        from linli.service.catalogue import actions as catalogue
        from linli.service.catalogue.tests.conftest import line

        self.setting, self.at = setting, timezone.now()
        self.community = setting.community
        self.by = partial(setting.actor, on=timezone.localdate(self.at))
        self.homes = list(dwellings_under(setting.stair))
        self.elder = Person.objects.get(
            community=self.community, pk=setting.accounts["elder"].person_id
        )
        self.office = making.civil_affairs(self.community, self.at)
        self.kept = catalogue.enter_line(
            self.community, line=line(), by=self.by("director"), at=self.at
        )
        self.persons = []
        self.parts = {
            "code": self.community.code,
            "stair": setting.stair.pk,
            "building": setting.stair.parent_id,
            "home": self.homes[0].pk,
            "person": self.elder.pk,
        }

    def add(self, numbers):
        for number in numbers:
            self._live(number)
            self._ask(number)
            self._mediate(number)
        self._compare()
        self._write_down(numbers)

    def _live(self, number):
        from linli.core.audit.door import record_opening
        from linli.core.people import actions
        from linli.core.people.models import RightsRequest

        worker = {"by": self.by("worker"), "at": self.at}
        person = actions.register_person(
            self.community, name="王秀英", birth_date=date(1940, 1, 1), **worker
        )
        home = self.homes[number % 3]
        since = date(2021, 1, 1)
        actions.move_in(person, dwelling=home, kind="usual_resident", since=since, **worker)
        actions.form_household(home, members=[person], since=since, number=f"A{number}", **worker)
        self.persons.append(person)
        told = actions.declare(
            self.community, kind="name", about=person, said={"name": "王一"}, **worker
        )
        self.parts["change"] = told.pk
        elder = self.setting.actor("elder", timezone.localdate(self.at))
        actions.declare(
            self.elder,
            kind="moved_in",
            dwelling=home,
            on=since,
            said={"name": "客人"},
            by=elder,
            at=self.at,
        )
        record_opening("people.open", self.by("worker"), self.elder, at=self.at,
                       about=self.elder.pk, purpose="核对")  # fmt: skip
        RightsRequest.objects.create(
            community=self.community, person=self.elder, kind="explain", words="为什么",
            asked_at=self.at, promised_on=timezone.localdate(self.at), answered_at=self.at,
            outcome="granted",
        )  # fmt: skip

    def _mediate(self, number):
        from linli.safety.mediation import actions
        from linli.safety.mediation.actions import PartyGiven, Quarrel

        sides = (
            PartyGiven("applicant", self.elder.name, person=self.elder),
            PartyGiven("other", f"楼上{number}"),
        )
        actions.register(
            self.community, quarrel=Quarrel("noise", "夜里吵"), parties=sides,
            by=self.by("worker"), at=self.at,
        )  # fmt: skip

    def _compare(self):
        from linli.core.people import actions
        from linli.core.people.queries import resembling_in

        pairs = resembling_in(self.community)
        actions.note_resemblances(self.community, pairs=pairs, by=self.by("director"), at=self.at)
        assert len(pairs) >= len(self.persons) - 1

    def _ask(self, number):
        from linli.partners.intake import actions as intake
        from linli.partners.intake.actions import Asked
        from linli.service.catalogue import actions as catalogue
        from linli.service.catalogue.actions import Draft
        from linli.service.catalogue.queries.roster import known_of

        on = timezone.localdate(self.at)
        self.parts["request"] = intake.record_request(
            self.community,
            asked=Asked(self.office, "form", f"第{number}张表", on),
            by=self.by("worker"),
            at=self.at,
        ).pk
        stated = {name: values[0] for name, values in known_of(self.elder, on).items() if values}
        made = [
            catalogue.draft_here(
                self.community,
                item=self.kept,
                person=self.elder,
                draft=Draft("办证", "图书馆", stated),
                by=self.by("worker"),
                at=self.at,
            )
            for _one in range(2)
        ]
        catalogue.seal_certificate(made[0], by=self.by("director"), at=self.at)

    def _write_down(self, numbers):
        from linli.partners.paperwork import actions as paperwork, proposing
        from linli.partners.paperwork.slots import slots_of
        from linli.partners.paperwork.tests import making
        from linli.service.chains import actions as chains

        worker = {"by": self.by("worker"), "at": self.at}
        for number in numbers:
            content = making.blank(title=f"第{number}张统计表")
            blank = proposing.read(content, "表.xlsx")
            table = proposing.first_table(blank)
            asking = paperwork.receive(
                self.community,
                body=self.office,
                content=content,
                file_name=f"表{number}.xlsx",
                file_kind=blank.kind,
                signature=blank.signature,
                slots=proposing.slots_for(blank, table),
                subject=proposing.subject_of(blank, table),
                table=table,
                title=f"第{number}张统计表",
                purpose="核对近况",
                due_on=timezone.localdate(self.at) + timedelta(days=3),
                **worker,
            )
        paperwork.settle(
            asking, slots=slots_of(asking.form.mapping), subject="household",
            table=asking.form.table, **worker,
        )  # fmt: skip
        paperwork.choose(asking, how="everybody", **worker)
        self.parts["form"] = asking.pk
        self._walk()
        lines = "\n".join(f"{n}. 1-2-{1 + n % 6}01 王{n} 1份" for n in range(1, 2 + numbers[-1]))
        self.parts["chain"] = chains.open_chain(
            self.community, text=lines, kind="order", title="鸡蛋", where="翠湖新村", **worker
        ).pk

    def _walk(self):
        from linli.mechanisms.rounds import actions as rounds
        from linli.partners.paperwork import at_doors

        on = timezone.localdate(self.at)
        source = next(iter(at_doors.forms_to_ask(self.community, on)))
        made = rounds.plan(
            self.community,
            kind=at_doors.KIND,
            day=on,
            stops=at_doors.rows_to_ask(self.community, source.key, on),
            questions=source.questions,
            owner=source.owner,
            carriers=[self.setting.accounts["worker"].pk],
            by=self.by("worker"),
            at=self.at,
        )
        self.parts |= {"round": made.pk, "stop": made.stops.first().pk}

    def count(self):
        from django.db import connection
        from django.test import Client
        from django.test.utils import CaptureQueriesContext

        from linli.core.access.tests.browsers import mark_known

        browsers, counts = {"visitor": Client()}, {}
        for key in ("elder", "worker", "director", "mediator"):
            browsers[key] = Client()
            account = self.setting.accounts[key]
            browsers[key].force_login(account, "linli.core.access.sign_in.AccountBackend")
            mark_known(browsers[key], account)
        for page, (who, pattern) in PAGES.items():
            address = pattern.format(**self.parts)
            assert browsers[who].get(address).status_code == 200, address
            with CaptureQueriesContext(connection) as asked:
                browsers[who].get(address)
            counts[page] = len(asked)
        return counts


def test_the_cost_of_the_first_week_s_pages_is_flat_and_known(week):
    week.add(range(3))
    few = week.count()
    week.add(range(3, 15))
    many = week.count()
    grown = {page: (few[page], many[page]) for page in PAGES if few[page] != many[page]}
    assert not grown, f"these pages ask more the more there is (3 rows, 15 rows): {grown}"
    compare_entries("query_counts.json", many)
