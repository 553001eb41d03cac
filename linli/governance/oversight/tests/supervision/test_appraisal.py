"""The yearly appraisal: secret, chaired by the supervisors, and what two bad ones do."""

from datetime import date

import pytest

from linli.core.clocks.models import Clock
from linli.core.people.models import Person
from linli.governance.elections.models import Membership
from linli.governance.oversight import facts
from linli.governance.oversight.actions import appraisal as acts
from linli.governance.oversight.models import Appraisal, Appraised
from linli.governance.oversight.queries import appraisal as queries
from linli.lib.law import Refused
from linli.mechanisms.ballot.actions import cast
from linli.mechanisms.ballot.models import Mark, Paper
from linli.mechanisms.publication.disclosed import source_of
from linli.mechanisms.publication.models import Posting

pytestmark = pytest.mark.django_db

GOOD, BAD = [1, 8, 2, 0], [0, 0, 1, 10]
NAMES = [f"代表{number}" for number in "甲乙丙丁戊己庚辛壬癸子"]


@pytest.fixture
def plan(setting, members, by):
    def put_on(days=0, **more):
        given = {"kind": "members", "year": (by("supervisor", days)["at"]).year, "base": 16, **more}
        return acts.plan_appraisal(
            setting.community, title=f"{given['year']} 年度评议", base_source="代表名册", **given,
            **by("supervisor", days),
        )  # fmt: skip

    return put_on


@pytest.fixture
def hold(plan, by):
    """A whole appraisal on paper: what each of the three members was given."""

    def through(*counts, days=0):
        held, who = plan(days), by("supervisor", days)
        acts.open_appraisal(held, on_paper=NAMES, **who)
        acts.close_appraisal(held, counts=counts, returned=11, **who)
        return acts.publish_appraisal(Appraisal.objects.get(
            community=held.community_id, pk=held.pk
        ), **who)  # fmt: skip

    return through


def test_two_years_not_competent_end_the_post_and_open_the_by_election(
    setting, hold, members, by, visit
):
    hold(GOOD, BAD, GOOD)
    deputy = members[1]
    deputy.refresh_from_db()
    assert deputy.until is None, "once is not twice"
    hold(GOOD, BAD, GOOD, days=360)
    deputy.refresh_from_db()
    assert (deputy.ended_for, deputy.until) == ("appraisal", date(2027, 4, 3))
    clock = Clock.objects.get(community=setting.community, owner=deputy.pk, name="by_election")
    assert clock.is_open
    others = Membership.objects.filter(community=setting.community, until__isnull=True)
    assert {seat.office for seat in others} == {"director", "committee_member"}
    assert Posting.objects.filter(
        community=setting.community, template="elections.term_ended"
    ).exists()


def test_a_better_year_between_breaks_the_row(hold, members):
    hold(GOOD, BAD, GOOD)
    hold(GOOD, GOOD, GOOD, days=300)
    hold(GOOD, BAD, GOOD, days=700)
    members[1].refresh_from_db()
    assert members[1].until is None


def test_representatives_mark_on_their_phones_and_on_paper_into_one_box(
    setting, plan, by, visit, url, at
):
    held = plan()
    who = by("supervisor")
    with pytest.raises(Refused, match="enough_judges"):
        acts.open_appraisal(held, on_paper=NAMES[:10], **who)
    phone = setting.accounts["representative"]
    acts.open_appraisal(held, accounts=[phone], on_paper=NAMES[:10], **who)
    held.refresh_from_db()
    page = visit("representative").get(url("appraisal", held.pk)).content.decode()
    assert "现在评议" in page
    assert "现在评议" not in visit("elder").get(url("appraisal", held.pk)).content.decode()
    pattern = {str(place): {"marks": {"2": "for"}} for place in (1, 2, 3)}
    cast(held.poll, pattern=pattern, **by("representative"))
    elector = queries.electors_in(held).get(person=phone.person)
    with pytest.raises(Refused, match="one_paper"):  # has voted on the phone
        acts.give_paper(held, elector=elector.pk, **who)
    with pytest.raises(Refused, match="counts_fit"):
        acts.close_appraisal(held, counts=[[11, 0, 0, 0]] * 3, returned=10, **who)
    acts.close_appraisal(held, counts=[[0, 0, 10, 0], [0, 10, 0, 0], [4, 6, 0, 0]], returned=10,
                         **who)  # fmt: skip
    results = list(queries.appraised_in(held).values_list("result", "counts"))
    assert [each[0] for each in results] == ["basic", "competent", "competent"]
    assert results[0][1] == {"excellent": 0, "competent": 1, "basic": 10, "not_competent": 0}
    hidden = visit("director").get(url("appraisal_desk", held.pk)).content.decode()
    assert "基本称职" not in hidden, "the committee learns it when everybody does"
    held.refresh_from_db()
    acts.publish_appraisal(held, **who)
    assert not Mark.objects.filter(community=setting.community, poll=held.poll).exists()
    assert Paper.objects.filter(community=setting.community, poll=held.poll).count() == 11
    told = visit().get(url("appraisal_data", held.pk)).json()
    assert told["results"][0]["counts"] == [0, 1, 10, 0]
    held.refresh_from_db()
    disclosed = source_of("appraisals")
    rows = list(disclosed.compose(setting.community, held.published_on, held.published_on))
    assert [(row.cells["papers"], row.cells["result"]) for row in rows] == [
        (11, "基本称职"), (11, "称职"), (11, "称职"),
    ]  # fmt: skip


