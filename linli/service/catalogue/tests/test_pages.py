"""The pages as those meet them who use them: a resident, an outsider with a paper, the desk."""

import pytest

from linli.service.catalogue import actions
from linli.service.catalogue.models import AskedNotOurs, Certificate

pytestmark = pytest.mark.django_db


def text_of(response, status=200):
    assert response.status_code == status, response.status_code
    return response.content.decode()


def test_a_visitor_says_it_in_their_own_words_and_gets_the_office(visit, url, setting):
    browser = visit()
    page = text_of(browser.post(url("certificates"), {"q": "没有犯罪记录"}))
    assert "无犯罪记录证明" in page
    assert "户籍地派出所" in page
    page = text_of(browser.get(url("item", key="no_criminal_record")))
    assert "民发〔2020〕20号" in page
    assert "待核对" in page
    response = browser.post(url("take_slip", key="no_criminal_record"))
    assert response.url == url("slip", key="no_criminal_record")
    page = text_of(browser.get(f"{response.url}?paper=receipt&large=1"))
    assert "way-slip-receipt way-slip-large" in page
    assert "清单第 5 项" in page
    assert AskedNotOurs.objects.get(community=setting.community).on_portal == 1


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_what_is_on_no_list_gets_a_slip_too(visit, url, language):
    browser = visit()
    head = {"headers": {"accept-language": language}}
    assert "other" in text_of(browser.post(url("certificates"), {"q": "量子纠缠"}, **head))
    response = browser.post(url("take_slip", key="other"), **head)
    assert text_of(browser.get(response.url, **head)).count("way-slip-title") == 1


def test_words_of_a_search_stand_in_no_address(visit, url):
    page = text_of(visit().get(url("certificates")))
    assert 'method="post"' in page
    assert "无犯罪记录证明" in text_of(visit().get(url("certificates") + "?q=我还活着"))


def test_the_worker_drafts_in_three_steps_and_the_director_seals(
    visit, url, kept, elder, setting, stated
):
    worker, director = visit("worker"), visit("director")
    page = text_of(worker.post(url("counter"), {"q": "住址"}))
    assert url("choose", key=str(kept.pk)) in page
    page = text_of(worker.post(url("choose", key=str(kept.pk)), {"who": "王秀兰"}))
    draft = url("draft_here", key=str(kept.pk), person_id=elder.pk)
    assert draft in page
    page = text_of(worker.post(draft))
    assert "翠湖新村" in page
    given = {f"stated_{name}": value for name, value in stated().stated.items()}
    form = {"purpose": "借书证", "for_office": "图书馆", "came": "", "once": elder.pk, **given}
    wrong = {**form, "stated_address": "别处"}
    assert "与名册不一致" in text_of(worker.post(draft, wrong), 409)
    response = worker.post(draft, form)
    made = Certificate.objects.get(community=setting.community)
    assert response.url == url("certificate", certificate_id=made.pk)
    assert worker.post(draft, form).url == response.url  # pressed twice
    page = text_of(worker.get(response.url))
    assert "与名册一致" in page
    assert url("move", certificate_id=made.pk, move="seal") not in page
    seal = url("move", certificate_id=made.pk, move="seal")
    assert "兹证明王秀兰" in text_of(director.get(seal))
    assert director.post(seal, {"copies": 1, "seen": 1}).status_code == 302
    assert "兹证明王秀兰" in text_of(worker.get(url("paper", certificate_id=made.pk)))
    page = text_of(director.get(url("register")))
    assert "王*兰" in page
    assert "王秀兰" not in page


def test_a_paper_is_checked_by_who_holds_it_and_tells_nothing_else(visit, url, issued, setting):
    made = issued()
    response = visit().get(url("checked", code=made.code))
    page = text_of(response)
    assert made.number in page
    assert "王**" in page
    for secret in ("王秀兰", "图书馆", "借书证", "翠湖新村", "201"):
        assert secret not in page.replace("static", ""), secret
    assert response["X-Robots-Tag"] == "noindex, noarchive"
    assert response["Referrer-Policy"] == "same-origin"
    other = visit().post(url("check"), {"code": made.code.lower()})
    assert other.url == url("checked", code=made.code)
    assert "不是我们出具的" in text_of(visit().get(url("checked", code="0000-0000-0000")), 404)
    assert visit().post(url("check"), {"code": "ABC"}).status_code == 422


