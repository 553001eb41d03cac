"""The director opens the desk on the first working day of January, a make-up Sunday, and on
30 June, and knows what is due; what a dismissed worker had in hand, forty items, goes to a
colleague in one page."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from linli.core.access.actions import end_post
from linli.core.access.models import Holding
from linli.core.audit.actor import NOBODY
from linli.core.clocks import due
from linli.core.clocks.duties import duty_called
from linli.core.clocks.models import Clock
from linli.lib.calendar import SHANGHAI
from linli.service.matters import actions as matters
from linli.service.matters.actions.raising import Raised
from linli.service.matters.models import Matter
from linli.service.matters.queries import kinds_of
from linli.web.demo.cast import gather
from tests.stories.steps import send
from tests.stories.telling import Device, House, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(1440, "en"), Device(390, scripts=False)]
JANUARY = datetime(2026, 1, 4, 8, 30, tzinfo=SHANGHAI)
JUNE = datetime(2026, 6, 30, 8, 30, tzinfo=SHANGHAI)
IN_JANUARY = (
    "cn.month_books", "oversight.monthly_disclosure", "oversight.quarterly_disclosure",
    "planning.annual_plan", "cn.year_report", "cn.year_results",
)  # fmt: skip
ON_30_JUNE = ("planning.progress_report", "archive.file_last_year", "cn.quarter_access_log")
ITEMS = 40


@pytest.fixture
def january(transactional_db, live_server, browser):
    with time_machine.travel(JANUARY, tick=True) as clock:
        yield House(live_server.url, gather(timezone.now()), browser), clock


def title_of(key, look):
    duty = duty_called(key)
    return duty.title_en if look.language == "en" else duty.title


def opened(page, house, look, path, name):
    page.goto(house.at(path))
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)
    return page.locator("main").inner_text()


def forty_matters(house):
    setting, at = house.setting, timezone.now()
    kind = kinds_of(setting.community).get(code="stair_light")
    worker = setting.actor("worker", timezone.localdate(at))
    for number in range(ITEMS):
        raised = Raised(
            kind=kind, title=f"第{number}盏灯", text="不亮", channel="web", place=setting.stair
        )
        matter = matters.raise_matter(setting.community, raised=raised, by=NOBODY, at=at)
        matters.accept(matter, by=worker, at=at)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_director_knows_what_is_due_and_hands_on_what_a_leaver_had(january, look):
    house, clock = january
    house.speak(look)
    setting = house.setting
    due.run(timezone.now())
    with house.visit(look, "director") as page:
        told = opened(page, house, look, "desk/", "k1-january")
        for key in IN_JANUARY:
            assert title_of(key, look) in told, key
        assert page.locator("#workday-overdue").count() == 0
        opened(page, house, look, "desk/calendar/2026/wall/", "k2-wall")
        assert page.locator(".wall-month").count() == 12

    clock.move_to(JUNE)
    due.run(timezone.now())
    forty_matters(house)
    worker = Holding.objects.get(account=setting.accounts["worker"], post="worker")
    today = timezone.localdate()
    end_post(worker, until=today, by=setting.actor("director", today), at=timezone.now())
    house.speak(look)
    with house.visit(look, "director") as page:
        told = opened(page, house, look, "desk/", "k3-june")
        today_part = page.locator("section:has(#workday-today)").inner_text()
        for key in ON_30_JUNE:
            assert title_of(key, look) in today_part, key
        page.get_by_role("link", name=title_of("cn.quarter_access_log", look)).first.click()
        page.locator("form[action$='/done/']").wait_for()
        house.picture(page, look, "k4-clock")
        page.fill("#id_done_note", "六月二十九日在代表会议上报告。")
        send(page, "form[action$='/done/'] button")
        opened(page, house, look, "desk/", "k5-done")
        assert (
            title_of("cn.quarter_access_log", look)
            not in page.locator("section:has(#workday-today)").inner_text()
        )
        page.locator(".notice a[href$='/hand-over/']").click()
        page.locator("#hand-over-all").wait_for()
        assert page.locator("input[name=clock]").count() == ITEMS
        house.picture(page, look, "k6-hand-over")
        page.check("#hand-over-all")
        page.select_option("#id_to", str(setting.accounts["mediator"].pk))
        page.fill("#id_reason", "原经办人已经解聘。")
        send(page, "form:has(#hand-over-all) button[type=submit]")
        assert page.locator("input[name=clock]").count() == 0
    given = Matter.objects.filter(
        community=setting.community, assignee=setting.accounts["mediator"]
    )
    assert given.count() == ITEMS
    lost = Clock.objects.filter(
        community=setting.community, holder_account=setting.accounts["worker"]
    )
    assert not lost.exists()
    assert timedelta(0) <= timezone.now() - JUNE < timedelta(hours=2)
