"""The community's own kinds and routing table, and the dry run before it is saved."""

from datetime import timedelta

import pytest

from linli.service.matters import actions
from linli.service.matters.models import Kind, Matter, RoutingRule
from linli.service.matters.queries import kinds_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def kind_form():
    """A kind as the director fills it in."""

    def filled(**more):
        return {
            "title": "楼道堆物",
            "title_en": "Things in the stairs",
            "group": "safety",
            "words": "堆物、杂物，纸箱",
            "standard": "S4.2",
            "handling": "self_governed",
            "promise_days": "3",
            "limit_days": "",
            "offered": "on",
            "order": "5",
            **more,
        }

    return filled


@pytest.fixture
def table():
    """A routing table as its page sends it."""

    def filled(*lines):
        given = {"form-TOTAL_FORMS": str(len(lines) + 1), "form-INITIAL_FORMS": "0"}
        for number, line in enumerate(lines):
            line = {"order": str((number + 1) * 10), "active": "on", "handling": "assist", **line}
            given |= {f"form-{number}-{name}": value for name, value in line.items()}
        given[f"form-{len(lines)}-handling"] = "self_governed"
        given[f"form-{len(lines)}-active"] = "on"
        return given

    return filled


def lines_of(community):
    return list(RoutingRule.objects.filter(community=community).order_by("order"))


def test_a_new_kind_is_offered_to_residents_at_once(visit, url, client, kind_form, setting):
    assert visit("director").post(url("kinds"), kind_form()).status_code == 302
    kind = Kind.objects.get(community=setting.community, title="楼道堆物")
    assert kind.words == ["堆物", "杂物", "纸箱"]
    assert "楼道堆物" in client.get(url("new")).text
    assert "楼道堆物" in visit("director").get(url("kinds")).text


def test_a_kind_without_a_name_is_shown_again(visit, url, kind_form):
    response = visit("director").post(url("kinds"), kind_form(title=""))
    assert response.status_code == 422
    assert "data-error-summary" in response.text


def test_a_changed_kind_speaks_for_what_comes_in_from_now_on(
    visit, url, kind_form, setting, report
):
    from linli.core.clocks.models import Clock

    before = report()
    kind = kinds_of(setting.community).get(code="stair_light")
    browser = visit("director")
    page = browser.get(url("kind", kind_id=kind.pk))
    assert "灯、路灯" in page.text
    given = kind_form(title="灯", words="灯", promise_days="1")
    assert browser.post(url("kind", kind_id=kind.pk), given).status_code == 302
    after = report()
    clocks = Clock.objects.filter(community=setting.community, name="promise")
    assert clocks.get(owner=after.pk).due_at < clocks.get(owner=before.pk).due_at


def test_the_table_is_tried_on_what_really_came_in_and_changes_nothing(
    visit, url, table, setting, report, at
):
    report()
    report(code="noise", title="太吵", text="太吵了")
    report(title="很久以前的灯", when=at - timedelta(days=91))
    line = {
        "name": "灯归物业",
        "kinds": "stair_light",
        "handling": "forward",
        "body": setting.bodies["property"].pk,
        "promise_days": "2",
    }
    tried = visit("director").post(url("routing"), {**table(line), "try": "1"})
    trial = tried.context["trial"]
    assert (trial["tried"], trial["unrouted"], trial["changed_count"]) == (2, 1, 1)
    assert trial["lines"] == [("灯归物业", 1)]
    assert [matter.title for matter in trial["changed"]] == ["楼道灯坏了"]
    assert "很久以前的灯" not in tried.text
    assert lines_of(setting.community) == []
    assert not Matter.objects.filter(community=setting.community, body__isnull=False).exists()


def test_the_saved_table_routes_in_its_order_and_moves_nothing_already_here(
    visit, url, table, setting, report
):
    before = report()
    lines = [
        {"name": "先看词", "words": "不亮", "handling": "assist", "order": "20"},
        {
            "name": "再看类型",
            "kinds": "stair_light",
            "handling": "forward",
            "body": setting.bodies["property"].pk,
            "order": "10",
        },
    ]
    browser = visit("director")
    assert browser.post(url("routing"), {**table(*lines), "save": "1"}).status_code == 302
    assert [rule.name for rule in lines_of(setting.community)] == ["再看类型", "先看词"]
    after = report()
    assert (after.handling, after.body_id) == ("forward", setting.bodies["property"].pk)
    assert Matter.objects.get(community=setting.community, pk=before.pk).body_id is None
    assert "再看类型" in browser.get(url("routing")).text


def test_before_sending_one_reads_where_it_will_go(client, url, setting, actor, at):
    actions.save_routing(
        setting.community,
        lines=[
            {
                "name": "报修",
                "kinds": ["stair_light"],
                "handling": "forward",
                "body": setting.bodies["property"],
                "promise_days": 2,
            }
        ],
        by=actor("director"),
        at=at,
    )
    kind = kinds_of(setting.community).get(code="stair_light")
    given = {"kind": str(kind.pk), "text": "灯不亮", "place": str(setting.stair.pk), "where": ""}
    check = client.post(url("new"), given)
    assert f"通常转给{setting.bodies['property'].name}" in check.text
    assert "承诺 2 个工作日内答复" in check.text


@pytest.mark.parametrize(
    "line", [{"name": ""}, {"name": "转给谁", "handling": "forward"}, {"name": "x", "order": "0"}]
)
def test_a_line_that_cannot_work_is_told_and_not_saved(visit, url, table, setting, line):
    response = visit("director").post(url("routing"), {**table(line), "save": "1"})
    assert response.status_code == 422
    assert "field-error" in response.text
    assert lines_of(setting.community) == []


def test_a_line_is_taken_out_by_its_tick(visit, url, table, setting):
    browser = visit("director")
    browser.post(url("routing"), {**table({"name": "一"}, {"name": "二"}), "save": "1"})
    browser.post(
        url("routing"), {**table({"name": "一"}, {"name": "二", "DELETE": "on"}), "save": "1"}
    )
    assert [rule.name for rule in lines_of(setting.community)] == ["一"]


def test_a_line_switched_off_catches_nothing(visit, url, table, setting, report):
    given = {**table({"name": "一", "handling": "assist"}), "save": "1"}
    del given["form-0-active"]
    visit("director").post(url("routing"), given)
    assert lines_of(setting.community)[0].active is False
    assert report().handling == "forward", "the kind's own way"


def test_the_shipped_kinds_are_given_once_and_a_community_s_own_stay(setting, at):
    from linli.core.audit.actor import the_operator

    kind = kinds_of(setting.community).get(code="noise")
    kind.title = "我们自己的叫法"
    kind.save()
    assert actions.seed_kinds(setting.community, by=the_operator(), at=at) == 0
    assert kinds_of(setting.community).get(code="noise").title == "我们自己的叫法"


def test_each_line_of_the_table_is_told_in_a_few_words(visit, url, setting, table):
    body = setting.bodies["property"]
    line = {"name": "电梯归物业", "kinds": "lift", "handling": "forward", "body": body.pk}
    visit("director").post(url("routing"), {**table({**line, "promise_days": 2}), "save": "1"})
    page = visit("director").get(url("routing"))
    told = page.context["lines"].forms[0].told
    assert told["when"] == "电梯"
    assert told["then"] == f"转办 · {body.name} · 2 个工作日"
    assert "<details" in page.text
