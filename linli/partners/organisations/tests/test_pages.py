"""The pages as they are met: everybody's, the desk's, and the forms between them."""

from datetime import timedelta

import pytest

from linli.lib.tellers import Tellers
from linli.partners.organisations.models import Office, Organisation, Staff, Term
from linli.partners.organisations.told import ToldDuty

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def read(response):
    return response.content.decode()


def send(client, address, **said):
    """Opens a form, fills it in, sends it; where it leads is read."""
    form = client.get(address).context["form"]
    kept = {
        name: form[name].value()
        for name in form.fields
        if form[name].value() is not None and form[name].value() is not False
    }
    return client.post(address, {**kept, **said}, follow=True)


def test_a_body_its_offices_and_terms_are_kept_by_pages_alone(setting, url, visit, today):
    worker, anybody = visit("worker"), visit()
    assert anybody.get(url("desk")).status_code == 302
    assert visit("elder").get(url("desk")).status_code == 404
    given = {"name": "治安保卫委员会", "kind": "subcommittee", "subject": "security",
             "since": today - 900 * DAY, "listed": "on", "basis": "居委会组织法第九条"}  # fmt: skip
    page = send(worker, url("add"), **given, duties="找王阿姨13900000001")
    assert page.status_code == 422
    page = send(worker, url("add"), **given, duties="巡逻、消防宣传", credit_code="123")
    assert page.status_code == 409
    page = send(worker, url("add"), **given, duties="巡逻、消防宣传")
    assert page.status_code == 200
    body = Organisation.objects.get(community=setting.community)
    send(worker, url("add_office", body.pk), title="治保主任", chosen="recommended")
    office = Office.objects.get(community=setting.community)
    assert "治保主任" in read(worker.get(url("desk")))  # on the list of vacancies
    came = {"name": "林示范", "since": today - 60 * DAY, "paper": "推选纪要"}
    assert send(worker, url("begin_term", office.pk), **came).status_code == 409
    send(worker, url("begin_term", office.pk), **came, asked_kin="on")
    term = Term.objects.get(community=setting.community)
    send(worker, url("divide_work", office.pk), duties="管夜间巡逻")
    send(worker, url("train_term", term.pk), on=today, hours="1.5", subject="消防")
    send(worker, url("end_term", term.pk), until=today, ended_for="resigned")
    send(worker, url("begin_all", body.pk), lines="治保主任 周示范", since=today, chosen="elected",
         paper="推选纪要")  # fmt: skip
    page = read(anybody.get(url("show", body.pk)))
    assert "周示范" in page
    assert "林示范" in page  # among those before
    send(worker, url("alter", body.pk), hours="工作日 9:00-17:00")
    assert anybody.get(url("show_data", body.pk)).json()["hours"] == "工作日 9:00-17:00"
    page = send(worker, url("open_handover", body.pk))
    [first, *_rest] = [item for item, _once in page.context["rows"]]
    worker.post(url("sign_item", first.pk), {"once": page.context["rows"][0][1]})
    page = visit("director").get(url("handover", first.handover_id))
    assert page.context["rows"][0][0].given_at
    send(worker, url("add_item", first.handover_id), what="值班室钥匙")
    send(worker, url("end_office", office.pk), until=today)
    send(worker, url("end", body.pk), until=today, reason="并入居委会")
    body.refresh_from_db()
    assert body.ended_for == "并入居委会"
    assert worker.get(url("body", body.pk)).status_code == 200


def test_everybody_asks_who_held_an_office_on_a_day(url, visit, add, office, seat, today):
    hidden = add("内部小组", "other", listed=False)
    body = add()
    seat(office(body), "林示范", today - 60 * DAY)
    seat(office(hidden, "组长"), "钱示范", today - 60 * DAY)
    anybody = visit()
    day = {"office": "治保主任", "on": (today - 60 * DAY).isoformat()}
    assert "林示范" in read(anybody.get(url("who"), day))
    told = anybody.get(url("who_data"), day).json()["holders"]
    assert [each["name"] for each in told] == ["林示范"]
    before = {**day, "on": (today - 61 * DAY).isoformat()}
    assert anybody.get(url("who_data"), before).json()["holders"] == []
    assert anybody.get(url("who_data"), {**day, "office": "组长"}).json()["holders"] == []
    assert anybody.get(url("who"), {"office": "x", "on": "?"}).status_code == 422
    assert anybody.get(url("show", hidden.pk)).status_code == 404
    listed = anybody.get(url("list_data")).json()["organisations"]
    assert [each["name"] for each in listed] == [body.name]
    then = anybody.get(url("list_data"), {"on": (today - 61 * DAY).isoformat()}).json()
    assert then["organisations"][0]["holders"] == []
    assert "林示范" in read(anybody.get(url("list")))


