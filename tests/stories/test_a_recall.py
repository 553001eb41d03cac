"""A recall: a resident asks with reasons, neighbours sign, somebody else checks, the member
answers, the vote decides; who signed stays unknown to all but those who check."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from linli.core.audit.actor import the_operator
from linli.core.people.actions import move_in, register_person
from linli.core.people.queries import search_persons
from linli.core.places.queries import dwellings_under
from linli.governance.elections.actions.sitting import enter_member
from linli.governance.elections.models import Recall
from linli.governance.elections.tests.afterwards.counting import AGAINST, FOR, hold
from tests.stories.telling import TWO

pytestmark = pytest.mark.story

MEMBER, WHY = "郑试行", "三次没有参加居委会会议，收了活动押金没有开收据。"
ANSWER = "押金都记在活动登记本上，收据已经补开。"


@pytest.fixture
def seat(own_house):
    """A member who sat before the register was kept here, and eight more residents."""
    setting, at = own_house.setting, timezone.now()
    on, by = timezone.localdate(at), the_operator()
    homes = list(dwellings_under(setting.old))
    for number, name in enumerate([MEMBER, *(f"试民{number}" for number in range(8))]):
        person = register_person(
            setting.community, name=name, birth_date=date(1979, 2, 3), by=by, at=at
        )
        move_in(
            person,
            dwelling=homes[number % len(homes)],
            kind="hukou_here",
            since=on - timedelta(days=300),
            by=by,
            at=at,
        )
    return enter_member(
        setting.community,
        person=search_persons(setting.community, MEMBER).get(),
        office="committee_member",
        since=on - timedelta(days=400),
        term_ends=on + timedelta(days=900),
        by=setting.actor("director", on),
        at=at,
    )


def press(page, form):
    page.locator(f"form[action$='{form}'] button[type=submit]").first.click()


def open_recall(house, page, recall, *, desk=False):
    page.goto(house.at(f"{'desk/' if desk else ''}elections/recalls/{recall.pk}/"))


@pytest.mark.parametrize("look", TWO, ids=str)
def test_residents_recall_a_member_who_answers_first(own_house, seat, look):
    house = own_house
    house.speak(look)
    with house.visit(look, "elder") as page:  # the elder asks, and signs first
        page.goto(house.at("elections/members/"))
        expect(page.locator("main")).to_contain_text(MEMBER)
        house.picture(page, look, "1-members")
        page.locator("a[href$='/elections/recalls/']").first.click()
        page.locator(f"a[href$='/ask/{seat.pk}/']").wait_for()
        house.picture(page, look, "2-recalls")
        page.locator(f"a[href$='/ask/{seat.pk}/']").click()
        page.fill("[name=reasons]", WHY)
        house.picture(page, look, "3-ask")
        page.locator("main form button.btn-primary").click()
        page.locator("form[action$='/unsign/']").wait_for()
        house.picture(page, look, "4-asked")
    recall = Recall.objects.get(community=house.setting.community)

    with house.visit(look, "tenant") as page:  # a neighbour signs, takes it back, signs again
        open_recall(house, page, recall)
        press(page, "/sign/")
        press(page, "/unsign/")
        press(page, "/sign/")
        page.locator("form[action$='/unsign/']").wait_for()
        expect(page.locator("main")).to_contain_text("2")
        assert house.setting.accounts["elder"].person.name not in page.content()

    with house.visit(look) as page:  # who has not signed in does not know of it yet
        assert page.goto(house.at(f"elections/recalls/{recall.pk}/")).status == 404

    with house.visit(look, "elder") as page:
        open_recall(house, page, recall)
        press(page, "/submit/")
        page.wait_for_selector(".stages")

    with house.visit(look, "supervisor") as page:  # who is not concerned checks and accepts
        open_recall(house, page, recall, desk=True)
        house.picture(page, look, "5-desk")
        page.locator("a[href$='/signatures/']").click()
        assert house.setting.accounts["elder"].person.name not in page.content()
        page.locator("main form button.btn-primary").click()
        expect(page.locator("main")).to_contain_text(house.setting.accounts["elder"].person.name)
        house.picture(page, look, "6-signatures")
        open_recall(house, page, recall, desk=True)
        page.locator("a[href$='/accept/']").click()
        page.fill("[name=base_count]", "21")  # one tenth of twenty-one is three: two are too few
        house.picture(page, look, "7-accept")
        page.locator("main form button.btn-primary").click()
        page.locator(".finding-unmet").first.wait_for()
        house.picture(page, look, "8-too-few")
        page.goto(house.at(f"desk/elections/recalls/{recall.pk}/accept/"))
        page.fill("[name=base_count]", "20")
        page.locator("main form button.btn-primary").click()
        page.locator("a[href$='/put_to_vote/']").wait_for()

    with house.visit(look, "worker") as page:  # the member's answer, brought on paper
        open_recall(house, page, recall, desk=True)
        page.locator("a[href$='/defend/']").click()
        page.fill("[name=text]", ANSWER)
        page.locator("main form button.btn-primary").click()
        page.locator("#moves").wait_for()

    with house.visit(look) as page:  # now everybody reads both, side by side
        open_recall(house, page, recall)
        expect(page.locator("main")).to_contain_text(WHY)
        expect(page.locator("main")).to_contain_text(ANSWER)
        page.locator(".finding-met").first.wait_for()
        for key in ("elder", "tenant"):
            assert house.setting.accounts[key].person.name not in page.content()
        house.picture(page, look, "9-public")

    with house.visit(look, "supervisor") as page:
        open_recall(house, page, recall, desk=True)
        page.locator("a[href$='/put_to_vote/']").click()
        page.fill("[name=day]", timezone.localdate().isoformat())
        page.locator("main form button.btn-primary").click()
        page.locator("form[action$='/poll/open/']").wait_for()
        press(page, "/poll/open/")
        page.locator("form[action$='/poll/close/']").wait_for()
        recall.refresh_from_db()
        assert recall.electorate.size == 11  # who only owns a dwelling here has no vote (art. 16)
        hold(recall.poll, timezone.now(), [(FOR, 5), (AGAINST, 4)])
        open_recall(house, page, recall, desk=True)
        house.picture(page, look, "10-counted")
        page.locator("a[href$='/declare/']").click()
        expect(page.locator(".finding-met")).to_have_count(3)
        house.picture(page, look, "11-declare")
        page.locator("main form button.btn-primary").click()
        page.wait_for_selector(".timeline")
        house.picture(page, look, "12-declared")

    recall.refresh_from_db()
    assert recall.state == "carried"
    with house.visit(look) as page:
        open_recall(house, page, recall)
        expect(page.locator(".finding-met")).to_have_count(4)
        house.picture(page, look, "13-result")
        page.goto(house.at("elections/members/"))
        page.locator(".notice").first.wait_for()  # a vacancy
        house.picture(page, look, "14-members-after")
    seat.refresh_from_db()
    assert seat.ended_for == "recalled"
