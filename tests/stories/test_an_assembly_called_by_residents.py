"""Residents ask for a meeting, the committee has to call it, and what they decide is followed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.access.models import Account
from linli.core.clocks.models import Clock
from linli.governance.assemblies import actions
from linli.governance.assemblies.models import Assembly, Petition, Resolution
from linli.mechanisms.gathering.models import Gathering
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, "en"), Device(1440, "zh", scripts=False, theme="dark")]
TITLE = "停车怎么管"


def send(page, button="main form button.btn-primary"):
    """Presses the button of a form and waits for the page it leads to."""
    with page.expect_navigation():
        page.locator(button).first.click()


def walk(page, house, look, path, name):
    """Opens a page, looks whether everybody can use it, and keeps a picture."""
    page.goto(house.at(path))
    if look.scripts:
        assert not faults_of(page), name
    house.picture(page, look, name)


def state_figure(house):
    """The desk states how many residents of eighteen and over there are: five, in a small town."""
    now = timezone.now()
    on = timezone.localdate(now)
    actions.state_figure(
        house.setting.community,
        kind="residents",
        number=5,
        source="派出所统计",
        on=on,
        by=house.setting.actor("worker", on),
        at=now,
    )


def petition_for_it(house, look):
    """The tenant without local hukou starts a petition and signs it: one of five is a tenth."""
    with house.visit(look, "tenant") as page:
        walk(page, house, look, "assemblies/petitions/new/", "a1-petition")
        page.check("[name=ask][value='assembly:residents']")
        page.fill("#id_title", TITLE)
        page.fill("#id_text", "车越来越多，请大家一起定规矩。")
        send(page)
        page.locator("a.leaf-title", has_text=TITLE).click()
        send(page, "form[action$='/sign/'] button")
        house.picture(page, look, "a2-signed")


def call_it(house, look, held):
    """The director sees that it must be called, plans it and gives notice."""
    with house.visit(look, "director") as page:
        walk(page, house, look, "desk/assemblies/", "a3-meetings")
        page.locator("a[href*='plan/?petition=']").first.click()
        page.wait_for_selector("#id_title")
        page.fill("#id_title", "居民会议")
        page.fill("#id_day", held.date().isoformat())
        page.fill("#id_hour", "19:00")
        page.fill("#id_venue", "社区活动室")
        house.picture(page, look, "a4-plan")
        send(page)
        page.locator("a[href$='/call/']").click()
        page.wait_for_selector("#id_urgent_reason")
        send(page)
        house.picture(page, look, "a5-called")


def bring_the_day(house):
    """The day of the meeting comes."""
    row = Gathering.objects.filter(community=house.setting.community)
    row.update(starts_at=timezone.now() - timedelta(minutes=5))
    return row.get()


def come(house, look, gathering):
    """Two sign in at the desk, a third with her account at the door; the wall counts along."""
    names = [row.name for row in gathering.expected.order_by("name")]
    desk = f"desk/gatherings/{gathering.pk}/"
    with house.visit(look, "worker") as page:
        for name in names[:2]:
            page.goto(house.at(f"{desk}?q={name}"))
            send(page, "#found form button")
        page.fill("#id_name", "郑先生")
        page.select_option("#id_capacity", "observer")
        send(page, "form[action$='/walk-in/'] button")
        page.fill("#id_name", "褚阿姨")
        page.select_option("#id_capacity", "resident")
        send(page, "form[action$='/walk-in/'] button")
        walk(page, house, look, desk, "a6-door")
        for part in ("slips", "door-code"):
            walk(page, house, look, f"{desk}{part}/", f"a7-{part}")
    with house.visit(look) as page:
        walk(page, house, look, f"gatherings/{gathering.pk}/wall/", "a8-wall")


def decide(house, look, assembly):
    """It is opened, somebody speaks, hands are counted, and it is closed."""
    gathering = assembly.gathering
    here = f"desk/assemblies/{assembly.pk}/"
    with house.visit(look, "director") as page:
        page.goto(house.at(f"{here}open/"))
        page.fill("#id_chair", "周明华")
        send(page)
        floor = f"desk/gatherings/{gathering.pk}/floor/"
        page.goto(house.at(floor))
        page.select_option("#id_attendance", index=1)
        send(page, "form[action$='/ask/'] button")
        page.locator("a[href*='/speeches/']").first.click()
        page.fill("#id_gist", "消防通道先画出来。")
        send(page)
        walk(page, house, look, floor, "a9-floor")
        page.goto(house.at(here))
        page.locator("a[href$='/decide/']").click()
        page.wait_for_selector("#id_votes_for")
        assert page.input_value("#id_votes_for") == ""
        page.fill("#id_votes_for", "2")
        page.fill("#id_votes_against", "1")
        page.fill("#id_abstained", "0")
        page.fill("#id_text", "消防通道不停车，画线并立牌。")
        house.picture(page, look, "a10-vote")
        send(page)
        page.goto(house.at(f"{here}close/"))
        send(page)
        walk(page, house, look, here, "a11-meeting")


def sign_minutes(house, look, gathering):
    """The worker signs as the recorder, the director as the chair."""
    path = f"desk/gatherings/{gathering.pk}/minutes/"
    for who in ("worker", "director"):
        with house.visit(look, who) as page:
            page.goto(house.at(path))
            send(page, "form[action$='/sign/'] button")
            if who == "director":
                walk(page, house, look, path, "a12-minutes")


def follow(house, look):
    """It is carried out, and everybody reads that it was."""
    resolution = Resolution.objects.get(community=house.setting.community)
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/assemblies/resolutions/{resolution.pk}/done/"))
        page.fill("#id_words", "线画好了，牌子立了三块。")
        send(page)
    with house.visit(look) as page:
        walk(page, house, look, "assemblies/", "a13-coming")
        page.locator("a.leaf-title", has_text=TITLE).first.click()
        page.wait_for_selector(".timeline")
        assert "线画好了" in page.locator("main").inner_text()
        house.picture(page, look, "a14-resolution")


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_residents_ask_and_the_committee_must_call(own_house, look):
    house = own_house
    house.speak(look)
    state_figure(house)
    petition_for_it(house, look)
    community = house.setting.community
    petition = Petition.objects.get(community=community)
    clock = Clock.objects.get(community=community, owner=petition.pk)
    assert (petition.state, clock.state, clock.holder_post) == ("enough", "running", "director")
    assert Account.objects.get(pk=petition.started_by_id).label == "刘洋"
    call_it(house, look, timezone.localtime() + timedelta(days=12))
    petition.refresh_from_db()
    clock.refresh_from_db()
    assert (petition.state, clock.state) == ("called", "met")
    gathering = bring_the_day(house)
    come(house, look, gathering)
    decide(house, look, Assembly.objects.select_related("gathering").get(community=community))
    sign_minutes(house, look, gathering)
    gathering.refresh_from_db()
    assert gathering.state == "minuted"
    follow(house, look)