def test_a_resident_asks_follows_and_withdraws(visit, url, kept, setting):
    elder = visit("elder")
    key = str(kept.pk)
    assert url("ask", key=key) in text_of(elder.get(url("item", key=key)))
    response = elder.post(
        url("ask", key=key),
        {"purpose": "借书证", "for_office": "图书馆", "once": kept.pk},
    )
    assert "申请收到了" in text_of(elder.get(response.url))
    assert "居住情况证明" in text_of(elder.get(url("my_certificates")))
    made = Certificate.objects.get(community=setting.community)
    for stranger in ("tenant", "worker"):
        found = visit(stranger).get(url("own_certificate", subject=made.pk))
        assert found.status_code == 404
    assert elder.post(url("withdraw", subject=made.pk)).status_code == 302
    assert "已撤回" in text_of(elder.get(url("my_certificates")))


def test_who_is_on_no_roster_is_sent_to_the_counter(visit, url, kept):
    page = text_of(visit("mediator").get(url("item", key=str(kept.pk))))
    assert "还没有和名册里的记录对上" in page
    assert visit("mediator").post(url("ask", key=str(kept.pk))).status_code == 302


def test_a_refusal_reaches_the_resident_with_the_way_on(visit, url, kept, actor, at, setting):
    asked = actions.ask_certificate(
        setting.community, item=kept, purpose="用", for_office="某", by=actor("elder"), at=at
    )
    refuse = url("move", certificate_id=asked.pk, move="refuse")
    given = {"reason": "您的户籍不在这里", "way_on": "请到湖滨派出所", "seen": asked.version}
    assert visit("worker").post(refuse, given).status_code == 302
    page = text_of(visit("elder").get(url("own_certificate", subject=asked.pk)))
    assert "您的户籍不在这里" in page
    assert "请到湖滨派出所" in page


def test_the_paper_is_a_pdf_where_the_machine_can_draw(visit, url, issued):
    from linli.core.pages.paper import can_draw

    made = issued()
    response = visit("elder").get(url("own_paper", subject=made.pk))
    if not can_draw():
        assert response.status_code == 404
        return
    assert response.content.startswith(b"%PDF")
    assert visit("tenant").get(url("own_paper", subject=made.pk)).status_code == 404


def test_the_director_enters_a_line_and_ends_it(visit, url, setting, on):
    director = visit("director")
    form = {
        "title": "居住情况证明",
        "words": "我住这里，住址",
        "basis": "local",
        "basis_text": "示范市保留清单",
        "document": "示政办发〔2026〕8号",
        "in_force_from": "2026-01-01",
        "template": "兹证明{姓名}住在{住址}。",
        "papers": " 身份证 \r\n\r\n户口簿",
        "simple": "on",
    }
    new = url("new_line", listed="kept")
    bad = {**form, "template": "{姓名}{电话}"}
    assert "电话" in text_of(director.post(new, bad), 409)
    assert director.post(new, form).status_code == 302
    page = text_of(director.get(url("lists")))
    assert "示政办发〔2026〕8号" in page
    from linli.service.catalogue.models import CertificateItem

    item = CertificateItem.objects.get(community=setting.community)
    assert item.papers == "身份证\n户口簿"
    assert item.words == ["我住这里", "住址"]
    assert text_of(director.get(url("line", item_id=item.pk)))
    end = url("end_line", item_id=item.pk)
    assert director.post(end, {"last_day": on.isoformat()}).status_code == 302
    assert visit("worker").get(new).status_code == 404


def test_the_office_is_filled_in_by_the_worker(visit, url):
    given = {"name": "湖滨派出所", "address": "湖滨路1号", "phone": "0990-5550110"}
    assert visit("worker").post(url("office", kind="police_station"), given).status_code == 302
    page = text_of(visit().get(url("slip", key="no_criminal_record")))
    assert "湖滨路1号" in page
    assert "0990-5550110" in page


def test_the_supervisor_sees_counts_over_the_floor_only(visit, url, setting, actor, at):
    for _number in range(3):
        actions.tell_not_ours(
            setting.community, item="drug_recovery", at_desk=True, by=actor("worker"), at=at
        )
    for _number in range(11):
        actions.tell_not_ours(
            setting.community, item="alive", at_desk=True, by=actor("worker"), at=at
        )
    page = text_of(visit("supervisor").get(url("counts")))
    assert "&lt;10" in page
    assert ">11<" in page
    assert ">3<" in text_of(visit("worker").get(url("counts")))
    assert visit("elder").get(url("counts")).status_code == 404
