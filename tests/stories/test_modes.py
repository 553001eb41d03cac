"""The two other ways to elect (art. 14), shorter: from the recorded decision over the roll to the
declared result. One vote for each household; and the vote of the residents' representatives."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import the_operator
from linli.core.people.models import Household, Tie
from linli.governance.elections import actions
from linli.governance.elections.models import Membership
from linli.governance.elections.queries.elections import nominations_of
from linli.mechanisms.ballot.models import Elector
from tests.stories import electing, voting
from tests.stories.electing import Course, press
from tests.stories.telling import Device
from tests.stories.voting import HALL

pytestmark = pytest.mark.story

NEIGHBOURS = 14
STAND = {"director": (4, 5), "deputy_director": (6, 7), "committee_member": (8, 9, 10, 11)}


@pytest.mark.parametrize("look", [Device(390, scripts=False)], ids=str)
def test_each_household_has_one_vote(own_house, look):
    course = begin(own_house, look, "households")
    give_homes(course)
    register_households(course)
    electing.post_roll(course)
    assert course.election.electorate.size == NEIGHBOURS
    stand(course)
    vote(course, 8)  # of fourteen households, seven would be no more than half
    declared(course, 8, NEIGHBOURS)


@pytest.mark.parametrize("look", [Device(1440, "en")], ids=str)
def test_residents_representatives_elect(own_house, look):
    course = begin(own_house, look, "representatives")
    give_posts(course)
    nobody_registers(course)
    electing.post_roll(course)
    assert course.election.electorate.size == NEIGHBOURS + 1
    stand(course)
    no_proxies(course)
    vote(course, 11)  # of fifteen representatives, ten are two thirds and not over
    declared(course, 11, NEIGHBOURS + 1)


def begin(house, look, mode):
    """From the decision on the mode to the open registration."""
    house.speak(look)
    course = Course(house, look, electing.settle_neighbours(house, NEIGHBOURS))
    electing.plan_it(course, mode)
    assert course.election.mode == mode
    electing.choose_committee(course)
    electing.open_registration(course)
    return course


def give_homes(course):
    """Every neighbour speaks for a household; in the first, one more lives who does not."""
    since = timezone.localdate() - timedelta(days=300)
    here = {"community": course.setting.community}
    for number, person in enumerate(course.neighbours, 1):
        tie = Tie.objects.get(**here, person=person)
        tie.household = Household.objects.create(
            **here, dwelling=tie.dwelling, number=f"{number:04}", representative=person, since=since
        )
        tie.save(update_fields=["household"])
    first = Household.objects.get(**here, representative=course.neighbours[0])
    Tie.objects.filter(**here, person=course.person("tenant")).update(household=first)


def register_households(course):
    """The worker ticks those who were asked: of a household only who speaks for it is there."""
    with course.house.visit(course.look, "worker") as page:
        page.goto(course.desk("registration/"))
        boxes = page.locator("input[name=ids]")
        expect(boxes).to_have_count(NEIGHBOURS)
        assert course.person("tenant").name not in page.locator("main").inner_text()
        for box in boxes.all():
            box.check()
        press(page, "form[action$='/several/'] button.btn-primary")
        course.picture(page, "70-households")


def give_posts(course):
    """The neighbours are residents' representatives, as the cast's one is."""
    now, by = timezone.now(), the_operator()
    for number, person in enumerate(course.neighbours):
        account = open_account(
            label=person.name, login=f"+8613800001{number:03}", password="unused-here-1", at=now
        )
        account.person = person
        account.save(update_fields=["person"])
        appoint(
            course.setting.community, account=account, post="representative",
            since=timezone.localdate(), by=by, at=now,
        )  # fmt: skip


def nobody_registers(course):
    """The list is that of the representatives: no page offers to register."""
    with course.house.visit(course.look, "worker") as page:
        page.goto(course.desk("registration/"))
        assert page.locator("input[name=ids]").count() == 0
        course.picture(page, "71-representatives")
    with course.house.visit(course.look, "tenant") as page:
        page.goto(course.portal())
        assert page.locator("main a[href$='/register/']").count() == 0
        course.picture(page, "72-tenant")


def stand(course):
    """The Party organisation names one more than there are seats for every office; they say yes,
    the organs confirm, the list is posted and residents meet them."""
    election, worker, elder = course.election, course.by("worker"), course.by("elder")
    for office in election.offices.order_by("position"):
        for place in STAND[office.office]:
            actions.nominate(
                election, office=office, person=course.neighbours[place], proposed_by="party",
                **worker,
            )  # fmt: skip
    for row in nominations_of(election):
        actions.answer_nomination(row, accepts=True, **worker)
        actions.confirm_nomination(
            row, confirmed_on=timezone.localdate(), paper="区民政局复函", bars=False, **elder
        )
    actions.prepare_candidates(course.election, **worker)
    actions.post_candidates(course.election, **elder)
    actions.call_meeting(
        course.election, held_at=timezone.now() + timedelta(days=30), where="社区活动室", **elder
    )


def no_proxies(course):
    """Representatives vote themselves (art. 19): no page offers a mandate."""
    with course.house.visit(course.look, "representative") as page:
        page.goto(course.portal())
        assert page.locator("main a[href$='/proxy/']").count() == 0
    with course.house.visit(course.look, "worker") as page:
        page.goto(course.desk("proxies/"))
        assert page.locator("a[href$='/proxies/new/']").count() == 0


def vote(course, papers):
    """So many come; two tellers enter what lay in the box, the witness confirms."""
    day = course.election.day
    voting.make_ballots(course, HALL, seats=course.election.mode)
    with voting.at_hour(day, 8):
        voting.open_polls(course, HALL)
        voting.hand_out_again(course, papers)
    with voting.at_hour(day, 17):
        voting.close_polls(course, HALL)
    with voting.at_hour(day, 18):
        assert voting.open_box(course, HALL, returned=papers, unreturned=0)
        most = voting.names(course, 4, 6, 8, 9, 10)
        sheet = [(most, papers - 3), (voting.names(course, 5, 7, 11), 3)]
        for part in ("first", "second"):
            voting.enter(course, HALL, part, sheet)
        voting.confirm(course, HALL)
        voting.declare(course, course.election.mode)


def declared(course, papers, size):
    """The result is as the law of the mode has it, and everybody reads it."""
    outcome = voting.latest(course).outcome
    figures = {key: outcome[key] for key in ("valid", "mode", "electors", "cast", "left")}
    assert figures == {
        "valid": True, "mode": course.election.mode, "electors": size, "cast": papers, "left": 0,
    }  # fmt: skip
    elected = {line["name"] for line in outcome["elected"]}
    assert elected == set(voting.names(course, 4, 6, 8, 9, 10))
    seats = Membership.objects.filter(community=course.setting.community, until__isnull=True)
    assert {seat.name for seat in seats} == elected
    absent = Elector.objects.get(
        community=course.setting.community, electorate=course.election.electorate_id,
        person=course.neighbours[13],
    )  # fmt: skip
    with voting.at_hour(course.election.day, 21), course.house.visit(course.look) as page:
        page.goto(course.portal("result/"))
        told = page.locator("main").inner_text()
        assert [name for name in elected if name not in told] == []
        assert absent.name not in told, "who did not vote is told nowhere"
        course.picture(page, f"73-result-{course.election.mode}")
