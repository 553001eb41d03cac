"""A child wishes for a book. A branch of the Party organisation promises it, the community hands it
over, and neither the branch nor anybody else learns whose wish it was."""

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint
from linli.core.audit.actor import the_operator
from linli.partners.party.actions import branches, calendar
from linli.partners.party.models import WishTaken
from linli.service.volunteering.actions import wishes
from linli.service.volunteering.models import Wish
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story
LOOKS = [Device(390, scripts=False), Device(1440, "en")]
CHILD = "小宇"


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, it is no wider than the screen, it names no child."""
    assert CHILD not in page.content(), name
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page):
    with page.expect_navigation():
        page.locator("main form[data-guard] button[type=submit]").click()


def prepare(house):
    """The representative is the secretary as well; a branch stands; the wish is published."""
    setting, now = house.setting, timezone.now()
    on = timezone.localdate(now)
    appoint(
        setting.community, account=setting.accounts["representative"], post="party_secretary",
        since=on, by=the_operator(), at=now,
    )  # fmt: skip
    by = {"by": setting.actor("representative", on), "at": now}
    branch = branches.found_branch(
        setting.community, kind="branch", name="东湖第一党支部", place=setting.new,
        office="支部书记，周三下午，党群服务站", counted_from=on.replace(month=1, day=1), **by,
    )  # fmt: skip
    calendar.promise(branch, title="每周六在车棚义务修伞", due_on=on, **by)
    worker = {"by": setting.actor("worker", on), "at": now}
    wish = wishes.make_wish(
        setting.community, whose="child", sort="thing", words=f"{CHILD}想看《海底两万里》",
        guardian_agrees=True, guardian="刘洋", name=CHILD, at_desk=True, **worker,
    )  # fmt: skip
    wishes.publish_wish(wish, title="想要一本《海底两万里》", **worker)
    return branch


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_wish_of_a_child_is_met_by_a_branch_that_never_learns_whose(own_house, look):
    pytest.importorskip("linli.web.crossings.branches_meet_wishes")
    house = own_house
    house.speak(look)
    branch = prepare(house)
    with house.visit(look, "representative") as page:
        page.goto(house.at("desk/party/wishes/"))
        seen(page, house, look, "p1-waiting")
        page.locator(f"main a[href$='/{branch.pk}/']").first.click()
        send(page)
        seen(page, house, look, "p2-taken")
        for name in ("", "affairs/", "branches/", "units/", "studies/"):
            page.goto(house.at(f"desk/party/{name}"))
            seen(page, house, look, f"p3-desk-{name.strip('/') or 'calendar'}")
    wish = Wish.objects.get(community=house.setting.community)
    assert wish.state == "claimed"
    assert wish.claim.shown_as == branch.name
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/micro-wishes/{wish.pk}/"))
        page.locator("main a[href$='/meet/']").click()
        page.fill("#id_told", "一本新书，由社区转交")
        send(page)
    taken = WishTaken.objects.get(community=house.setting.community)
    assert taken.met_on is not None
    with house.visit(look) as page:
        page.goto(house.at("party/"))
        seen(page, house, look, "p4-public")
        page.goto(house.at("party/together/"))
        assert "海底两万里" in page.content()
        assert branch.name in page.content()
        seen(page, house, look, "p5-together")
