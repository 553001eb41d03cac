"""The pages of an election, at the desk and for residents, in every state."""

import pytest

pytestmark = pytest.mark.django_db


def seen(response):
    assert response.status_code == 200, response.status_code
    return response.text


@pytest.mark.parametrize("stage", ["plan", "organised", "registering", "listed", "nominated"])
def test_every_page_is_drawn_in_every_state(village, visit, stage):
    election = getattr(village, stage)()
    director, elder, tenant = visit("director"), visit("elder"), visit("tenant")
    for name in ("desk_election", "plan", "committee", "registration", "roll_desk", "roll_sheet",
                 "objections", "nominations", "candidates", "proxies", "mode"):  # fmt: skip
        seen(director.get(village.url(name, election)))
    for name in ("place", "form_committee", "kin", "postpone", "cancel"):
        page = director.get(village.url(name, election))
        assert page.status_code in (200, 404), (name, page.status_code)
    if stage != "plan":
        for name in ("desk_election", "committee", "registration", "kin", "nominate",
                     "call_meeting", "give_proxy", "new_objection", "correct_roll"):  # fmt: skip
            seen(elder.get(village.url(name, election)))
    for who in (visit(), tenant, elder):
        seen(who.get(village.url("one", election)))
        seen(who.get(village.url("list")))
        seen(who.get(village.url("public_nominations", election)))
    for name in ("register", "object"):
        seen(tenant.get(village.url(name, election)))


def asked(client, address):
    """How often a page asks the database, with caches warm."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_no_page_asks_more_the_more_people_are_on_the_roll(village, visit):
    from linli.governance.elections import actions

    election = village.registering()
    names = ("one", "desk_election", "registration", "roll_desk", "roll_sheet", "committee")
    clients = {name: visit("tenant" if name == "one" else "worker") for name in names}

    def counted():
        return {name: asked(clients[name], village.url(name, election)) for name in names}

    few, many = village.people[:4], village.people[4:]
    actions.register_many(election, persons=few, way="desk", **village.by("worker"))
    actions.prepare_roll(election, **village.by("worker"))
    before = counted()
    actions.register_many(election, persons=many, way="desk", **village.by("worker"))
    actions.prepare_roll(election, **village.by("worker"))
    assert counted() == before


def test_three_thousand_electors_cost_the_roll_no_further_question(village, visit):
    """Before the posted list, at the desk, on paper, on its notice; and a correction of it."""
    from linli.governance.elections import actions
    from linli.mechanisms.ballot.models import Elector
    from linli.mechanisms.publication.models import Posting

    election = village.listed()
    worker, anybody = visit("worker"), visit()
    names = ("roll_desk", "roll_sheet", "objections", "nominations", "candidates", "proxies")

    def strike(person):
        line = village.elector(election, person)
        actions.correct_roll(
            election, correction=actions.Correction(strike=line), reason="重复登记",
            **village.by("elder"),
        )  # fmt: skip
        return Posting.objects.filter(
            community=village.community, template="elections.roll", state__in=Posting.SHOWN
        ).get()

    def counted(posting):
        found = {name: asked(worker, village.url(name, election)) for name in names}
        code = village.community.code
        found["one"] = asked(anybody, village.url("one", election))
        found["notice"] = asked(anybody, f"/c/{code}/notices/{posting.pk}/")
        return found

    few = counted(strike(village.people[20]))
    Elector.objects.bulk_create(
        Elector(
            community=village.community, electorate=election.electorate, number=number,
            name=f"试{number}", ground="hukou", group=f"第{number % 40 + 1}居民小组",
        )
        for number in range(1000, 4000)
    )  # fmt: skip
    posting = strike(village.people[21])
    assert (len(posting.fields["electors"]), posting.fields["size"]) == (3026, 3024)
    assert counted(posting) == few


def test_a_worker_registers_those_ticked_and_confirms_nothing(village, visit):
    election = village.registering()
    worker = visit("worker")
    page = worker.get(village.url("registration", election)).text
    chosen = [person for person in village.people[:3] if str(person.pk) in page]
    assert len(chosen) == 3
    done = worker.post(
        village.url("register_several", election),
        {"ids": [str(person.pk) for person in chosen], "way": "visit"},
        follow=True,
    )
    assert "登记了 3 人" in done.text
    assert str(chosen[0].pk) not in done.text


def test_a_name_that_is_not_on_the_roll_is_said_at_the_field(village, visit):
    election = village.nominated()
    page = visit("tenant").post(
        village.url("proxy", election),
        {"holder": "查无此人", "written_on": "2026-11-01", "away": "on", "in_writing": "on"},
    )
    assert page.status_code == 422
    assert "名单上没有这个编号或姓名" in page.text


def test_the_refusal_of_a_fourth_mandate_gives_article_and_way_on(village, visit):
    from linli.governance.elections import actions
    from linli.lib.calendar import local_day

    election = village.nominated()
    holder = village.elector(election, village.people[20])
    for person in village.people[15:18]:
        actions.give_proxy(
            election,
            principal=village.elector(election, person),
            holder=holder,
            written_on=local_day(village.at),
            away=True,
            in_writing=True,
            **village.by("worker"),
        )
    page = visit("tenant").post(
        village.url("proxy", election),
        {
            "holder": str(holder.number),
            "written_on": local_day(village.at).isoformat(),
            "away": "on",
            "in_writing": "on",
        },
    )
    assert page.status_code == 409
    assert "第十九条" in page.text
    assert "请改托别的选民" in page.text


def test_the_posted_roll_is_kept_from_search_engines(village, visit):
    from linli.governance.elections.postings import ROLL
    from linli.mechanisms.publication.models import Posting

    village.listed()
    posting = Posting.objects.get(community=village.community, template=ROLL.name)
    page = visit().get(f"/c/{village.community.code}/notices/{posting.pk}/")
    assert page["X-Robots-Tag"] == "noindex, noarchive"
    assert page["Cache-Control"] == "no-store"
