"""She is 76, alone, with a low pension. The director has entered the city's line, and somebody who
supervises has confirmed it. On her phone she answers a few questions, does not know three, and
goes to the street office with six papers and one slip, by which she can see later whether the
numbers still hold. Nobody has written down that she asked."""

import pytest
from django.utils import timezone

from linli.core.audit.models import Entry
from linli.core.local_law.models import LocalValue
from linli.web.demo.navigator import lay_down_lines
from tests.stories.telling import Device, faults_of

pytestmark = pytest.mark.story

LOOKS = [Device(390, scripts=False), Device(1440, "en")]
RULE = "assistance.living_line"
SAYS = {
    "registered": "here", "age": "76", "size": "1", "receives": "none", "income": "799.50",
    "savings": "3000", "insured": "yes", "medical_cost": "no", "gets": "none",
}  # fmt: skip


def seen(page, house, look, name):
    if look.scripts:
        assert faults_of(page) == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
        assert not wide, name
    house.picture(page, look, name)


def the_line_is_raised(house, look):
    """On the page of what the place lays down: in yuan, by two people."""
    with house.visit(look, "director") as page:
        page.goto(house.at(f"desk/law/new/{RULE}/"))
        page.fill("[name=value]", "910.5")
        page.select_option("[name=issuer]", index=1)
        page.locator("[name=status][value=verified]").check()
        page.fill("[name=source]", "示范市关于调整最低生活保障标准的通知")
        page.fill("[name=article]", "1")
        page.locator("[name=declares]").check()
        page.fill("[name=signed]", "周明华")
        page.locator("main form .btn-primary").click()
        page.locator("main button[name=sure]").click()
        page.wait_for_url("**/desk/law/*-*/")
        value = LocalValue.objects.get(rule=RULE)
        assert value.value == "91050"
        assert "¥910.50" in page.locator("main").inner_text()
    with house.visit(look, "supervisor") as page:
        page.goto(house.at(f"desk/law/{value.pk}/"))
        page.locator("main button[value=confirm]").click()
        page.wait_for_load_state()


def answer_all(page):
    """Whatever is asked, as she can; and how many she does not know."""
    unknown = []
    question = page.locator("#navigator [name=question]")
    while question.count():
        key = question.get_attribute("value")
        if key not in SAYS:
            unknown.append(key)
            button = "unsure"
        else:
            button = "answer"
            choice = page.locator(f"[name=a-{key}]:not([type=hidden])[value='{SAYS[key]}']")
            if choice.count():
                choice.check()
            else:
                page.fill(f"[name=a-{key}]", SAYS[key])
        page.locator(f"#navigator button[value={button}]").click()
        page.locator(f"#navigator [name=question][value={key}]").wait_for(state="detached")
    return unknown


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_six_papers_and_one_slip(own_house, look):
    house, at = own_house, timezone.now()
    house.speak(look)
    the_line_is_raised(house, look)
    lay_down_lines(house.setting, at, but=(RULE,))
    entries = Entry.objects.count()
    with house.visit(look) as page:
        page.goto(house.at("navigator/"))
        seen(page, house, look, "nav-1-start")
        page.locator("#navigator button[name=situation][value=old]").click()
        page.locator("#navigator [name=question]").wait_for(state="attached")
        seen(page, house, look, "nav-2-question")
        assert len(answer_all(page)) == 3
        page.locator("#scheme-living").wait_for()
        seen(page, house, look, "nav-3-result")
        assert page.locator("#scheme-living :is(.finding-met, .navigator-line)").count() >= 4
        assert page.locator("#scheme-elder_care .finding-open").count() == 1
        assert page.locator(".navigator-papers > li").count() == 6
        address = page.url
        assert "?" not in address
        page.locator("#navigator button[value=slip]").click()
        code = page.locator(".way-slip-code .receipt-small").inner_text()
        assert "¥910.50" in page.locator(".way-slip").inner_text()
        seen(page, house, look, "nav-4-slip")
        assert page.url == address
        page.goto(house.at("navigator/slip/"))
        page.fill("[name=code]", code)
        page.locator("main form .btn-primary").click()
        page.locator(".notice-success").wait_for()
        seen(page, house, look, "nav-5-still")
        assert {each["name"] for each in page.context.cookies()} <= {"csrftoken"}
        if look.scripts:
            kept = page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
            assert "799" not in kept, "the address alone, if anything"
    assert Entry.objects.count() == entries
