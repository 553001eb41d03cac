"""The archive of last year is exported, opened elsewhere, and verified; a resident gets a copy.

The desk works in English on a screen; the resident comes on a phone without scripts, in Chinese.
"""

import subprocess
import sys
import zipfile
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from linli.core.access.actions import register_body
from linli.governance.archive.models import CopyRequest, Item
from linli.partners.intake.actions import Asked, record_request, refuse
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

RESIDENT, DESK = Device(390, scripts=False), Device(1440, "en")


@pytest.fixture
def year():
    return timezone.localdate().year - 1


@pytest.fixture
def letter(own_house, year):
    """A letter the committee wrote to an office last year."""
    setting, when = own_house.setting, datetime(year, 3, 2, 3, tzinfo=UTC)
    today = timezone.localdate()
    director = setting.actor("director", today)
    office = register_body(
        setting.community,
        name="示范区税务局",
        kind="department",
        place=setting.community,
        by=director,
        at=when,
    )
    request = record_request(
        setting.community,
        asked=Asked(office, "task", "税源摸底", timezone.localdate(when), never="tax"),
        by=setting.actor("worker", today),
        at=when,
    )
    return refuse(request, ground="never", words="", by=director, at=when)


def press(page, button):
    """Presses a button and waits for the page it leads to."""
    with page.expect_navigation():
        page.locator(button).first.click()


def test_the_archive_of_a_year_is_exported_opened_elsewhere_and_verified(
    own_house, letter, year, tmp_path, browser, settings
):
    settings.MEDIA_ROOT = str(tmp_path / "files")
    house = own_house
    house.speak(DESK)
    with house.visit(DESK, "worker") as page:
        page.goto(house.at("desk/archive/"))
        assert not faults_of(page)
        house.picture(page, DESK, "archive-home")
        page.goto(house.at(f"desk/archive/years/{year}/"))
        press(page, "form[action$='/file/'] button")
        page.goto(house.at("desk/archive/items/new/"))
        page.select_option("[name=line]", "supervision")
        page.fill("[name=title]", "居务监督委员会年度报告")
        page.fill("[name=year]", str(year))
        page.fill("[name=on]", f"{year}-12-20")
        pdf = {"name": "报告.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}
        page.locator("[name=scans]").set_input_files(pdf)
        press(page, "main form[data-guard] button[type=submit]")
        assert f"WS·{year}·Y-0001" in page.locator("main").inner_text()
        house.picture(page, DESK, "archive-item")
        page.goto(house.at("desk/archive/items/"))
        assert not faults_of(page)
        house.picture(page, DESK, "archive-items")
    assert Item.objects.filter(community=house.setting.community, year=year).count() == 2

    with house.visit(DESK, "director") as page:
        page.goto(house.at("desk/archive/packages/"))
        page.select_option("[name=year]", str(year))
        press(page, "main form[data-guard] button[type=submit]")
        page.goto(house.at("desk/archive/packages/"))
        house.picture(page, DESK, "archive-packages")
        with page.expect_download() as taken:
            page.locator("a[href$='.zip']").first.click()
        package = tmp_path / "archive.zip"
        taken.value.save_as(package)

    # Elsewhere: another folder, a browser without a network, and nothing of the house but a file.
    with zipfile.ZipFile(package) as file:
        file.extractall(tmp_path / "elsewhere")
    bag = next((tmp_path / "elsewhere").iterdir())
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto((bag / "data" / "index.html").as_uri())
    said = page.locator("body").inner_text()
    house.picture(page, DESK, "archive-elsewhere")
    page.locator("a[href$='item.json']").first.click()
    assert page.url.endswith("item.json")
    context.close()
    assert "居务监督委员会年度报告" in said
    assert "Inventory" in said
    assert len(list(bag.rglob("reading.pdf"))) == 2
    checked = subprocess.run(
        [sys.executable, "-m", "bagit", "--validate", str(bag)], capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stderr.decode()

    with house.visit(DESK, "director") as page:
        page.goto(house.at("desk/archive/packages/check/"))
        page.locator("[name=package]").set_input_files(package)
        press(page, "main form button[type=submit]")
        assert "Whole and unchanged" in page.locator("main").inner_text()

    _a_resident_gets_a_copy(house)


def _a_resident_gets_a_copy(house):
    house.speak(RESIDENT)
    with house.visit(RESIDENT, "elder") as page:
        page.goto(house.at("archive/"))
        assert "税源" not in page.locator("main").inner_text()
        house.picture(page, RESIDENT, "archive-open")
        press(page, ".leaf-title")
        house.picture(page, RESIDENT, "archive-open-item")
        press(page, "main form[data-guard] button[type=submit]")
        receipt = page.url
        house.picture(page, RESIDENT, "archive-receipt")
    request = CopyRequest.objects.get(community=house.setting.community)
    with house.visit(DESK, "worker") as page:
        page.goto(house.at(f"desk/archive/copies/{request.pk}/"))
        press(page, "button[value=give]")
    with house.visit(RESIDENT) as page:  # whoever bears the receipt
        page.goto(receipt)
        with page.expect_download() as taken:
            page.locator("main .leaf-title").first.click()
        assert taken.value.suggested_filename.endswith(".pdf")
