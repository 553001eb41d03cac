"""The pages of the room: they answer, say what they should, and do what they offer."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from linli.core.audit.actor import NOBODY
from linli.mechanisms.questionnaire.models import AnswerSheet
from linli.stewardship.planning import actions
from linli.stewardship.planning.actions import TaskRow
from linli.stewardship.planning.forms.surveys import shipped_questions
from linli.stewardship.planning.models import (
    AnnualPlan,
    DevelopmentPlan,
    Survey,
    Task,
    Wish,
)

BACKEND = "linli.core.access.sign_in.AccountBackend"
pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    """The pages read the clock, so what lies behind them is of today."""
    return timezone.now()


@pytest.fixture
def year(at):
    return timezone.localdate(at).year


@pytest.fixture
def plan(setting, who, year):
    made = actions.draft_plan(setting.community, year=year, words="先灯后饭。", **who("worker"))
    rows = [
        TaskRow("楼道换感应灯", date(year, 1, 1), standard="S5", need="routine", fen=1_200_000),
        TaskRow("年终总结", date(year, 12, 31), standard="S2", need="above"),
    ]
    return actions.write_tasks(made, rows=rows, **who("worker"))


@pytest.fixture
def visit(setting):
    def browser(key=""):
        client = Client()
        if key:
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


def said(response, status=200):
    assert response.status_code == status, response.content.decode()[:3000]
    return response.content.decode()


def test_a_director_drafts_a_year_and_takes_it_through_the_meeting(
    setting, visit, url, decided, who, year, at
):
    client, old = visit("director"), plan_before(setting, who, year)
    assert "编一年的计划" in said(client.get(url("home")))
    given = {"year": year, "source": old.pk, "what": "unfinished"}
    client.post(url("plan_new"), given)
    plan = AnnualPlan.objects.get(community=setting.community, year=year)
    assert [task.need for task in plan.tasks.all()] == ["carried"]
    page = said(client.get(url("month", plan.pk, 12)))
    assert page.count("第 1 行") >= 7, "every cell has a name"
    wish = actions.send_wish(setting.community, title="长椅", by=NOBODY, at=at)
    actions.list_wish(wish, public_title="长椅", **who("worker"))
    table = {
        "seen": plan.version,
        "form-TOTAL_FORMS": 2,
        "form-INITIAL_FORMS": 0,
        "form-0-title": "装长椅",
        "form-0-due_on": f"{year}-12-20",
        "form-0-owner": "worker",
        "form-0-standard": "S5",
        "form-0-need": f"wish:{wish.pk}",
        "form-0-fen": "9600.50",
        "form-1-title": "",
        "form-1-due_on": f"{year}-12-31",
        "form-1-owner": "worker",
        "stay": "1",
    }
    client.post(url("month", plan.pk, 12), table)
    bench = plan.tasks.get(title="装长椅")
    assert (bench.fen, bench.need_words) == (960_050, "长椅")
    said(client.post(url("month", plan.pk, 12), table), 409)  # somebody wrote meanwhile: ourselves
    said(client.post(url("month", plan.pk, 12), {**table, "form-0-owner": "king"}), 422)
    sheet = SimpleUploadedFile("a.csv", f"任务,完成日期\n消防演练,{year}-12-09\n".encode())
    client.post(url("plan_import", plan.pk), {"table": sheet})
    wrong = SimpleUploadedFile("b.csv", "任务,月份\n秋游,十三\n".encode())
    assert "第 2 行" in said(client.post(url("plan_import", plan.pk), {"table": wrong}), 422)
    assert plan.tasks.count() == 3
    said(client.get(url("plan_head", plan.pk)))
    drill = plan.tasks.get(title="消防演练")
    plan.refresh_from_db()
    rows = [
        TaskRow("消防演练", drill.due_on, drill.pk, need="statutory"),
        TaskRow("春游", date(year, 12, 30), None, need="routine"),
    ]
    actions.write_tasks(plan, rows=rows, **who("director"))
    until = timezone.localdate(at).replace(year=year + 1).isoformat()
    for step, form in (
        ("consult", {"comments_until": until}),
        ("settle", {}),
        ("approve", {"decision": decided("年度计划")}),
    ):
        plan.refresh_from_db()
        said(client.get(url("plan_move", plan.pk, step)))
        reply = client.post(url("plan_move", plan.pk, step), {"seen": plan.version, **form})
        assert reply.status_code == 302, (step, said(reply))
    plan.refresh_from_db()
    assert plan.state == "approved"
    page = said(client.get(url("plan_desk", plan.pk)))
    assert "年度计划" in page
    assert "第 1 版" in page
    assert said(client.get(url("version", plan.pk, 1)))
    assert client.get(url("plan_xlsx", plan.pk)).content[:2] == b"PK"
    wish.refresh_from_db()
    assert wish.state == "taken_up"


def plan_before(setting, who, year):
    made = actions.draft_plan(setting.community, year=year - 1, **who("worker"))
    row = TaskRow("没做完的事", date(year - 1, 12, 3), standard="S3", need="routine")
    return actions.write_tasks(made, rows=[row], **who("worker"))


def test_the_steps_of_a_task_and_a_report_are_taken_on_their_pages(
    approved_now, setting, visit, url, year
):
    plan, client = approved_now, visit("director")
    task = plan.tasks.get(title="年终总结")
    assert "加一项任务" in said(client.get(url("plan_desk", plan.pk)))
    for step in ("begin", "report", "hand_over", "postpone", "finish", "carry_over", "drop"):
        said(client.get(url("task_move", task.pk, step)))
    given = {"seen": task.version, "owner": "deputy_director", "reason": "她更熟"}
    client.post(url("task_move", task.pk, "hand_over"), given)
    task.refresh_from_db()
    page = said(client.get(url("task", task.pk)))
    assert "居委会副主任" in page
    assert "她更熟" in page
    said(client.post(url("task_move", task.pk, "drop"), {"seen": 1, "reason": "旧页"}), 409)
    form = {
        "id": task.pk, "seen": task.version, "title": "年终总结会", "due_on": task.due_on,
        "owner": "deputy_director", "need": "above", "standard": "S2", "reason": "改个名",
    }  # fmt: skip
    said(client.get(url("task_change", task.pk)))
    assert client.post(url("task_change", task.pk), form).status_code == 302
    added = {
        "title": "添一盏灯", "due_on": f"{year}-12-30", "owner": "worker", "need": "routine",
        "reason": "有人说暗", "to_street": "on",
    }  # fmt: skip
    said(client.get(url("task_add", plan.pk) + "?need=routine&title=灯&street=1"))
    assert client.post(url("task_add", plan.pk), added).status_code == 302
    assert Task.objects.get(community=setting.community, title="添一盏灯").to_street
    client.post(url("report_make", plan.pk), {"kind": "year"})
    report = plan.reports.get()
    page = said(client.get(url("report_desk", report.pk) + "?of=S5-"))
    assert "楼道换感应灯" in page
    assert "添一盏灯" not in page, "only the rows behind the figure"
    client.post(
        url("report_words", report.pk), {"seen": 0, "S5": "灯亮了。", "outlook": "接着干。"}
    )
    client.post(url("report_publish", report.pk))
    assert client.get(url("report_word", report.pk)).content[:2] == b"PK"
    assert client.get(url("report_pdf", report.pk)).status_code in (200, 404)
    public = said(visit().get(url("report", year, "year")))
    assert "灯亮了" in public
    assert visit().get(url("report", year, "half")).status_code == 404


@pytest.fixture
def approved_now(plan, who, decided, at):
    director = who("director")
    until = timezone.localdate(at).replace(year=at.year + 1)
    actions.consult_on_plan(plan, comments_until=until, **director)
    actions.settle_plan(plan, **director)
    return actions.approve_plan(plan, decision=decided("会议通过的计划"), **director)


def test_residents_read_the_plan_and_say_what_they_think_of_a_draft(
    plan, setting, visit, url, who, year, at
):
    visitor = visit()
    assert "计划还没有公开" in said(visitor.get(url("plan_now")))
    assert visitor.get(url("plan", year)).status_code == 404
    until = timezone.localdate(at).replace(year=at.year + 1)
    actions.consult_on_plan(plan, comments_until=until, **who("director"))
    page = said(visitor.get(url("plan", year)))
    assert "说说我的意见" in page
    assert "楼道换感应灯" in page
    assert "居民自治" not in said(visitor.get(url("plan", year) + "?by=standard"))
    said(visitor.get(url("comment", year)))
    form = {"title": "灯要暖光的", "once": "018f0000-0000-7000-8000-000000000001"}
    reply = visitor.post(url("comment", year), form)
    wish = Wish.objects.get(community=setting.community)
    assert reply["Location"] == url("wish", wish.pk)
    hidden = said(visitor.get(url("wish", wish.pk)))
    assert "灯要暖光的" not in hidden, "nobody reads it before a worker has looked"
    desk = said(visit("worker").get(url("wishes_desk") + "?show=comments"))
    assert "灯要暖光的" in desk
    data = visitor.get(url("plan_data", year)).json()
    assert [task["title"] for task in data["tasks"]] == ["楼道换感应灯", "年终总结"]


def test_a_wish_goes_its_way_at_the_desk(setting, visit, url, who, plan):
    visitor, client = visit(), visit("worker")
    said(visitor.get(url("wish_new")))
    form = {
        "title": "想要长椅", "text": "带扶手", "situation": "elders",
        "once": "018f0000-0000-7000-8000-000000000002",
    }  # fmt: skip
    visitor.post(url("wish_new"), form)
    visitor.post(url("wish_new"), form)
    wish = Wish.objects.get(community=setting.community)
    assert "这里还没有心愿" in said(visitor.get(url("wishes")))
    for step in ("list", "answer", "take_up", "merge", "decline"):
        said(client.get(url("wish_move", wish.pk, step)))
    listed = {"seen": 1, "public_title": "装长椅", "situation": "elders", "standard": "S5"}
    client.post(url("wish_move", wish.pk, "list"), listed)
    assert "做成" in said(client.get(url("wish_desk", wish.pk)))
    assert "装长椅" in said(visitor.get(url("wishes")))
    client.post(url("wish_move", wish.pk, "decline"), {
        "seen": 2, "public_title": "装长椅", "reason": "广场归园林处管，请打电话问他们。",
    })  # fmt: skip
    assert "广场归园林处管" in said(visitor.get(url("wish", wish.pk)))
    assert visitor.get(url("wishes_data")).json()[0]["state"] == "declined"
    typed = {
        "title": "电话里说的", "situation": "all", "once": "018f0000-0000-7000-8000-000000000003",
    }  # fmt: skip
    said(client.get(url("wish_type_in")))
    client.post(url("wish_type_in"), typed)
    assert Wish.objects.get(title="电话里说的", community=setting.community).source == "desk"


def test_a_survey_is_prepared_answered_and_its_results_read(setting, visit, url, who, at):
    client, visitor, elder = visit("director"), visit(), visit("elder")
    today = timezone.localdate(at)
    given = {
        "title": "需求调查", "per": "household", "opens_on": today,
        "closes_on": today.replace(year=today.year + 1), "shipped": "on",
    }  # fmt: skip
    said(client.get(url("survey_new")))
    client.post(url("survey_new"), given)
    survey = Survey.objects.get(community=setting.community)
    assert "第 10 题" in said(client.get(url("questions", survey.pk)))
    table = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 0, "form-0-text": "先做哪件？",
             "form-0-kind": "one", "form-0-situation": "all", "form-0-options": "灯\n树"}  # fmt: skip
    client.post(url("questions", survey.pk), table)
    client.post(url("survey_move", survey.pk, "open"), {"seen": 1})
    slips = said(client.post(url("slips", survey.pk), {"count": 12}))
    assert slips.count("qr-drawing") == 12
    said(visitor.get(url("survey")))
    assert "这个编号不能用" in said(visitor.get(url("survey") + "?code=0000"))
    reply = elder.post(url("take_slip"))
    page = said(elder.get(reply["Location"]))
    assert "先做哪件" in page
    code = reply["Location"].partition("code=")[2]
    form = {"code": code, "q1": "1", "once": "018f0000-0000-7000-8000-000000000004"}
    visitor.post(url("answer_survey", survey.pk), form)
    assert AnswerSheet.objects.get(community=setting.community).answers == {"1": ["1"]}
    said(client.get(url("type_in", survey.pk)))
    assert "调查结束以后才看得到答案" in said(client.get(url("survey_desk", survey.pk)))
    client.post(url("survey_move", survey.pk, "close"), {"seen": 2})
    said(client.get(url("survey_desk", survey.pk)))
    assert visitor.get(url("results", survey.pk)).status_code == 404
    client.post(url("survey_move", survey.pk, "publish"), {"seen": 3})
    assert "少于 10" in said(visitor.get(url("results", survey.pk)))
    told = visitor.get(url("results_data", survey.pk)).json()
    assert told["answered"] is None
    assert "需求调查" in said(client.get(url("surveys")))


def test_a_diagnosis_leads_to_a_task_and_a_development_plan_is_written(
    setting, visit, url, who, plan, decided
):
    client = visit("director")
    client.post(url("diagnose"))
    page = said(client.get(url("diagnoses")))
    found = plan.community and setting.community
    from linli.stewardship.planning.models import Diagnosis

    made = Diagnosis.objects.get(community=found)
    assert made.on.isoformat() or page
    body = said(client.get(url("diagnosis", made.pk)))
    assert "做成任务" in body
    ref = f"diagnosis:{made.pk}:posts.post_deputy_director"
    assert ref in said(client.get(url("task_add", plan.pk) + f"?need={ref}"))
    said(client.get(url("development_new")))
    form = {
        "title": "五年规划", "first_year": 2026, "last_year": 2030, "vision": "好",
        "form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 0, "form-0-title": "有饭吃",
        "form-0-standard": "S3", "form-0-need": ref, "form-1-title": "",
    }  # fmt: skip
    assert client.post(url("development_new"), form).status_code == 302
    row = DevelopmentPlan.objects.get(community=setting.community)
    assert row.goals.get().need == "diagnosis"
    said(client.get(url("development_edit", row.pk)))
    assert "还没有会议通过" in said(visit().get(url("development_public")))
    client.post(url("development_adopt", row.pk), {"decision": decided("规划")})
    assert "有饭吃" in said(client.get(url("development", row.pk)))
    assert "五年规划" in said(client.get(url("developments")))
    assert "有饭吃" in said(visit().get(url("development_public")))


def test_shipped_questions_ask_nobody_who_they_are():
    words = " ".join(each["text"] + "".join(each["options"]) for each in shipped_questions())
    assert not [word for word in ("收入", "信仰", "党员", "身份证", "疾病") if word in words]
