"""The broken stair light: raised by an elderly resident, forwarded, answered, found wanting,
mended, published, counted. Walked whole on every kind of device."""

import itertools

import pytest

from tests.stories.conftest import Device, session_of
from tests.stories.steps import enlarge, fill, open_step, receipt_on, send, take_step, words_in

pytestmark = pytest.mark.story

DEVICES = [
    Device(width, language, scripts)
    for width, language, scripts in itertools.product((390, 1440), ("zh", "en"), (True, False))
]
SAID = "三楼到四楼之间的灯不亮了，晚上看不清台阶。"
SECRET = "我是王秀兰，住501室。"


@pytest.mark.parametrize("people", DEVICES, indirect=True, ids=str)
def test_the_stair_light(people, shoot):
    receipt = _she_reports_it(people, shoot)
    _she_follows_it(people, receipt)
    matter = _the_worker_accepts_it(people, shoot, receipt)
    _the_worker_forwards_it(people, shoot, matter)
    _the_manager_answers(people, shoot, receipt)
    _she_rates_it_poor(people, shoot, receipt)
    _it_is_mended(people, receipt, matter)
    public = _the_worker_looks_and_publishes(people, shoot, matter)
    _everybody_reads_it(people, shoot, public, receipt)
    _the_street_officer_sees_counts(people, shoot, receipt, matter)
    _the_outsider_opens_nothing(people, receipt, matter)
    _the_director_sees_what_it_changed(people, shoot)


def _she_reports_it(people, shoot):
    """By the code on her stair, in large type, without an account."""
    house, page = people.house, people.page("visitor")
    page.goto(f"{house.url}/q/{house.setting.tag.code}/")
    enlarge(page)
    shoot(page, "01-report")
    assert page.locator("#id_place").input_value() == str(house.setting.stair.pk)
    kind = _kind_of(house, "stair_light")
    fill(page, "kind", kind)
    fill(page, "text", SECRET + SAID)
    fill(page, "where", "三楼到四楼之间")
    send(page, "form[data-guard] button[type=submit]")
    shoot(page, "02-check")
    shown = words_in(page, "blockquote")
    assert SAID in shown
    assert "王秀兰" not in shown
    assert "501" not in shown
    send(page, "form[enctype] button[type=submit]")
    shoot(page, "03-receipt")
    return receipt_on(page)


def _she_follows_it(people, receipt):
    """By the number she wrote down, in small letters and without its hyphens."""
    page = people.page("visitor")
    page.goto(f"{people.house.community}matters/receipt/")
    fill(page, "receipt", receipt.lower().replace("-", " "))
    send(page, "form[method=get] button[type=submit]")
    assert receipt_on(page) == receipt
    assert page.locator("html").get_attribute("data-size") == "large"


def _the_worker_accepts_it(people, shoot, receipt):
    """From the queue: by keyboard where there is one, by a tick and a button everywhere."""
    house, page = people.house, people.page("worker")
    page.goto(f"{house.community}desk/matters/?show=new")
    shoot(page, "04-queue")
    row = page.locator("tbody tr").first
    address = row.locator("a[href]").first.get_attribute("href")
    if people.device.scripts and people.device.width >= 768:
        page.keyboard.press("j")
        page.keyboard.press("x")
        assert row.locator("input[type=checkbox]").is_checked()
        assert page.locator(".bulk").is_visible()
    else:
        row.locator("input[type=checkbox]").check()
    send(page, "button[name=act][value=accept]")
    page.goto(f"{house.url}{address}")
    assert receipt in page.content()
    assert SECRET in words_in(page)
    shoot(page, "05-matter")
    return f"{house.url}{address}"


def _the_worker_forwards_it(people, shoot, matter):
    """To the property manager, with a purpose, and without her words."""
    page = people.page("worker")
    page.goto(matter)
    open_step(page, "forward")
    shoot(page, "06-forward")
    for field in ("text", "photos"):
        page.locator(f"[name=fields_sent][value={field}]").uncheck()
    fill(page, "body", str(people.house.setting.bodies["property"].pk))
    fill(page, "purpose", "请更换楼道灯具并回复结果")
    send(page, "form[action$='/forward/'] button[type=submit]")
    assert page.url == matter


def _the_manager_answers(people, shoot, receipt, text="灯具已更换，请看看亮不亮。"):
    """Sees the fields sent, and answers."""
    page = people.page("manager")
    page.goto(f"{people.house.community}desk/matters/")
    with page.expect_navigation():
        page.locator("tbody tr a[href]").first.click()
    shoot(page, "07-manager")
    shown = page.content()
    for secret in ("王秀兰", "501", receipt):
        assert secret not in shown
    assert "三楼到四楼之间" in shown
    take_step(page, "answer", text=text)


