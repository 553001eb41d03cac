"""A department's form in the first week: from its blank to the hand-over; next month only what
changed."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from linli.partners.paperwork.models import Asking, HandOver
from linli.partners.paperwork.tests import making
from tests.stories.steps import send
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]
HOUSEHOLDS = 3
FORM = "main form:not([role=search])"


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_form_is_filled_and_next_month_only_what_changed(own_house, look):
    house = own_house
    house.speak(look)
    now = timezone.now()
    body = making.civil_affairs(house.setting.community, now)
    making.households(house.setting, now, HOUSEHOLDS)
    with house.visit(look, "worker") as page:
        upload(house, page, body, making.blank())
        look_at(house, page, look, "columns")
        page.check("[name=subject][value=household]")
        send(page, f"{FORM} .btn-primary")
        page.check("[name=how][value=everybody]")
        send(page, f"{FORM} .btn-primary")
        look_at(house, page, look, "rows")
        ask_everybody(house, page, look)
        first = hand_over(house, page, look, "all")
        assert (first.rows, first.typed) == (HOUSEHOLDS, HOUSEHOLDS)
        next_month(house, page, look, body)


def next_month(house, page, look, body):
    """The same form again: recognised, carried on, one answer changed, one row handed over."""
    upload(house, page, body, making.blank("低保户近期动态统计表（2026年12月）"))
    assert page.url.endswith("/who/"), "a form we know goes straight to its people"
    send(page, f"{FORM} .btn-primary")
    page.locator("tbody th a").first.click()
    send(page, ".page-actions .btn-primary")
    page.locator(".ask-form input[type=text]").last.fill("住院")
    send(page, ".ask-form .btn-primary")
    second = hand_over(house, page, look, "changes")
    assert (second.rows, second.changed, second.typed, second.kept_on) == (1, 1, 1, HOUSEHOLDS - 1)
    page.goto(house.at(f"desk/forms/{second.asking_id}/letter/"))
    look_at(house, page, look, "letter")


def upload(house, page, body, content):
    page.goto(house.at("desk/forms/new/"))
    page.set_input_files("[name=blank]", {"name": "统计表.xlsx", "mimeType": "", "buffer": content})
    page.select_option("[name=body]", str(body.pk))
    page.fill("[name=due_on]", (timezone.localdate() + timedelta(days=3)).isoformat())
    page.fill("[name=purpose]", "核对低保户近况")
    send(page, f"{FORM} .btn-primary")


def ask_everybody(house, page, look):
    """From door to door, one household a screen."""
    asking = Asking.objects.get(community=house.setting.community, state="listed")
    page.goto(house.at(f"desk/forms/{asking.pk}/ask/"))
    look_at(house, page, look, "to-ask")
    send(page, ".page-actions .btn-primary")
    for number in range(HOUSEHOLDS):
        if number == 0:
            look_at(house, page, look, "ask")
        page.locator(".ask-form input[type=text]").last.fill("一切如常")
        send(page, ".ask-form .btn-primary")


def hand_over(house, page, look, scope):
    """The file is fetched and looked into; then it is handed over and signed."""
    asking = Asking.objects.get(community=house.setting.community, state="listed")
    page.goto(house.at(f"desk/forms/{asking.pk}/"))
    look_at(house, page, look, f"form-{scope}")
    with page.expect_download() as fetched:
        page.locator("form[action$='/file/'] button").last.click()
    sheet = load_workbook(BytesIO(fetched.value.path().read_bytes())).active
    numbers = {str(row[2].value) for row in sheet.iter_rows(min_row=4) if row[2].value}
    assert all(len(number) == 18 for number in numbers), "numbers are whole, and text"
    page.goto(house.at(f"desk/forms/{asking.pk}/hand-over/"))
    look_at(house, page, look, f"hand-over-{scope}")
    page.fill("[name=received_by]", "救助科")
    page.fill("[name=minutes]", "12")
    page.check("[name=way][value=mail]")
    page.check(f"[name=scope][value={scope}]")
    page.check("[name=ground][value=duty]")
    send(page, f"{FORM} .btn-primary")
    return HandOver.objects.get(community=house.setting.community, asking=asking)


def look_at(house, page, look, name):
    house.picture(page, look, f"forms-{name}")
    if look.scripts:
        assert not faults_of(page), name
