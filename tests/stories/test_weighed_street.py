"""A street officer takes in the return of a community that runs elsewhere. A month stands twice in
it, so it goes back with its reason; the next one is accepted and stands beside the street's own."""

import base64

import pytest
from django.utils import timezone

from linli.core.audit.actor import the_clock
from linli.evaluation.actions import reckon
from linli.evaluation.outcome import reckon_community
from linli.evaluation.periods import plan_span
from linli.evaluation.returns.keys import fingerprint, public_half
from linli.evaluation.returns.lines import Line
from linli.evaluation.returns.packing import pack_return
from linli.lib.calendar import local_day
from tests.stories.telling import TWO, faults_of

pytestmark = pytest.mark.story
SEED = base64.b64encode(bytes(range(32))).decode()


def file_of(setting, at, months, year, edition, folder):
    code, on = setting.neighbour.code, local_day(at)
    lines = [
        Line(code, "MT05", 1, f"{on.year}-{number:02d}", count, 1, count, None, "told")
        for number, count in enumerate(months, 1)
    ]
    lines.append(Line(code, "MT05", 1, f"{on.year}", year, 1, year, None, "told"))
    said = {
        "community": {"code": code, "name": setting.neighbour.name},
        "office": {"code": setting.street.code, "name": setting.street.name},
        "period": f"{on.year}",
        "through": on.isoformat(),
        "edition": edition,
        "sent_at": at.isoformat(timespec="seconds"),
        "notes": [],
    }
    path = folder / f"{code}-{edition}.zip"
    path.write_bytes(pack_return(said, lines, with_key=SEED).content)
    return path


def seen(page, house, look, name):
    if look.scripts:
        assert faults_of(page) == [], name
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1"), (
            name
        )
    house.picture(page, look, name)


def send(page, form):
    with page.expect_navigation():
        page.locator(f"main form{form} button[type=submit]").first.click()


@pytest.mark.parametrize("look", TWO, ids=str)
def test_a_doubled_month_comes_back_with_its_reason(own_house, look, tmp_path):
    house, at = own_house, timezone.now()
    house.speak(look)
    setting, on = house.setting, local_day(at)
    outcome = reckon_community(setting.community, plan_span(on))
    reckon(setting.community, by=the_clock(), at=at, outcome=outcome)
    months = [20 + 3 * number for number in range(on.month)]
    key = public_half(SEED)
    with house.visit(look, "street") as page:
        page.goto(house.at(f"/street/{setting.street.code}/returns/"))
        if not page.locator("#id_public_key").is_visible():
            page.locator("summary", has=page.locator("xpath=..//textarea | ..//input")).last.click()
        page.select_option("#id_whose", str(setting.neighbour.pk))
        page.fill("#id_public_key", key)
        page.fill("#id_heard", fingerprint(key).upper())
        seen(page, house, look, "w1-key")
        send(page, "[action$='/returns/keys/']")
        for edition, year, state in (
            (1, sum(months) + months[0], "sent_back"),
            (2, sum(months), "accepted"),
        ):
            file = file_of(setting, at, months, year, edition, tmp_path)
            page.goto(house.at(f"/street/{setting.street.code}/returns/"))
            page.set_input_files("#id_file", file)
            send(page, "[action$='/receive/']")
            seen(page, house, look, f"w2-received-{edition}")
            page.check(f"input[name=state][value={state}]")
            if state == "sent_back":
                page.fill("#id_reason", "一月算了两次")
            send(page, "[action$='/answer/']")
            assert state != "sent_back" or "一月算了两次" in page.content()
        page.goto(house.at(f"/street/{setting.street.code}/"))
        assert setting.neighbour.name in page.locator("main table").first.inner_text()
        seen(page, house, look, "w3-street")
        page.goto(house.at(f"/street/{setting.street.code}/standing/"))
        seen(page, house, look, "w4-standing")
        page.goto(house.at(f"/street/{setting.street.code}/indicators/MT05/"))
        seen(page, house, look, "w5-indicator")
    with house.visit(look, "director") as page:
        page.goto(house.at("desk/returns/"))
        seen(page, house, look, "w6-own")
        page.goto(house.at(f"desk/returns/preview/?office={setting.street.pk}&period={on.year}"))
        seen(page, house, look, "w7-preview")
        send(page, "")
        seen(page, house, look, "w8-sent")