def _she_rates_it_poor(people, shoot, receipt):
    """The light is still out; it is opened again, with time counted anew."""
    page = people.page("visitor")
    page.goto(f"{people.house.community}matters/receipt/{receipt}/")
    shoot(page, "08-answered")
    assert "灯具已更换" in words_in(page)
    page.locator("[name=score][value=poor]").check()
    fill(page, "words", "还是不亮。")
    send(page, "#rate button[type=submit]")
    shoot(page, "09-reopened")
    assert page.locator("#rate").count() == 0
    assert page.locator(".deadline").count() > 0


def _it_is_mended(people, receipt, matter):
    """Forwarded again, answered again; this time she is content."""
    page = people.page("worker")
    page.goto(matter)
    take_step(
        page,
        "forward",
        body=str(people.house.setting.bodies["property"].pk),
        purpose="仍不亮，请检查线路",
    )
    manager = people.page("manager")
    manager.goto(matter)
    take_step(manager, "answer", text="线路接触不良，已修好，当面看过。")
    visitor = people.page("visitor")
    visitor.goto(f"{people.house.community}matters/receipt/{receipt}/")
    visitor.locator("[name=score][value=good]").check()
    send(visitor, "#rate button[type=submit]")
    assert visitor.locator("#rate").count() == 0


def _the_worker_looks_and_publishes(people, shoot, matter):
    """Beside what was said stands what everybody will read, already masked."""
    page = people.page("worker")
    page.goto(f"{matter}look/")
    shoot(page, "10-look")
    proposed = page.locator("[name=text]").input_value()
    assert SAID in proposed
    assert "王秀兰" not in proposed
    fill(page, "text", SAID)
    fill(page, "title", "三楼到四楼之间的灯不亮")
    send(page, "form[data-guard] button[type=submit]")
    assert page.url == matter
    return page.locator("a[href*='/matters/public/']").first.get_attribute("href")


def _everybody_reads_it(people, shoot, public, receipt):
    page = people.page("visitor")
    page.goto(f"{people.house.community}matters/")
    shoot(page, "11-public-list")
    assert page.locator(f"a[href='{public}']").count() == 1
    page.goto(f"{people.house.url}{public}")
    shoot(page, "12-public")
    shown = page.content()
    assert "线路接触不良，已修好" in shown
    for secret in ("王秀兰", "501", receipt):
        assert secret not in shown


def _the_street_officer_sees_counts(people, shoot, receipt, matter):
    """A table of communities, and no way from it to her."""
    house, page = people.house, people.page("street")
    page.goto(f"{house.url}/street/{house.setting.street.code}/")
    shoot(page, "13-street")
    assert house.setting.community.name in words_in(page)
    shown = page.content()
    for secret in ("王秀兰", "三楼到四楼", receipt, "matters/receipt/", "/desk/matters/"):
        assert secret not in shown
    for closed in (matter, f"{house.community}desk/matters/", f"{house.community}desk/people/"):
        assert page.goto(closed).status == 404


def _the_outsider_opens_nothing(people, receipt, matter):
    """She works next door, and finds here what every visitor finds."""
    house, page = people.house, people.page("outsider")
    for closed in ("desk/", "desk/matters/", "desk/matters/import/", "desk/people/"):
        assert page.goto(f"{house.community}{closed}").status == 404
    assert page.goto(matter).status == 404
    assert page.goto(f"{matter}answer/").status == 404
    home = f"{house.url}/c/{house.setting.neighbour.code}/"
    assert page.goto(f"{home}desk/matters/").status == 200
    assert page.goto(f"{home}matters/receipt/{receipt}/").status == 404


def _the_director_sees_what_it_changed(people, shoot):
    """On the six standards, before and after the figures are reckoned."""
    page = people.page("director")
    standards = f"{people.house.community}standards/"
    page.goto(standards)
    before = words_in(page)
    send(page, "form[action$='/reckon/'] button[type=submit]")
    page.goto(standards)
    shoot(page, "14-standards")
    assert words_in(page) != before
    assert page.locator("a[href*='/standards/']").count() > 0


def _kind_of(house, code):
    from linli.service.matters.queries import kinds_of

    return str(kinds_of(house.setting.community).get(code=code).pk)


def test_somebody_signs_in_with_their_telephone_number(people, shoot):
    """The form itself; in the other stories everybody has signed in already."""
    from linli.web.demo.cast import CAST, PASSWORD

    role = next(role for role in CAST if role.key == "worker")
    page = people.page("visitor")
    desk = f"{people.house.community}desk/"
    page.goto(desk)
    shoot(page, "15-sign-in")
    assert "next=" in page.url
    fill(page, "login", role.phone)
    fill(page, "password", PASSWORD)
    send(page, "form[action] button[type=submit].btn-primary")
    assert page.url == desk
    assert session_of(people.house, "worker")["value"]
