"""The catalogue for everybody, and the desk from the records to the board."""

import hashlib
from datetime import timedelta

import pytest
from django.urls import reverse

from linli.governance.oversight.actions.disclosure import Content
from linli.governance.oversight.models import Disclosure
from linli.governance.oversight.tests.opening import GIFTS, disclosed, draft, last_month
from linli.lib.calendar import local_day

pytestmark = pytest.mark.django_db


def test_everybody_reads_what_is_published_when_and_what_is_late(setting, actor, at, visit, url):
    since, until = last_month(local_day(at))
    disclosed(setting, actor, at)
    late = Disclosure.objects.create(
        community=setting.community,
        line="accounts",
        category="money",
        title="经费收支",
        since=since,
        until=until,
        due_on=local_day(at) - timedelta(days=12),
        state="awaited",
        state_since=at,
        version=1,
    )
    page = visit().get(url("catalogue")).content.decode()
    for words in ("居民会议、居民代表会议的决定和落实", "接受捐赠和使用", "已经晚了 12 天"):
        assert words in page
    data = visit().get(reverse("oversight:catalogue_data", args=[setting.community.code])).json()
    lines = {each["key"]: each for each in data["items"]}
    assert lines["accounts"]["late_days"] == [12]
    assert lines["donations"]["last"]["sha256"]
    assert lines["decisions"]["from_records"]
    assert not lines["donations"]["from_records"]
    shown = visit().get(url("line", "accounts")).content.decode()
    assert "应在" in shown
    assert visit("worker").get(url("show", late.pk)).status_code == 200
    assert visit().get(url("line", "nothing")).status_code == 404


def test_the_proof_is_the_very_bytes_that_were_hashed(setting, actor, at, visit, url):
    item = disclosed(setting, actor, at)
    file = visit().get(url("proof", item.pk))
    assert hashlib.sha256(b"".join(file)).hexdigest() == item.posting.sha256
    page = visit().get(url("line", "donations")).content.decode()
    assert item.posting.sha256 in page
    assert (
        visit()
        .get(url("proof", draft(setting, actor, at, "facilities", Content(nothing=True)).pk))
        .status_code
        == 404
    )


def test_an_item_goes_from_the_form_to_the_board_by_three_hands(setting, at, visit, url):
    since, until = last_month(local_day(at))
    worker, supervisor, director = visit("worker"), visit("supervisor"), visit("director")
    start = url("start", "donations")
    assert worker.get(start).status_code == 200
    span = {"since": since.isoformat(), "until": until.isoformat()}
    form = worker.get(start, span)
    assert form.status_code == 200
    table = {"count": "6", "note": "", "once": form.context["form"]["once"].value()}
    for number, gift in enumerate(GIFTS):
        for name, value in gift.items():
            yuan = value / 100 if name in ("received", "used") else value
            table[f"r{number}_{name}"] = str(yuan)
    longer = worker.post(start, {**span, **table, "more": "1"})
    assert longer.content.decode().count('name="r11_what"') == 1
    assert "助行器 8 台" in longer.content.decode()
    missing = worker.post(start, {**span, **table, "r1_voucher": ""})
    assert missing.status_code == 422
    sent = worker.post(start, {**span, **table})
    assert sent.status_code == 302
    item = Disclosure.objects.get(community=setting.community)
    assert item.sums == {"received": 680_000, "used": 320_000, "left": 360_000}
    here = url("show", item.pk)
    assert "¥6,800.00" in worker.get(here).content.decode()
    assert worker.post(url("check", item.pk)).status_code in (302, 404)
    item.refresh_from_db()
    assert item.state == "checking"
    page = supervisor.get(here).content.decode()
    assert url("check", item.pk) in page
    supervisor.post(url("check", item.pk), {"seen": item.version})
    item.refresh_from_db()
    assert item.state == "checked"
    short = director.post(url("publish", item.pk), {"seen": item.version, "days": "14"})
    assert short.status_code == 409
    assert "15" in short.content.decode()
    assert "34" in short.content.decode()
    done = director.post(url("publish", item.pk), {"seen": item.version, "days": "30"})
    assert done.status_code == 302
    sheet = director.get(done.url).content.decode()
    assert "捐-2026-07" in sheet
    fix = director.get(url("correct", item.pk))
    assert fix.status_code == 200
    table |= {"once": fix.context["form"]["once"].value(), "r0_used": "3300", "reason": "少记一台"}
    assert director.post(url("correct", item.pk), {**span, **table}).status_code == 302
    item.posting.refresh_from_db() if item.posting else item.refresh_from_db()
    item = Disclosure.objects.select_related("posting").get(community=setting.community, pk=item.pk)
    assert item.posting.fields["used"] == 330_000


def test_an_item_from_the_records_shows_its_rows_and_says_where_there_are_none(
    setting, at, visit, url
):
    since, until = last_month(local_day(at))
    span = {"since": since.isoformat(), "until": until.isoformat()}
    page = visit("worker").get(url("start", "government_work"), span)
    assert "这段时间没有记录" in page.content.decode()
    once = page.context["form"]["once"].value()
    visit("worker").post(url("start", "government_work"), {**span, "once": once, "note": ""})
    item = Disclosure.objects.get(community=setting.community)
    assert item.nothing
    back = {"seen": item.version, "reason": "请再看看"}
    assert visit("supervisor").get(url("send_back", item.pk)).status_code == 200
    visit("supervisor").post(url("send_back", item.pk), back)
    item.refresh_from_db()
    assert item.state == "returned"
    assert visit("worker").get(url("prepare", item.pk)).status_code == 200
    assert visit("director").get(url("drop", item.pk)).status_code == 200
    visit("director").post(url("drop", item.pk), {"seen": item.version, "reason": "并到下一期"})
    item.refresh_from_db()
    assert item.state == "dropped"


def test_the_director_keeps_the_catalogue_and_others_do_not(setting, at, visit, url):
    director = visit("director")
    desk = director.get(url("desk")).content.decode()
    assert url("add_line") in desk
    given = {"every": "month", "day": "8", "ground": "promise", "source": "",
             "preparer": "worker", "checker": "supervisor", "channels": ["group"]}  # fmt: skip
    assert director.get(url("keep_line", "decisions")).status_code == 200
    assert director.post(url("keep_line", "decisions"), given).status_code == 302
    own = {**given, "title": "停车位轮换", "key": "parking", "holds": "轮到哪几栋"}
    assert director.get(url("add_line")).status_code == 200
    assert director.post(url("add_line"), own).status_code == 302
    page = visit().get(url("catalogue")).content.decode()
    assert "停车位轮换" in page
    assert "下个月 8 日前" in page
    assert director.post(url("end_line", "parking")).status_code == 302
    assert "停车位轮换" not in visit().get(url("catalogue")).content.decode()
    assert visit("worker").get(url("add_line")).status_code == 404
    for who in ("elder", "outsider", "tenant", "street"):
        assert visit(who).get(url("desk")).status_code == 404
    assert visit("supervisor").get(url("desk")).status_code == 200
