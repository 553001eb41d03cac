"""The elderly resident asks where the donations went. She gets her answer, what it rests on, and a
file whose fingerprint she can reckon herself."""

import hashlib
from datetime import date

import pytest
from django.utils import timezone

from linli.core.audit.actor import the_clock
from linli.governance.oversight.actions import disclosure as actions
from linli.governance.oversight.actions.disclosure import Content
from linli.governance.oversight.models import Disclosure, Inquiry
from linli.governance.oversight.queries.disclosure import line_on
from tests.stories.steps import receipt_on
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]
GIFT = {
    "on": date(2026, 8, 3),
    "what": "居民捐款",
    "purpose": "给高龄老人买助行器",
    "received": 500_000,
    "used": 320_000,
    "used_for": "助行器 8 台",
    "voucher": "捐-07",
}


def prepare(house):
    """The item is due; the worker has filled it in by the vouchers."""
    setting, now = house.setting, timezone.now()
    on = timezone.localdate(now)
    item = actions.open_round(
        setting.community,
        line=line_on(setting.community, "donations", on),
        since=date(2026, 8, 1),
        until=date(2026, 8, 31),
        due_on=on,
        by=the_clock(),
        at=now,
    )
    worker = setting.actor("worker", on)
    return actions.prepare_item(item, content=Content(rows=[GIFT]), by=worker, at=now)


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def send(page, form):
    with page.expect_navigation():
        page.locator(f"main form{form} button[type=submit]").first.click()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_she_asks_where_the_donations_went_and_is_given_the_proof(own_house, look):
    house = own_house
    house.speak(look)
    item = prepare(house)
    with house.visit(look, "supervisor") as page:
        page.goto(house.at(f"desk/disclosure/{item.pk}/"))
        seen(page, house, look, "o1-to-check")
        send(page, "[action$='/check/']")
    with house.visit(look, "director") as page:
        page.goto(house.at(f"desk/disclosure/{item.pk}/publish/"))
        page.fill("#id_days", "14")
        send(page, "[data-guard]")
        assert "34" in page.content()  # refused, with the article
        page.goto(house.at(f"desk/disclosure/{item.pk}/publish/"))
        page.fill("#id_days", "30")
        send(page, "[data-guard]")
    posting = Disclosure.objects.get(community=house.setting.community, pk=item.pk).posting
    with house.visit(look) as page:
        page.goto(house.community)
        page.locator("main a[href$='/disclosure/']").first.click()
        seen(page, house, look, "o2-catalogue")
        page.locator("main a[href$='/disclosure/donations/']").first.click()
        seen(page, house, look, "o3-donations")
        page.locator(".page-actions a[href*='/inquiries/new/']").click()
        page.fill("#id_question", "大家捐的钱用到哪里去了？")
        seen(page, house, look, "o4-ask")
        send(page, "[data-guard]")
        receipt = receipt_on(page)
        seen(page, house, look, "o5-receipt")
    inquiry = Inquiry.objects.get(community=house.setting.community, receipt=receipt)
    with house.visit(look, "worker") as page:
        page.goto(house.at(f"desk/inquiries/{inquiry.pk}/"))
        page.fill("#id_text", "收到 5000 元，买助行器 8 台用了 3200 元，还剩 1800 元。")
        assert page.locator("#id_rests_on").input_value() == str(posting.pk)
        seen(page, house, look, "o6-answer")
        send(page, "[data-guard]")
    with house.visit(look) as page:
        page.goto(house.at("inquiries/find/"))
        page.fill("#id_receipt", receipt.lower())
        send(page, "")
        assert "助行器 8 台用了 3200 元" in page.locator("#answer").inner_text()
        assert posting.sha256 in page.locator("#answer").inner_text()
        seen(page, house, look, "o7-answered")
        with page.expect_download() as file:
            page.locator("#answer a[href*='/proof/']").click()
        proof = file.value.path().read_bytes()
        assert hashlib.sha256(proof).hexdigest() == posting.sha256
        assert "捐-07" in proof.decode()
        page.locator(f"#answer a[href$='/notices/{posting.pk}/']").click()
        assert "捐-07" in page.content()
        seen(page, house, look, "o8-notice")