def test_nobody_appraises_themselves_and_none_but_supervisors_chair(
    setting, plan, members, by, visit, url
):
    held = plan()
    rep = setting.accounts["representative"]
    Person.objects.filter(community=setting.community, pk=rep.person_id).update(name="李建国")
    Appraised.objects.filter(community=setting.community, appraisal=held, position=2).update(
        person=rep.person
    )
    with pytest.raises(Refused, match="judges_others"):
        acts.open_appraisal(held, accounts=[rep], on_paper=NAMES, **by("supervisor"))
    for key in ("director", "worker", "representative"):
        with pytest.raises(Refused, match="permitted"):
            acts.open_appraisal(held, on_paper=NAMES, **by(key))
    assert visit().get(url("appraisal", held.pk)).status_code == 404, "nothing is public yet"
    with pytest.raises(Refused, match="appraisal_at_step"):
        plan()


def test_under_ten_papers_only_the_grades_are_told(setting, members, plan, by, visit, url):
    held = plan(base=12)
    who = by("supervisor")
    acts.open_appraisal(held, on_paper=NAMES[:9], **who)
    acts.close_appraisal(held, counts=[[9, 0, 0, 0]] * 3, returned=9, **who)
    held.refresh_from_db()
    acts.publish_appraisal(held, **who)
    told = visit().get(url("appraisal_data", held.pk)).json()
    assert {each["result"] for each in told["results"]} == {"优秀"}
    assert {each["counts"] for each in told["results"]} == {None}
    posting = Posting.objects.get(community=setting.community, template="oversight.appraisal")
    assert "first" not in posting.fields["results"][0]


def test_a_year_without_an_appraisal_shows_as_overdue(setting, members, hold, visit, url):
    place = setting.community
    assert not queries.duty_of(place, date(2026, 12, 1))
    assert "还没有民主评议" in visit("director").get(url("supervision_desk")).content.decode()
    hold(GOOD, GOOD, GOOD)
    assert queries.duty_of(place, date(2026, 12, 1))
    assert not queries.duty_of(place, date(2027, 12, 1))


def test_services_are_appraised_in_words_of_satisfaction(setting, plan, by, visit, url):
    held = plan(kind="providers", bodies=[setting.bodies["property"]])
    who = by("supervisor")
    acts.open_appraisal(held, on_paper=NAMES, **who)
    acts.void_appraisal(held, **who)
    held.refresh_from_db()
    acts.open_appraisal(held, on_paper=NAMES, **who)
    acts.close_appraisal(held, counts=[[0, 0, 2, 9]], returned=11, **who)
    held.refresh_from_db()
    span = (setting.community, date(held.year, 1, 1), date(held.year, 12, 31))

    def told():
        return [
            (fact.on, fact.part, fact.whole)
            for fact in facts.rows(*span)
            if fact.kind == "oversight.services_appraised"
        ]

    assert told() == [], "begun is not worse than never begun"
    acts.publish_appraisal(held, **who)
    held.refresh_from_db()
    assert told() == [(held.published_on, 1, 1)]
    assert "不满意" in visit().get(url("appraisal", held.pk)).content.decode()


def test_the_steps_are_taken_at_the_desk(setting, members, visit, url):
    browser = visit("supervisor")
    sent = {"kind": "members", "year": 2026, "title": "评议", "base": 12, "base_source": "名册"}
    assert browser.post(url("plan_appraisal"), sent).status_code == 302
    held = Appraisal.objects.get(community=setting.community)
    browser.post(url("open_appraisal", held.pk), {"on_paper": "\n".join(NAMES)})
    assert browser.get(url("appraisal_paper", held.pk)).status_code == 200
    form = browser.get(url("close_appraisal", held.pk)).content.decode()
    assert "不称职" in form
    counts = {f"n{place}_competent": 11 for place in (1, 2, 3)}
    done = browser.post(url("close_appraisal", held.pk), {**counts, "returned": 11})
    assert done.status_code == 302
    assert browser.post(url("publish_appraisal", held.pk)).status_code == 302
    held.refresh_from_db()
    assert (held.state, held.papers) == ("published", 11)
