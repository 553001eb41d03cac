"""Money everyone can follow: no payment without a second person, a gift that pays for its purpose
alone, a month closed and a mistake found after, and a resident who opens a figure on her phone down
to the voucher."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from linli.stewardship.funds import actions
from linli.stewardship.funds.actions import Asked, Opened, Paper
from linli.stewardship.funds.models import Request, Voucher
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]


def picture():
    stored = BytesIO()
    Image.new("RGB", (320, 200), "#fbfaf5").save(stored, "PNG")
    return ContentFile(stored.getvalue(), "invoice.png")


def seen(page, house, look, name):
    """Nothing on the page bars anybody's way, and it is no wider than the screen."""
    if look.scripts:
        assert faults_of(page) == [], name
    wide = look.scripts and page.evaluate(
        "document.documentElement.scrollWidth > window.innerWidth + 1"
    )
    assert not wide, name
    house.picture(page, look, name)


def send(page):
    with page.expect_navigation():
        page.locator("main form[method=post] button[type=submit]").first.click()


def begin(house):
    """Last month: running costs, and a gift for the elderly; one payment, with its invoice."""
    here, now = house.setting.community, timezone.now()
    first = timezone.localdate(now).replace(day=1)
    month = (first - timedelta(days=1)).replace(day=1)
    past = now - timedelta(days=(timezone.localdate(now) - month).days - 9)
    today = timezone.localdate(past)
    worker, director = (house.setting.actor(key, today) for key in ("worker", "director"))
    costs = Opened("operating", "工作经费", "office", opening=800_000, opened_on=month)
    gift = Opened(
        "donation", "重阳节捐款", "elders", "给老人办重阳节", restricted=True, opening=200_000,
        opened_on=month,
    )  # fmt: skip
    sources = [actions.open_source(here, given=each, by=worker, at=past) for each in (costs, gift)]
    asked = Asked(60_000, "活动室的灯", "office", "person", "王小明")
    row = actions.ask(sources[0], asked=asked, by=worker, at=past)
    actions.approve(row, by=director, at=past)
    paper = Paper("invoice", today, "灯管 12 支，收款人盖章", files=[picture()])
    actions.pay(row, fen=60_000, on=today, paper=paper, by=worker, at=past)
    return month, sources, row


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_money_is_followed_from_its_source_to_the_voucher(own_house, look):
    house = own_house
    house.speak(look)
    month, (costs, gift), paid = begin(house)
    here = house.setting.community
    when = f"{month.year}/{month.month}/"
    with house.visit(look, "worker") as page:
        page.goto(house.at("desk/funds/"))
        seen(page, house, look, "m1-desk")
        # A gift for the elderly buys no fitness machine.
        page.goto(house.at(f"desk/funds/sources/{gift.pk}/ask/"))
        for name, value in (("fen", "1500"), ("what", "健身器材"), ("name", "示范体育店")):
            page.fill(f"[name={name}]", value)
        page.select_option("[name=purpose]", "facilities")
        send(page)
        assert page.locator("text=/约定了用途|agreed purpose/").count()
        page.goto(house.at(f"desk/funds/sources/{costs.pk}/ask/"))
        for name, value in (("fen", "300"), ("what", "打印纸"), ("name", "示范文具店")):
            page.fill(f"[name={name}]", value)
        send(page)
        row = Request.objects.get(community=here, what="打印纸")
        seen(page, house, look, "m2-asked")
        # Nobody agrees to what they asked for, and nothing is paid before somebody agreed.
        assert page.locator("a[href$='/approve/'], a[href$='/pay/']").count() == 0
        page.goto(house.at(f"desk/funds/requests/{row.pk}/pay/"))
        assert page.locator("[name=fen]").count() == 0
        page.goto(house.at(f"desk/funds/months/{when}"))
        send(page)
    voucher = Voucher.objects.get(community=here, entry=paid.entry_id)
    with house.visit(look, "director") as page:
        page.goto(house.at(f"desk/funds/requests/{row.pk}/approve/"))
        seen(page, house, look, "m3-agree")
        send(page)
        page.goto(house.at(f"desk/funds/vouchers/{voucher.pk}/"))
        page.check("[name=nothing_personal]")
        seen(page, house, look, "m4-look")
        send(page)
        page.goto(house.at(f"desk/funds/months/{when}"))
        seen(page, house, look, "m5-close")
        send(page)
        # The month is closed; then somebody finds that the lamp was paid twice.
        page.goto(house.at(f"desk/funds/requests/{paid.pk}/reverse/"))
        page.fill("[name=reason]", "同一张发票付了两次")
        send(page)
    with house.visit(look, "elder") as page:
        page.goto(house.at("money/"))
        seen(page, house, look, "m6-home")
        page.goto(house.at(f"money/{when}"))
        seen(page, house, look, "m7-month")
        page.locator("td a[href$='/outgo/']").first.click()
        seen(page, house, look, "m8-figure")
        page.locator("a.leaf-title", has_text="活动室的灯").click()
        seen(page, house, look, "m9-entry")
        told = page.content()
        assert "王小明" not in told
        assert all(word in told for word in ("灯管 12 支", "同一张发票付了两次"))
        image = page.locator(".photos a").get_attribute("href")
        assert page.request.get(f"{house.url}{image}").ok
        page.goto(house.at(f"money/{when}sheet/"))
        seen(page, house, look, "m10-sheet")
        assert "600.00" in page.content()
