"""A lift for one stair: who must agree is told to everybody; she objects, her neighbour agrees, and
neither learns what the other said. The desk sees counts, a talk is held, and it is agreed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.places.queries import dwellings_under
from linli.governance.property.actions import estates, scopes
from linli.governance.property.models import Owner, Ownership, ScopeCase, ScopeHousehold, Unit
from tests.stories.telling import Device
from tests.stories.test_firm_leaves_and_stays import seen, send

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]


def prepare(setting, at):
    """The stair's owners stand in the roster; two of them are of the cast."""
    today = timezone.localdate(at)
    by = {"by": setting.actor("worker", today), "at": at}
    estate = estates.enter_estate(
        setting.community, name="翠湖新村", place=setting.old, given={"regime": "none", "old": True},
        since=today - timedelta(days=40), **by,
    )  # fmt: skip
    homes = {
        setting.accounts[key].residences.get().dwelling_id: setting.accounts[key].person
        for key in ("elder", "representative")
    }
    given = {"community": setting.community, "estate": estate}
    for home in dwellings_under(setting.stair):
        unit = Unit.objects.create(
            **given, label=f"1号楼2单元{home.name}", area=6200, area_from="register", dwelling=home
        )
        owner = Owner.objects.create(
            **given, name="业主", person=homes.get(home.pk), added_on=today
        )
        Ownership.objects.create(community=setting.community, unit=unit, owner=owner, since=today)
    return estate, by


def answer(house, look, who, case, value):
    with house.visit(look, who) as page:
        page.goto(house.at(f"estates/asked/{case.pk}/"))
        page.locator("main .card a.btn").first.click()
        page.locator(f"main input[type=radio][value={value}]").check()
        send(page)
        text = page.locator("main .card").first.inner_text()
        seen(page, house, look, f"l2-{who}")
    return text


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_lift_is_added(own_house, look):
    house = own_house
    house.speak(look)
    setting, now = house.setting, timezone.now()
    estate, by = prepare(setting, now - timedelta(days=30))
    with house.visit(look) as page:
        page.goto(house.at("estates/ways/"))
        seen(page, house, look, "l0-ways")
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/estates/{estate.pk}/asked/"))
        send(
            page, kind="lift", place=str(setting.stair.pk), title="2单元加装电梯",
            about="北侧外挂一台，平层入户。", costs="一层 不出\n六层 2 份",
        )  # fmt: skip
        seen(page, house, look, "l1-desk")
    case = ScopeCase.objects.get(community=setting.community)
    ScopeCase.objects.filter(community=setting.community).update(
        stage_since=timezone.localdate() - timedelta(days=30)
    )
    case.refresh_from_db()
    hers = answer(house, look, "elder", case, "object")
    assert hers != answer(house, look, "representative", case, "agree")
    case = scopes.advance_scope(
        case, to="posted", on=timezone.localdate() - timedelta(days=20), by=by["by"], at=now
    )
    waiting = ScopeHousehold.objects.filter(community=setting.community, case=case, answer="")
    for row in waiting[:9]:
        scopes.enter_answer(row, answer="agree", by=by["by"], at=now)
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/estates/asked/{case.pk}/next/"))
        send(page, to="agreed")
        assert ScopeCase.objects.get(community=setting.community).stage == "posted"
        seen(page, house, look, "l3-talk-first")
        page.goto(house.at(f"desk/estates/asked/{case.pk}/talk/"))
        send(page, words="和一层谈了采光和补偿，井道改用玻璃")
        page.goto(house.at(f"desk/estates/asked/{case.pk}/next/"))
        send(page, to="agreed")
        seen(page, house, look, "l4-agreed")
    assert ScopeCase.objects.get(community=setting.community).stage == "agreed"
    with house.visit(look) as page:
        page.goto(house.at(f"estates/asked/{case.pk}/"))
        seen(page, house, look, "l5-for-everybody")
