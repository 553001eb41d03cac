"""The 924 real reports come in through the page, show their 98 repeated places, and go again."""

import pytest

from linli.service.matters.tests.bringing import real_reports
from tests.stories.conftest import Device
from tests.stories.steps import send, words_in

pytestmark = pytest.mark.story


@pytest.mark.parametrize("people", [Device(1440), Device(390, "en", False)], indirect=True, ids=str)
def test_a_table_of_924_reports_comes_in_and_goes_again(people, shoot):
    page, desk = people.page("worker"), f"{people.house.community}desk/matters/"
    page.goto(f"{desk}import/")
    page.locator("[name=table]").set_input_files(real_reports())
    send(page, "form[enctype] button[type=submit]")
    shoot(page, "20-preview")
    preview = page.url
    assert "924" in words_in(page, ".tallies")
    send(page, "form[action$='/take-in/'] button[type=submit]")
    shoot(page, "21-job")
    assert "924" in words_in(page)
    page.goto(f"{desk}patterns/?days=&at_least=2")
    shoot(page, "22-patterns")
    assert page.locator("tbody tr").count() >= 98
    with page.expect_navigation():
        page.locator("tbody tr a").first.click()
    shoot(page, "23-pattern")
    assert page.locator(".leaves .leaf").count() >= 2
    page.goto(f"{desk}?show=all")
    shoot(page, "24-queue")
    assert page.locator("tbody tr").count() == 30
    page.goto(preview)
    page.locator("details:not(.menu) > summary").last.click()
    send(page, "form[action$='/undo/'] button[type=submit]")
    shoot(page, "25-undone")
    assert page.locator("form[action$='/undo/']").count() == 0
