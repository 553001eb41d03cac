"""The pages: what everybody reads, what the desk keeps, what nobody ever sees."""

import ast
import inspect
from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.utils import timezone
from openpyxl import load_workbook

from linli.core.audit.models import Entry
from linli.lib.identity.ids import new_id
from linli.service.volunteering import queries, words
from linli.service.volunteering.actions import certificates, confirming, substitutes
from linli.service.volunteering.models import HoursCertificate, Shift, Volunteer, VolunteerCall
from linli.service.volunteering.queries import (
    calls,
    coming,
    fitness,
    hours,
    rounds,
    shifts,
    volunteers as people,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def certified(setting, actor, at, call, plan, volunteer, later):
    """The tenant served two hours, and has a certificate of them."""
    shift = plan(call(title="=助餐送餐"))[0]
    line = volunteer("tenant", national_number="310000777")
    entry = substitutes.step_in(shift, by=actor("tenant"), at=at)
    over = later(shift, 3)
    confirming.confirm_hours(
        shift, minutes={entry.pk: 120}, evaluation="as_agreed", by=actor("worker"), at=over
    )
    on = timezone.localdate(over)
    paper = certificates.ask_certificate(
        line, since=on - timedelta(days=9), until=on, by=actor("tenant"), at=over
    )
    return certificates.issue_certificate(
        paper, handler="社区服务岗", responsible="居委会主任", by=actor("worker"), at=over
    )


def test_a_call_is_written_published_and_answered_through_the_pages(
    setting, today, visit, url, call
):
    worker = visit("worker")
    assert worker.get(url("write_call")).status_code == 200
    given = {
        "title": "送餐", "kind": "meal", "content": "中午从食堂把饭送到老人家里，放下就走。",
        "venue": "社区食堂", "when_told": "每天中午", "served": "elders", "hazard": "",
        "contact": "社区服务岗", "contact_phone": "021-00000000", "minors": "on",
        "once": new_id(),
    }  # fmt: skip
    named = worker.post(url("write_call"), {**given, "contact": "王秀兰 19900000003"})
    assert named.status_code == 422
    assert "像是有人的姓名" in named.content.decode()
    made = worker.post(url("write_call"), given)
    row = VolunteerCall.objects.get(community=setting.community)
    assert made.url == url("call_desk", call_id=row.pk)
    assert visit().get(url("call", call_id=row.pk)).status_code == 404
    assert "没有写可能的风险" in worker.get(made.url).content.decode()
    refused = worker.post(url("publish_call", call_id=row.pk), {"seen": 1})
    assert refused.status_code == 409
    assert "条例" in refused.content.decode()
    worker.post(
        url("change_call", call_id=row.pk),
        {**given, "seen": 1, "once": new_id(), "hazard": "要爬六层楼梯，没有电梯"},
    )
    # What was seen before somebody changed it is not published.
    publish = url("publish_call", call_id=row.pk)
    assert worker.post(publish, {"seen": 1}).status_code == 409
    assert worker.post(publish, {"seen": 2}).status_code == 302
    first = today + timedelta(days=1)
    rota = {
        "first": first, "starts": "10:30", "ends": "12:00", "needed": 1, "every": "week",
        "weekdays": [str(first.weekday()), str((first.weekday() + 2) % 7)],
        "until": first + timedelta(days=13), "holidays": "on", "once": new_id(),
    }  # fmt: skip
    assert worker.post(url("plan", call_id=row.pk), rota).status_code == 302
    assert Shift.objects.filter(community=setting.community).count() == 4
    assert worker.post(url("plan", call_id=row.pk), {**rota, "until": ""}).status_code == 422
    shift = shifts.coming_shifts(setting.community, timezone.now(), [row])[0]
    told = visit().get(url("shift", shift_id=shift.pk)).content.decode()
    assert "要爬六层楼梯" in told
    assert "登录" in told
    tenant = visit("tenant")
    assert "注册志愿者" in tenant.get(url("shift", shift_id=shift.pk)).content.decode()
    tenant.post(url("register"), {"skills": ["cooking"], "once": new_id()})
    assert "这一班我来" in tenant.get(url("shift", shift_id=shift.pk)).content.decode()
    tenant.post(url("join", shift_id=shift.pk))
    tenant.post(url("join", shift_id=shift.pk))  # a button pressed twice
    assert "我来不了了" in tenant.get(url("shift", shift_id=shift.pk)).content.decode()
    assert "送餐" in tenant.get(url("mine")).content.decode()
    page = worker.get(url("shift_desk", shift_id=shift.pk)).content.decode()
    assert "刘洋" in page
    tenant.post(url("leave", shift_id=shift.pk))
    page = worker.get(url("shift_desk", shift_id=shift.pk)).content.decode()
    assert "正在找人" in page
    for name in ("rota", "day", "calls_desk", "volunteers", "certificates", "invite"):
        assert worker.get(url(name)).status_code == 200, name
    line = Volunteer.objects.get(community=setting.community)
    assert worker.get(url("volunteer", volunteer_id=line.pk)).status_code == 200
    assert Entry.objects.filter(action="volunteering.open_volunteer", about=line.person_id).exists()


def test_what_everybody_reads_names_no_volunteer(setting, certified, visit, url):
    shift = Shift.objects.get(community=setting.community)
    public = [
        url("calls"), url("call", call_id=shift.call_id), url("shift", shift_id=shift.pk),
        url("teams"), url("check"), url("calls_data"),
    ]  # fmt: skip
    for key in ("visitor", "elder", "outsider"):
        for address in public:
            page = visit(key).get(address)
            assert page.status_code == 200, (key, address)
            for secret in ("刘洋", "19900000007", "310000777"):
                assert secret not in page.content.decode(), (key, address)
    for name in ("rota", "day", "volunteers", "certificates", "export", "calls_desk"):
        for key in ("visitor", "elder", "outsider"):
            assert visit(key).get(url(name)).status_code in (302, 403, 404), (key, name)


def test_an_employer_checks_a_certificate_by_number_and_code(certified, visit, url, actor, setting):
    outsider, paper = visit(), certified
    own = url("certificate", certificate_id=paper.pk)
    assert "刘洋" in visit("tenant").get(own).content.decode()
    assert visit("elder").get(own).status_code == 404
    found = outsider.post(url("check"), {"number": paper.number, "code": paper.code.lower()})
    page = outsider.get(found.url)
    told = page.content.decode()
    assert "是真的，现在有效" in told
    assert "刘*" in told
    assert "2 小时" in told
    assert page["X-Robots-Tag"].startswith("noindex")
    for hidden in ("刘洋", "310000777", "助餐送餐", "elders"):
        assert hidden not in told
    wrong = outsider.get(url("checked", number="2020-0009", code=paper.code))
    assert wrong.status_code == 404
    assert outsider.post(url("check"), {"number": "1", "code": "AAAA"}).status_code == 422
    record = hours.services_of([paper.volunteer])[0].record
    confirming.correct_hours(
        record, half_hours=2, reason="只来了一小时", by=actor("worker"), at=timezone.now()
    )
    assert "已作废" in outsider.get(found.url).content.decode()
    assert HoursCertificate.objects.get(community=setting.community).state == "revoked"


def test_the_record_leaves_by_the_director_alone_and_each_reads_why(
    setting, certified, visit, url, today
):
    assert visit("worker").get(url("export")).status_code == 404
    director = visit("director")
    period = {"since": today, "until": today + timedelta(days=3), "once": new_id()}
    assert director.post(url("export"), {**period, "purpose": "报"}).status_code == 409
    file = director.post(url("export"), {**period, "purpose": "录入全国志愿服务信息系统"})
    sheet = load_workbook(BytesIO(file.content)).active
    assert [cell.value for cell in sheet[1]] == [title for _key, title in words.EXPORT_COLUMNS]
    row = {cell.value: sheet.cell(2, cell.column) for cell in sheet[1]}
    assert row["姓名"].value == "刘洋"
    assert row["服务时长（小时）"].value == 2
    name = row["志愿服务项目名称"]
    assert name.data_type == "s"  # begins like a formula and is none
    entry = Entry.objects.get(action="volunteering.exported")
    assert entry.about == certified.volunteer.person_id
    assert entry.note == {"purpose": "录入全国志愿服务信息系统"}


def test_hours_are_confirmed_on_one_page_after_the_shift(
    setting, actor, at, call, plan, volunteer, visit, url, later
):
    shift = plan(call())[0]
    volunteer("tenant")
    entry = substitutes.step_in(shift, by=actor("tenant"), at=at)
    with time_machine.travel(later(shift, 2.5), tick=False):
        worker = visit("worker")
        assert "等确认时长" in worker.get(url("day")).content.decode()
        page = worker.get(url("confirm", shift_id=shift.pk))
        assert 'value="120"' in page.content.decode()
        given = {f"m_{entry.pk}": 90, "evaluation": "in_part"}
        assert worker.post(url("confirm", shift_id=shift.pk), given).status_code == 302
        mine = visit("tenant").get(url("mine")).content.decode()
        assert "一共 1.5 小时" in mine
        on = timezone.localdate(later(shift))
        since, until = on - timedelta(days=3), on
        asked = {"since": since, "until": until, "once": new_id()}
        visit("tenant").post(url("ask_certificate"), asked)
        paper = HoursCertificate.objects.get(community=setting.community)
        given = {"handler": "社区服务岗", "responsible": "居委会主任"}
        shown = worker.post(url("issue", certificate_id=paper.pk), given)
        assert shown.url == url("certificate", certificate_id=paper.pk)
        assert "1.5" in worker.get(shown.url).content.decode()


def test_no_list_anywhere_is_ordered_by_hours():
    """Nobody is ranked: no query sorts by hours or how often somebody served."""
    assert queries.__doc__
    for module in (calls, coming, fitness, hours, rounds, shifts, people):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            name = getattr(getattr(node, "func", None), "attr", "") or getattr(
                getattr(node, "func", None), "id", ""
            )
            if name in ("order_by", "sorted", "sort", "page_of"):
                told = "".join(ast.unparse(each) for each in [*node.args, *node.keywords])
                for word in ("half_hours", "minutes", "sum", "times", "total"):
                    assert word not in told, (module.__name__, told)
