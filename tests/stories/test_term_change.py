"""A change of term: from the plan to the posted candidates and proxies, and from the paper to the
archived file."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.access.models import Holding
from linli.governance.elections.models import CommitteeSeat, Membership, Objection, Round
from linli.mechanisms.ballot.models import Elector, Mark
from linli.mechanisms.publication.models import Posting
from tests.stories import electing, voting
from tests.stories.electing import Course
from tests.stories.telling import Device, faults_of
from tests.stories.voting import BOX, HALL

pytestmark = pytest.mark.story


# The longest story of the house: told by those who have least, and by those who have most.
@pytest.mark.parametrize("look", [Device(390, scripts=False), Device(1440, "en")], ids=str)
def test_a_term_changes_from_the_plan_to_the_archive(own_house, look):
    house = own_house
    course = prepare(house, look)
    day = course.election.day
    voting.make_ballots(course, HALL, BOX, seats="all")
    voting.look_at_papers(course)
    voting.refuse_candidate_as_teller(course)
    vote(course, day)
    with voting.at_hour(day, 20):
        voting.declare(course, "first")
        first = voting.latest(course)
        assert first.outcome["left"] == 1
        assert (first.outcome["issued"], first.outcome["cast"]) == (27, 26)
        seats = Membership.objects.filter(community=house.setting.community, until__isnull=True)
        assert seats.count() == 4
        read_result(course)
        again = day + timedelta(days=3)
        voting.vote_again(course, again)
        voting.make_ballots(course, HALL, seats="left")
    elected = vote_for_the_seat_left(course, again)
    assert (elected["votes"], voting.latest(course).outcome["cast"]) == (6, 18)
    with voting.at_hour(again, 21):
        voting.report_and_print(course)
        read_result(course)
    with voting.at_hour(day + timedelta(days=8), 9):
        voting.hand_over(course)
        assert course.election.state == "handed_over"
        voting.archive(course)
    assert course.election.state == "archived"
    marks = Mark.objects.filter(community=house.setting.community)
    assert not marks.exists(), "who had a paper is destroyed"
    with voting.at_hour(day + timedelta(days=9), 9):
        read_members(course)
        holds_the_post(course)


def vote(course, day):
    """Election day: two stations, one of which does not balance at first."""
    director = course.person("representative").name

    def of(*places):
        return voting.names(course, *places)

    hall = [
        ((director, *of(5, 7, 8, 9)), 10),
        ((director, *of(5, 7, 8, 10)), 4),
        (of(0, 6, 7, 8), 1),
        (("void",), 1),
    ]
    box = [
        ((director, *of(6, 7, 9)), 2),
        (of(0, 5, 7, 8, 10), 6),
        ((director, *of(5, 8)), 2),
    ]
    with voting.at_hour(day, 8):
        voting.open_polls(course, HALL, BOX)
    with voting.at_hour(day, 9):
        voting.hand_out(course)
    with voting.at_hour(day, 17):
        voting.close_polls(course, HALL, BOX)
    with voting.at_hour(day, 18):
        assert not voting.open_box(course, HALL, returned=16, unreturned=0)
        assert voting.open_box(course, HALL, returned=16, unreturned=1)
        assert voting.open_box(course, BOX, returned=10, unreturned=0)
        for name, sheet in ((HALL, hall), (BOX, box)):
            for part in ("first", "second"):
                voting.enter(course, name, part, sheet)
            voting.confirm(course, name)
        voting.watch_wall(course, director, "18", "23")


def vote_for_the_seat_left(course, day):
    """Of the two who are left, one is elected by exactly one third of the papers cast."""
    round_ = Round.objects.get(community=course.setting.community, number=2)
    standing = round_.election.candidates.filter(round=2)
    assert {each.name for each in standing} == set(voting.names(course, 9, 10))
    with voting.at_hour(day, 8):
        voting.open_polls(course, HALL)
        voting.hand_out_again(course, 18)
    with voting.at_hour(day, 17):
        voting.close_polls(course, HALL)
    with voting.at_hour(day, 18):
        assert voting.open_box(course, HALL, returned=18, unreturned=0)
        sheet = [(voting.names(course, 9), 6), (voting.names(course, 10), 5), ((), 7)]
        for part in ("first", "second"):
            voting.enter(course, HALL, part, sheet)
        voting.confirm(course, HALL)
        voting.declare(course, "again")
    (elected,) = voting.latest(course).outcome["elected"]
    return elected


def read_result(course):
    """The tenant and who has not signed in read the result; no page tells who did not vote."""
    silent = silent_electors(course)
    assert silent
    pages = [course.portal(), course.portal("result/"), course.portal("result.json")]
    pages += [course.house.at("elections/"), course.house.at("elections/members/")]
    for who in ("tenant", ""):
        with course.house.visit(course.look, who) as page:
            for address in pages:
                page.goto(address)
                told = page.locator("body").inner_text()
                assert not [name for name in silent if name in told], address
            page.goto(course.portal("result/"))
            assert course.person("representative").name in page.locator("main").inner_text()
            course.picture(page, f"60-result-{who or 'anybody'}")
            if course.look.scripts:
                assert faults_of(page) == []
    with course.house.visit(course.look, "elder") as page:
        for name in ("", "stations/", "outcome/", "outcome/sheet/", "file/"):
            page.goto(course.desk(name))
            told = page.locator("main").inner_text()
            assert not [each for each in silent if each in told], name
        page.goto(voting.stations(course))
        told = page.locator("main").inner_text()
        assert not [each for each in silent if each in told]


def silent_electors(course):
    """Who has had no paper in any round; the test may look where no page does."""
    had = Mark.objects.filter(community=course.setting.community).values("elector")
    here = {"community": course.setting.community, "electorate": course.election.electorate_id}
    known = {course.person(key).name for key in ("elder", "tenant", "representative")}
    rows = Elector.objects.filter(**here).exclude(pk__in=had)
    return {each.name for each in rows} - known - set(voting.names(course, 28))


def read_members(course):
    """Everybody reads who sits on the committee now."""
    with course.house.visit(course.look) as page:
        page.goto(course.house.at("elections/members/"))
        told = page.locator("main").inner_text()
        for name in (course.person("representative").name, *voting.names(course, 5, 7, 8, 9)):
            assert name in told
        course.picture(page, "61-members")


def holds_the_post(course):
    """The new director opens the director's desk; the election committee's is closed."""
    today = timezone.localdate()
    held = Holding.objects.filter(place=course.setting.community, until__isnull=True)
    new = course.setting.accounts["representative"]
    assert held.filter(account=new, post="director", since__lte=today).exists()
    assert not held.filter(post="election_committee").exists()
    with course.house.visit(course.look, "representative") as page:
        page.goto(course.house.at("desk/elections/members/"))
        course.picture(page, "62-register")
        page.goto(course.house.at("desk/"))
        assert page.locator("main").count()
        course.picture(page, "63-desk-of-the-new-director")


def prepare(house, look):
    """The first half, looked at from all sides."""
    house.speak(look)
    course = Course(house, look, electing.settle_neighbours(house))
    electing.plan_it(course)
    electing.choose_committee(course)
    electing.open_registration(course)
    electing.register_everybody(course)
    electing.post_roll(course)
    assert course.election.electorate.size == 33

    gone = electing.object_and_correct(course)
    assert Objection.objects.get(community=house.setting.community).state == "upheld"
    assert course.election.electorate.size == 32
    roll = notice(course, "elections.roll")
    assert roll.state == "corrected"
    assert [row["note"] for row in roll.fields["electors"] if row["name"] == gone.name] == [
        "已除名"
    ]

    electing.nominate(course)
    seats = CommitteeSeat.objects.filter(community=house.setting.community)
    left = seats.get(person=course.neighbours[0])
    assert (left.serves, left.left_for) == (False, "nominated")
    assert seats.get(person=course.neighbours[2]).serves, "the first substitute follows"

    electing.post_candidates(course)
    assert course.election.state == "nominated"
    refusal = electing.give_proxies(course)
    assert "3" in refusal
    assert len(notice(course, "elections.proxies").fields["proxies"]) == 4
    look_on_as_supervisor(course)
    read_as_anybody(course)
    return course


def look_on_as_supervisor(course):
    """The supervisor sees everything of the desk, and no button that changes anything."""
    with course.house.visit(course.look, "supervisor") as page:
        for name in ("", "committee/", "registration/", "roll/", "objections/", "candidates/"):
            page.goto(course.desk(name))
            assert page.locator("main form[method=post]").count() == 0, name
        course.picture(page, "22-supervisor")


def read_as_anybody(course):
    """Who has not signed in reads where it stands; the page is fit for everybody."""
    with course.house.visit(course.look) as page:
        page.goto(course.portal())
        course.picture(page, "23-anybody")
        if course.look.scripts:
            assert faults_of(page) == []


def notice(course, template):
    return Posting.objects.get(
        community=course.setting.community, template=template, state__in=Posting.SHOWN
    )
