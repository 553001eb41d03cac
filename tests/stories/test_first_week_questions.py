"""The first week: how many, today and on 1 March; one pair decided; the elderly resident corrects
her own number and reads who looked at her record."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from linli.core.audit.actor import the_operator
from linli.core.people import actions
from linli.core.people.models import Declaration, Merge, NotSamePerson, Person, Resemblance
from linli.core.people.queries import resembling_in
from linli.core.places.queries import dwellings_under
from tests.stories.conftest import Device
from tests.stories.steps import fill, send
from tests.stories.telling import faults_of

pytestmark = pytest.mark.story

DEVICES = [Device(390, scripts=False), Device(1440, "en")]
DOUBLES = {390: ("郑秋霞", "鄭秋霞"), 1440: ("贺凤英", "贺风英")}
MARCH = date(timezone.localdate().year, 3, 1)


@pytest.fixture
def stair(people):
    """Three old people on the stair since years, one of whom lost her husband in spring; and a
    pair of rows that are one person."""
    setting, at, by = people.house.setting, timezone.now(), the_operator()
    homes = list(dwellings_under(setting.stair))
    since, width = MARCH - timedelta(days=900), people.device.width

    def live(name, home, years, **given):
        born = timezone.localdate() - timedelta(days=366 * years)
        person = actions.register_person(
            setting.community, name=name, birth_date=born, by=by, at=at, **given
        )
        actions.move_in(person, dwelling=home, kind="usual_resident", since=since, by=by, at=at)
        return person

    if not Person.objects.filter(community=setting.community, name="魏长生").exists():
        live("魏长生", homes[1], 84)
        live("蒋桂芝", homes[2], 81)
        husband = live("蒋大川", homes[2], 85)
        actions.record_death(husband, died_on=MARCH + timedelta(days=40), by=by, at=at)
        live("田小雨", homes[3], 30)
    one, other = (live(name, homes[4], 60) for name in DOUBLES[width])
    actions.note_resemblances(
        setting.community, pairs=resembling_in(setting.community), by=by, at=at
    )
    return Resemblance.objects.get(
        community=setting.community, first__in=[one, other], second__in=[one, other]
    )


def sound(people, page: Page) -> None:
    """Nothing bars the way (axe needs scripts), and nothing is wider than the screen."""
    if people.device.scripts:
        assert not faults_of(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


def ask_how_many(people, shoot, desk):
    """Two clicks: the saved question, and the day."""
    page, stair = people.page("worker"), people.house.setting.stair
    page.goto(f"{desk}people/questions/")
    fill(page, "age_from", "80")
    fill(page, "alone", "dwelling")
    fill(page, "place", str(stair.pk))
    fill(page, "then", MARCH.isoformat())
    if not people.device.scripts:
        send(page, ".filter-form button[type=submit]")
    expect(page.locator(".tally-number")).to_have_count(2)
    assert page.locator(".tally-number").all_inner_texts() == ["2", "1"]
    assert "蒋桂芝" not in page.content()
    sound(people, page)
    shoot(page, "questions")
    page.locator("#answer details summary").click()
    page.fill("#question-name", f"{people.device.width}: 80+")
    send(page, "form[action$='/questions/save/'] button")
    page.goto(f"{desk}people/questions/")
    send(page, f".leaf-title:has-text('{people.device.width}: 80+')")
    expect(page.locator(".tally-number")).to_have_text("2")
    send(page, "form[action$='/questions/list/'] button")
    expect(page.locator("main")).to_contain_text("蒋桂芝")
    sound(people, page)
    shoot(page, "listed")
    page.goto(f"{desk}people/stairs/{stair.pk}/")
    expect(page.locator("main")).to_contain_text("魏长生")
    sound(people, page)
    shoot(page, "stairs")


def decide_a_pair(people, shoot, desk, pair):
    """The director looks at both papers and decides; with scripts, by the keyboard alone."""
    page = people.page("director")
    page.goto(f"{desk}people/doubles/")
    sound(people, page)
    shoot(page, "doubles")
    row = page.locator("tbody tr", has_text=DOUBLES[people.device.width][1])
    if people.device.scripts:
        row.locator("a").first.focus()
        with page.expect_navigation():
            page.keyboard.press("1")
        assert Merge.objects.filter(community=pair.community, kept=pair.first).exists()
    else:
        with page.expect_navigation():
            row.locator("button[data-press='0']").click()
        assert NotSamePerson.objects.filter(community=pair.community, first=pair.first).exists()
    expect(page.locator(".messages")).to_be_visible()


def look_at_her(people, shoot, desk, purpose):
    page = people.page("worker")
    elder = people.house.setting.accounts["elder"].person_id
    page.goto(f"{desk}people/{elder}/history/")
    sound(people, page)
    shoot(page, "history")
    page.goto(f"{desk}people/{elder}/kept/")
    sound(people, page)
    shoot(page, "kept")
    page.goto(f"{desk}people/{elder}/")
    page.locator("summary", has=page.locator("svg")).last.click()
    page.locator("form[action$='/open/']").scroll_into_view_if_needed()
    page.fill("form[action$='/open/'] [name=purpose]", purpose)
    send(page, "form[action$='/open/'] button")
    shoot(page, "person")
    return elder


@pytest.mark.parametrize("people", DEVICES, indirect=True, ids=str)
def test_how_many_by_noon_one_pair_and_who_looked(people, shoot, stair):
    desk, width = f"{people.house.community}desk/", people.device.width
    ask_how_many(people, shoot, desk)
    decide_a_pair(people, shoot, desk, stair)
    purpose = f"核对老年优待 {width}"
    elder_pk = look_at_her(people, shoot, desk, purpose)

    page, number = people.page("elder"), f"1990000{width:04}"
    page.goto(f"{people.house.url}/me/record/change/")
    fill(page, "phone", number)
    send(page, "main form button.btn-primary")
    changed = Person.objects.get(community=people.house.setting.community, pk=elder_pk)
    assert changed.phone == f"+86{number}"
    page.goto(f"{people.house.url}/me/record/looks/")
    expect(page.locator(".timeline").first).to_contain_text(purpose)
    sound(people, page)
    shoot(page, "looks")

    page.goto(f"{people.house.url}/me/record/changes/")
    sound(people, page)
    shoot(page, "changes")
    page.goto(f"{people.house.url}/me/record/changes/name/")
    page.locator("[name=about]").first.check()
    fill(page, "name", "王秀岚")
    sound(people, page)
    send(page, "main form button.btn-primary")
    shoot(page, "told")
    told = Declaration.objects.get(
        community=people.house.setting.community, about=elder_pk, decided_at=None
    )
    worker = people.page("worker")
    worker.goto(f"{desk}people/changes/{told.pk}/")
    sound(people, worker)
    shoot(worker, "decide")
    worker.fill("[name=reason]", "身份证上是“兰”字，名册没有错。")
    send(worker, "form:has([name=reason]) button")
    page.goto(f"{people.house.url}/me/record/changes/")
    expect(page.locator("main")).to_contain_text("名册没有错")