def test_the_register_is_searched_by_name_and_kind(url, visit, add):
    add("治安保卫委员会")
    add("公共卫生委员会")
    add("东湖街道办事处", "office")
    worker = visit("worker")

    def found(**asked):
        rows = worker.get(url("desk"), asked).context["rows"]
        return {body.name for body, _count in rows}

    assert len(found()) == 3
    assert found(q="卫生") == {"公共卫生委员会"}
    assert found(kind="office") == {"东湖街道办事处"}
    assert found(q="卫生", kind="office") == set()
    assert "没有这样的组织" in read(worker.get(url("desk"), {"q": "没有的"}))
    part = worker.get(url("desk"), {"q": "卫生"}, headers={"HX-Request": "true"})
    assert "公共卫生委员会" in read(part)
    assert "<html" not in read(part)


def test_who_does_what_is_found_in_residents_words(monkeypatch, url, visit, add, today):
    from linli.partners.organisations import told

    office = add("东湖街道办事处", "office", phone="0990-5550100")
    worker, anybody = visit("worker"), visit()
    line = {"what": "房屋安全", "words": "漏水 墙裂", "phone": "0990-5550111"}
    send(worker, url("add_line", office.pk), **line)
    assert send(worker, url("add_line", office.pk), **line).status_code == 409
    helps = ToldDuty(office.name, "协助养老认证", url="/x/")
    monkeypatch.setattr(told, "_TELLERS", Tellers(lambda _community, _on: [helps]))
    found = anybody.get(url("directory"), {"q": "墙裂"})
    assert "0990-5550111" in read(found)
    assert "协助养老认证" not in read(found)
    data = anybody.get(url("directory_data")).json()["offices"]
    assert {each["what"] for each in data[0]["does"]} == {"房屋安全", "协助养老认证"}
    row = office.lines.get()
    send(worker, url("end_line", row.pk))
    assert anybody.get(url("directory"), {"q": "墙裂"}).context["found"] == []


def test_files_are_kept_by_pages_alone(setting, url, visit, today):
    director, worker = visit("director"), visit("worker")
    base = {"post": "一般工作人员", "worked_since": today - 700 * DAY, "since": today - 300 * DAY}
    for name, account in (("陈示范", setting.accounts["worker"].pk), ("李示范", "")):
        page = send(director, url("take_on"), name=name, account=account, **base)
        assert page.status_code == 200
    staff = Staff.objects.get(community=setting.community, account=setting.accounts["worker"])
    other = Staff.objects.exclude(pk=staff.pk).get(community=setting.community)
    send(director, url("add_qualification", staff.pk), kind="social_worker", got_on=today - DAY)
    send(director, url("train", staff.pk), on=today, hours="2", subject="应急救护")
    send(director, url("fix_level", staff.pk), since=today, paper="区文件")
    send(director, url("alter_file", staff.pk), work="管二号网格")
    away = {"since": today + DAY, "until": today + 2 * DAY, "cover": other.pk}
    send(worker, url("enter_leave", staff.pk), **away)
    own = read(worker.get(url("own")))
    for told in ("管二号网格", "应急救护", "社会工作师", "区文件", "李示范"):
        assert told in own
    leave = staff.leaves.get()
    send(worker, url("strike_leave", staff.pk, leave.pk))
    assert worker.get(url("enter_leave", other.pk)).status_code == 404
    send(director, url("adopt_grades"), source="市文件", since=today)
    assert "市文件" in read(director.get(url("staff")))
    send(director, url("close_file", staff.pk), until=today)
    assert staff.leaves.count() == 1
