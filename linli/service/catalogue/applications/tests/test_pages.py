"""The pages as those meet them who use them: who asks, who helps, and everybody else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.core.audit.models import ClosedEntry, Entry
from linli.core.people.actions import appoint_agent
from linli.core.people.models import Person
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_closed_id
from linli.service.catalogue.applications import actions
from linli.service.catalogue.applications.actions import Told
from linli.service.catalogue.applications.models import (
    ApplicationHelp,
    NeedWish,
    PrivateSuggestion,
)
from linli.service.catalogue.applications.paths import paths
from linli.service.catalogue.applications.tests.conftest import fresh, parcel

pytestmark = pytest.mark.django_db
ENGLISH = {"headers": {"accept-language": "en"}}


def text_of(response, status=200):
    assert response.status_code == status, response.status_code
    return response.content.decode()


def form(row, **given):
    return {"seen": fresh(row).version, **given}


def test_everybody_reads_who_decides_which_papers_how_long_and_what_after_a_refusal(visit, url):
    visitor = visit()
    assert text_of(visitor.get(url("application_start"))).count("leaf-title") == len(paths())
    page = text_of(visitor.get(url("application_scheme", scheme="minimum_living")))
    for words in ("区民政局确认", "30 个工作日", "待核对", "存款、理财", "申请行政复议", "60 天内"):
        assert words in page, words
    assert "没有查到写明的期限" in text_of(
        visitor.get(url("application_scheme", scheme="medical_aid"))
    )
    page = text_of(visitor.get(url("application_scheme", scheme="legal_aid"), **ENGLISH))
    assert "district legal aid centre" in page
    assert visitor.get(url("application_scheme", scheme="approve")).status_code == 404
    assert visitor.get(url("application_ask", scheme="legal_aid")).status_code == 302


def test_from_the_portal_to_the_office_and_back(visit, url, setting):
    elder, worker = visit("elder"), visit("worker")
    ask = url("application_ask", scheme="minimum_living")
    page = text_of(elder.get(ask))
    assert "急难" not in page
    once = new_closed_id()
    given = {"whom": "self", "kin": "no", "wish": "低保卡在儿子那里", "once": once}
    assert "consented" in text_of(elder.post(ask, given), 422)
    response = elder.post(ask, {**given, "consented": "on"})
    row = ApplicationHelp.objects.get(community=setting.community)
    own = url("own_application", application=row.pk)
    assert response.url == own
    assert elder.post(ask, {**given, "consented": "on"}).url == own  # pressed twice
    assert "等一位工作者接手" in text_of(elder.get(own))
    page = text_of(worker.get(url("applications")))
    assert "最低生活保障" in page
    assert "王秀兰" not in page
    related = ApplicationHelp.objects.filter(community=setting.community)
    related.update(kin_staff=[str(setting.accounts["director"].pk)])
    director = visit("director")
    for name in ("application", "take_application"):
        assert director.get(url(name, application=row.pk)).status_code == 404
    show = url("application", application=row.pk)
    take = url("take_application", application=row.pk)
    assert worker.get(show).url == take
    assert "王秀兰" not in text_of(worker.get(take))
    assert worker.post(take, form(row)).url == show
    page = text_of(worker.get(show))
    assert "低保卡在儿子那里" in page
    assert '<span class="leaf-title"></span>' not in page  # each line of its book says something
    assert "陈晓" in text_of(elder.get(own))

    def do(name, **more):
        address = url("application_step", application=row.pk, name=name)
        assert worker.post(address, form(row, **more)).status_code == 302, name

    def seen():
        return text_of(worker.get(show))

    do("receive", kinds=["id_card"], form="original", copies=1, by_whom="self")
    do("missing", kinds=["declaration", "income_statement"])
    for page in (elder.get(f"{own}paper/missing/"), worker.get(f"{show}paper/missing/")):
        assert "以后不再加" in text_of(page)
    do("complete")
    again = worker.post(
        url("application_step", application=row.pk, name="missing"),
        form(row, kinds=["application_form"]),
    )
    assert "已经告知过一次" in text_of(again, 409)
    do(
        "forward", office="湖滨街道办事处", purpose="申请低保", fields_sent=["name", "home"],
        papers_sent=["id_card"], consent="signed", insists="on", receipt="收字8号",
    )  # fmt: skip
    sheet = text_of(worker.get(f"{show}paper/forwarding/"))
    assert "翠湖新村" in sheet
    assert "还没有交的" in sheet
    assert "证件号" not in sheet
    today = timezone.localdate().isoformat()
    do("accepted", on=today, who="小李")
    assert "单位作决定" in seen()
    do("refusing", on=today, who="小李")
    do("refused", on=today, paper="不予通知5号", reasons="人均收入高于标准")
    page = text_of(elder.get(own))
    assert "申请行政复议" in page
    assert "人均收入高于标准" in page
    draft = url("own_objection", application=row.pk)
    elder.post(draft, form(row, words="儿子的收入算重了"))
    assert "儿子的收入算重了" in text_of(elder.get(f"{own}paper/objection/"))
    assert "经办人打开" in text_of(elder.get(own))
    do("objected", on=today, paper="复议申请")
    do("granted", on=today, paper="复议决定2号", reviewed_every=6)
    elder.post(url("own_change", application=row.pk), form(row, words="女儿毕业了"))
    assert "女儿毕业了" in text_of(worker.get(f"{show}paper/change/"))
    do("end")
    assert "再申请" in text_of(elder.get(own))
    assert text_of(elder.get(url("my_applications"))).count("leaf-title") == 1
    assert not Entry.objects.filter(action__startswith="catalogue.").exists()
    assert ClosedEntry.objects.filter(subject=row.pk, account__isnull=False).exists()


@pytest.mark.parametrize("who", ["director", "supervisor", "tenant", "outsider", "visitor"])
def test_for_everybody_else_there_is_none(visit, url, forwarded, who):
    row, other = forwarded(), visit(who)
    asked = []
    for key in (row.pk, new_closed_id()):
        answers = []
        with CaptureQueriesContext(connection) as queries:
            for name, more in (
                ("application", {}), ("application_step", {"name": "end"}),
                ("application_paper", {"which": "forwarding"}), ("take_application", {}),
                ("own_application", {}), ("own_application_paper", {"which": "receipt"}),
            ):  # fmt: skip
                found = other.get(url(name, application=key, **more))
                answers.append((found.status_code, found.content.replace(str(key).encode(), b"")))
        asked.append((answers, len(queries)))
    assert asked[0][1] == asked[1][1]
    codes = [[code for code, _body in answers] for answers, _count in asked]
    assert codes[0] == codes[1]
    assert not {200} & set(codes[0])
    if who in ("director", "supervisor"):
        whole = timezone.now().replace(year=timezone.localdate().year - 1, month=5, day=5)
        ApplicationHelp.objects.filter(community=row.community_id).update(opened_at=whole)
        page = text_of(other.get(url("application_counts")))
        assert "不到 10" in page
        for wish in ("since=2026-01-01&until=2026-01-02", f"year={timezone.localdate().year}"):
            # Neither days nor a year that still runs: the last whole one is shown.
            assert "不到 10" in text_of(other.get(f"{url('application_counts')}?{wish}"))


def test_a_proxy_asks_for_whom_they_hold_a_mandate(visit, url, setting, actor, at, elder):
    tenant = Person.objects.get(
        community=setting.community, pk=setting.accounts["tenant"].person_id
    )
    mandate = appoint_agent(
        elder, agent=tenant, kind="mandate", scope="services", paper="委托书",
        since=local_day(at), until=timezone.localdate() + timedelta(days=9),
        by=actor("worker"), at=at,
    )  # fmt: skip
    browser = visit("tenant")
    ask = url("application_ask", scheme="temporary_aid")
    assert "王秀兰" in text_of(browser.get(ask))
    given = {"whom": mandate.pk, "kin": "no", "consented": "on", "urgent": "on",
             "once": new_closed_id()}  # fmt: skip
    response = browser.post(ask, given)
    assert "代办" in text_of(browser.get(url("my_applications")))
    assert "一位工作者接手" in text_of(visit("elder").get(response.url))
    assert "急难" in text_of(visit("worker").get(url("applications")))


def test_the_desk_opens_one_with_consent_and_names_whoever_stands_in(visit, url, setting, elder):
    worker = visit("worker")
    new = url("new_application")
    page = text_of(worker.post(new, {"q": "王秀兰"}))
    assert str(elder.pk) in page
    given = {"q": "王秀兰", "person": elder.pk, "scheme": "elder_allowance", "kin": "no",
             "consent": "spoken", "once": new_closed_id()}  # fmt: skip
    refused = text_of(worker.post(new, given | {"urgent": "on"}), 422)
    assert "急难的只有临时救助可以先转交" in refused
    response = worker.post(new, given)
    row = ApplicationHelp.objects.get(community=setting.community)
    assert response.url == url("application", application=row.pk)
    assert visit("director").get(response.url).status_code == 404
    second = url("application_step", application=row.pk, name="second")
    worker.post(second, form(row, to=setting.accounts["director"].pk))
    assert "王秀兰" in text_of(visit("director").get(response.url))
    worker.post(second, form(row, to=""))
    assert visit("director").get(response.url).status_code == 404
    address = url("application_step", application=row.pk, name="kin")
    kin = {"kin": "yes", "kin_who": "姨妈", "kin_staff": [setting.accounts["worker"].pk]}
    assert "不能经办自己家人" in text_of(worker.post(address, form(row, **kin)), 409)


def test_wishes_and_notes_are_each_for_whom_they_are_for(visit, url, setting, elder):
    own, worker = visit("elder"), visit("worker")
    page = url("application_wishes")
    own.post(page, {"schemes": ["elder_allowance", "legal_aid"], "shared": "on"})
    assert "老年人补贴" in text_of(own.get(page))
    assert "法律援助" in text_of(worker.get(url("application_shared_wishes")))
    own.post(page, {"schemes": ["elder_allowance"]})
    assert NeedWish.objects.get(community=setting.community).shared is False
    assert "法律援助" not in text_of(worker.get(url("application_shared_wishes")))
    note = {"q": "王秀兰", "person": elder.pk, "scheme": "elder_allowance",
            "ground": "上个月满了年龄", "next_step": "周三去说一声"}  # fmt: skip
    assert str(elder.pk) in text_of(worker.post(url("new_application_note"), {"q": "王秀兰"}))
    worker.post(url("new_application_note"), note)
    kept = PrivateSuggestion.objects.get(community=setting.community)
    assert "周三去说一声" in text_of(worker.get(url("application_notes")))
    drop = url("drop_application_note", note=kept.pk)
    assert "周三" not in text_of(visit("director").get(url("application_notes")))
    assert visit("director").post(drop).status_code == 404
    worker.post(drop)
    assert not PrivateSuggestion.objects.filter(community=setting.community).exists()


def test_every_step_that_is_offered_opens(visit, url, accepted, actor, at, later):
    row, worker = accepted(kin="yes", kin_who="侄子"), visit("worker")
    seen = set()
    for told in (None, Told(later(5).date(), paper="12号")):
        if told:
            row = actions.record_granted(
                fresh(row), told=told, reviewed_every=12, by=actor("worker"), at=later(5)
            )
        page = text_of(worker.get(url("application", application=row.pk), **ENGLISH))
        for name in ("county", "notice", "longer", "hearing", "reviewed", "give-back", "hand-on"):
            address = url("application_step", application=row.pk, name=name)
            if address in page:
                seen.add(name)
                assert worker.get(address).status_code == 200, name
    assert seen == {"county", "notice", "longer", "hearing", "reviewed", "give-back", "hand-on"}
    assert "还没有记下区里上门" in text_of(worker.get(url("application", application=row.pk)))
    wrong = url("application_step", application=row.pk, name="approve")
    assert worker.get(wrong).status_code == 404


def test_two_windows_on_one_application_are_told_of_each_other(visit, url, taken, actor, at):
    row, worker = taken(), visit("worker")
    stale = form(row, kinds=["id_card"])
    actions.receive_papers(row, kinds=row.path.papers, by=actor("worker"), at=at)
    actions.forward_application(row, parcel=parcel(row), by=actor("worker"), at=at)
    address = url("application_step", application=row.pk, name="missing")
    assert worker.post(address, stale).status_code in (404, 409)
