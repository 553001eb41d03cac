"""The navigator as somebody walks it: alone, or with a worker; and that it leaves nothing."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.core.audit.models import Entry
from linli.lib.eligibility import read_slip_code, slip_code
from linli.service.catalogue.schemes import shelf
from linli.web.demo.navigator import lay_down_lines

pytestmark = pytest.mark.django_db


def text_of(response, status=200):
    assert response.status_code == status, response.status_code
    return response.content.decode()


def carried_in(page):
    """What a browser would send on: the hidden fields of the form with the answers."""
    form = re.search(r"<form [^>]*hx-post.*?</form>", page, re.S)[0]
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def walk(browser, url, situation, answers):
    """Answers whatever is asked, as told; what is not in `answers` is not known."""
    page = text_of(browser.post(url, {"step": "begin", "situation": situation}))
    asked = []
    while 'name="question"' in page:
        sent = carried_in(page)
        key = sent["question"]
        asked.append(key)
        step = (
            {"step": "answer", f"a-{key}": answers[key]} if key in answers else {"step": "unsure"}
        )
        page = text_of(browser.post(url, {**sent, **step}))
    return page, asked


SHE = {
    "registered": "here", "age": "76", "size": "1", "receives": "none", "income": "620",
    "savings": "3000", "supporter": "yes", "medical_cost": "no", "insured": "yes",
}  # fmt: skip


@pytest.fixture
def line(setting, at):
    """The numbers of the place, entered by two."""
    lay_down_lines(setting, at)


def test_alone_at_seventy_six_with_a_low_pension(visit, url, line):
    browser, address = visit(), url("navigator")
    start = text_of(browser.get(address))
    assert all(each.title.zh in start for each in shelf().situations.values())
    page, asked = walk(browser, address, "old", SHE)
    assert "可以申请：最低生活保障" in page
    assert "也许可以申请：老年人护理补贴" in page
    assert "还没说：长期要人照料" in page
    assert "符合" not in page
    assert "仍然可以申请" in page
    assert "¥850.00" in page
    assert "示范市关于公布最低生活保障标准的通知" in page
    assert len(asked) == len(set(asked))
    assert "others_severe" not in asked, "she lives alone"
    brought = re.search(r'navigator-papers">(.*?)</ol>', page, re.S)[1]
    assert brought.count("<li>") == 6
    assert "存款、房产" not in brought
    slip = text_of(browser.post(address, {**carried_in(page), "step": "slip", "look": "a4-large"}))
    assert "way-slip-a4 way-slip-large" in slip
    code = re.search(r'receipt-small">([^<]+)<', slip)[1]
    told = {shelf().schemes[key].number for key in ("living", "elder_care")}
    assert set(read_slip_code(code).numbers) == told
    english = {"headers": {"accept-language": "en"}}
    sent = {**carried_in(page), "step": "result"}
    page = text_of(browser.post(address, sent, **english))
    assert "You may apply for: Minimum living guarantee" in page
    assert "ligible" not in page
    assert "民发〔2021〕57号" not in page, (
        "what the country's numbers rest on is told in the reader's language"
    )


def test_what_several_schemes_share_is_said_once_and_what_is_out_of_reach_is_one_line(
    visit, url, line
):
    told = {**SHE, "size": "2", "income": "3000", "savings": "1000", "necessary": "2500"}
    told |= {"severely_ill": "no", "others_severe": "no", "disability": "none", "emergency": "no"}
    page, _asked = walk(visit(), url("navigator"), "money", told)
    asked = re.search(r'id="scheme-necessary".*?</article>', page, re.S)[0]
    assert "还要看本地的规定：" in asked
    assert "看了 6 个条件" in asked
    alike = "要有写明理由的书面答复"
    assert page.count(alike) == 1
    folded = page[page.index("仍然可以申请）") :]
    assert '<details class="navigator-other" id="scheme-living"><summary>' in folded
    assert "按您说的，这一条够不上：人均月收入低于本地低保标准。" in folded
    # In the guarantee and not insured: the subsidy is told, and the guarantee is not proposed.
    poor = {**SHE, "receives": "living", "insured": "no", "medical_cost": "no"}
    page, _asked = walk(visit(), url("navigator"), "ill", poor)
    assert "可以申请：参加医保的补贴" in page
    assert "可以申请：最低生活保障" not in page
    # Nothing told: where one is registered is asked by five alike, and explained once.
    page = text_of(visit().post(url("navigator"), {"step": "result"}))
    before, after = page.split('id="shared"')
    assert before.count("<span>户口在本地，或者持居住证、本地已经开放申请</span>") == 5
    assert 'finding-text">户口在本地，或者持居住证、本地已经开放申请' not in before
    assert after.count('finding-text">户口在本地，或者持居住证、本地已经开放申请') == 1


def test_several_answers_to_one_question_travel_and_can_be_changed(visit, url, line):
    browser, address = visit(), url("navigator")
    page, asked = walk(browser, address, "old", {**SHE, "age": "81", "gets": "elder_allowance"})
    assert "gets" in asked
    assert "可以申请：高龄津贴" not in page
    sent = carried_in(page)
    assert sent["a-gets"] == "elder_allowance"
    page = text_of(browser.post(address, {**sent, "step": "change-gets"}))
    assert re.search(r'value="elder_allowance"[^>]* checked', page)
    sent = {**carried_in(page), "step": "answer"}
    text_of(browser.post(address, sent), 422)
    given = {**sent, "a-gets": ["none", "elder_care", "disabled_care"]}
    page = text_of(browser.post(address, given))
    assert carried_in(page)["a-gets"] == "elder_care,disabled_care"
    assert "可以申请：高龄津贴" in page
    page = text_of(browser.post(address, {**carried_in(page), "step": "all"}))
    assert "（选填）" not in page
    assert page.count("选填") == 1


def test_nothing_she_says_is_left_anywhere(visit, url, line, caplog):
    browser, address = visit(), url("navigator")
    entries, sessions = Entry.objects.count(), Session.objects.count()
    with CaptureQueriesContext(connection) as asked, caplog.at_level("DEBUG"):
        page, _asked = walk(browser, address, "", {**SHE, "income": "617.31", "legal": "violence"})
        browser.post(address, {**carried_in(page), "step": "slip"})
    assert "617.31" in page
    said = " ".join(query["sql"] for query in asked.captured_queries)
    assert not re.search(r"\b(INSERT|UPDATE|DELETE)\b", said)
    assert "617" not in said
    assert (Entry.objects.count(), Session.objects.count()) == (entries, sessions)
    assert set(browser.cookies) <= {"csrftoken"}
    assert not dict(browser.session)
    logged = " ".join(record.getMessage() for record in caplog.records)
    assert "617" not in logged
    assert "violence" not in logged
    response = browser.post(address, {"step": "begin", "situation": "old"})
    assert response["Cache-Control"] == "no-store"
    assert "Location" not in response
    page = text_of(response)
    assert "data-draft" not in page
    assert re.search(r'<form method="post" action="[^"?]*" hx-post="[^"?]*"', page)
    assert "hx-push-url" not in page


def test_without_the_numbers_of_the_place_no_figure_is_made_up(visit, url):
    page, asked = walk(visit(), url("navigator"), "old", SHE)
    assert "本地的“低保标准（每人每月）、存款等财产的限额（每人）”" not in page
    assert "本地的“低保标准（每人每月）”还没有录入这里" in page
    assert "income" not in asked, "an answer would settle nothing"
    assert "可以申请：最低生活保障" in page  # perhaps
    assert "也许可以申请：最低生活保障" in page


def test_violence_at_home_has_no_means_test_and_a_way_out_of_the_page(visit, url):
    browser, address = visit(), url("navigator")
    page = text_of(browser.post(address, {"step": "begin", "situation": "law"}))
    assert 'name="question" value="legal"' in page, "it settles most: nothing else is asked first"
    assert 'href="tel:110"' in page
    assert "马上离开这一页" in page
    page, asked = walk(browser, address, "law", {"legal": "violence"})
    assert asked == ["legal"]
    assert "可以申请：法律援助" in page
    assert "不看收入，不查经济状况" in page


def test_one_goes_back_changes_and_looks_for_somebody_else(visit, url, line):
    browser, address = visit(), url("navigator")
    page, _asked = walk(browser, address, "old", SHE)
    sent = carried_in(page)
    page = text_of(browser.post(address, {**sent, "step": "change-age"}))
    assert 'value="76"' in page
    wrong = {**carried_in(page), "step": "answer", "a-age": "eighty"}
    page = text_of(browser.post(address, wrong), 422)
    assert "field-wrong" in page
    page = text_of(browser.post(address, {**carried_in(page), "step": "answer", "a-age": "80"}))
    assert "也许可以申请：高龄津贴" in page, "unless it is received already"
    back = text_of(browser.post(address, {**carried_in(page), "step": "back"}))
    assert 'name="question" value="age"' in back
    page = text_of(browser.post(address, {**sent, "step": "another"}))
    carried = carried_in(page)
    assert carried["a-income"] == "620"
    assert "a-age" not in carried
    # What nobody could have sent is as if it had not been said.
    forged = {**sent, "asked": "age,registered,rank", "a-age": "-4", "a-registered": "mars"}
    page = text_of(browser.post(address, {**forged, "step": "result"}))
    assert "mars" not in page
    text_of(browser.post(address, {"step": "change-rank"}))
    text_of(browser.post(address, {"step": "answer", "question": "rank"}))


def test_all_on_one_page_at_the_desk_with_the_resident_beside(visit, url, line):
    desk = url("navigator_desk")
    assert visit("elder").get(desk).status_code == 404
    worker = visit("worker")
    begun = text_of(worker.get(desk))
    assert "catalogue/navigator/" not in begun
    assert 'class="nav-item"' in begun
    assert "陪居民一起" in begun
    assert "不用登录" not in begun
    page = text_of(worker.post(desk, {"step": "all", "situation": "old"}))
    assert page.count("<fieldset") >= 3
    given = {f"a-{key}": value for key, value in SHE.items()}
    piece = text_of(
        worker.post(
            desk,
            {**carried_in(page), **given, "step": "weigh"},
            headers={"HX-Request": "true"},
        )
    )
    assert "<html" not in piece
    assert "可以申请：最低生活保障" in piece
    wrong = {**carried_in(page), **given, "a-size": "0", "step": "weigh"}
    text_of(worker.post(desk, wrong), 422)


def test_a_changed_line_redates_the_slips_given_before(visit, url, setting, at):
    browser, address = visit(), url("navigator_slip")
    yesterday = timezone.localdate() - timedelta(days=1)
    code = slip_code(yesterday, [shelf().schemes["living"].number])
    assert "没有变，还作数" in text_of(browser.post(address, {"code": code}))
    lay_down_lines(setting, at)
    page = text_of(browser.post(address, {"code": code.lower()}))
    assert "有变化，请重新看一遍" in page
    assert "低保标准（每人每月）" in page
    assert "没有录入" in page
    assert "高龄津贴：满多少岁" not in page
    typed = {"given_on": yesterday.isoformat(), "schemes": ["elder_allowance"]}
    assert "高龄津贴：满多少岁" in text_of(browser.post(address, typed))
    text_of(browser.post(address, {"code": "AAAA-AAAA"}), 422)
    text_of(browser.post(address, {"code": slip_code(yesterday + timedelta(days=9), [1])}), 422)
    text_of(browser.post(address, {}), 422)
