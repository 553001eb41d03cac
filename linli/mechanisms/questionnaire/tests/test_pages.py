"""The pages: an answer sheet page by page, and the desk with paper typed twice."""

import re
from functools import partial
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.mechanisms.questionnaire import actions
from linli.mechanisms.questionnaire.forms.answering import AnswerForm
from linli.mechanisms.questionnaire.models import AnswerSheet, Questionnaire
from linli.mechanisms.questionnaire.queries.asking import questions_of
from linli.stewardship.planning.models import Survey

BACKEND = "linli.core.access.sign_in.AccountBackend"
pytestmark = pytest.mark.django_db
KEY = "018f0000-0000-7000-8000-00000000000{}"


@pytest.fixture
def at():
    """The pages read the clock, so what lies behind them is of today."""
    return timezone.now()


@pytest.fixture
def asked(drafted, step, at):
    """Open from today on."""
    today = timezone.localdate(at)
    days = {"opens_on": today, "closes_on": today.replace(year=today.year + 1)}
    Questionnaire.objects.filter(community=drafted.community_id, pk=drafted.pk).update(**days)
    drafted.refresh_from_db()
    return step(actions.open_up, drafted)


@pytest.fixture
def visit(setting):
    def browser(key=""):
        client = Client()
        if key:
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def url(setting, asked):
    def address(name, *parts):
        return reverse(f"questionnaire:{name}", args=[setting.community.code, asked.pk, *parts])

    return address


def said(response, status=200):
    assert response.status_code == status, response.content.decode()[:3000]
    return response.content.decode()


def sheets(asked):
    return AnswerSheet.objects.filter(community=asked.community_id, questionnaire=asked)


def test_the_form_of_an_answer_says_what_the_act_takes(asked, who):
    (code,) = actions.print_slips(asked, count=1, **who("worker"))
    sent = {"code": code.lower(), "once": KEY.format(1), "q1": "2", "q2": ["0", "1"], "q3": "dk",
            "q5": "42"}  # fmt: skip
    form = AnswerForm(sent, questions=questions_of(asked))
    assert form.is_valid(), form.errors
    drawn = AnswerForm(questions=[])["once"].value()
    assert UUID(str(drawn)).version == 4, (
        "the key is kept: it must not tell when the sheet was drawn"
    )
    assert form.answers == {"1": ["2"], "2": ["0", "1"], "3": ["dk"], "5": "42"}


def test_a_sheet_is_answered_page_by_page_and_kept_only_at_the_end(
    setting, asked, who, step, visit
):
    # The room's own page, over this questionnaire.
    row = Survey(community=setting.community, year=2026, title="调查", questionnaire=asked)
    row.state, row.state_since = "open", timezone.now()
    row.save()
    (code,) = actions.print_slips(asked, count=1, **who("worker"))
    visitor, here = visit(), setting.community.code
    page = said(visitor.get(reverse("planning:survey", args=[here]) + f"?code={code}"))
    assert "您对社区满意吗" in page
    assert "上一页" not in page
    assert "报修修好了吗" not in page, "asked only of whoever had something repaired"
    assert "问老年人的，不是的可以跳过" not in page, "it comes after, on the next page"
    post = partial(visitor.post, reverse("planning:answer_survey", args=[here, row.pk]))
    first = {"code": code, "once": KEY.format(2), "leaf": "0", "q1": "4"}
    assert "报修修好了吗" in said(post(first | {"q2": ["1"]}))
    skipped = said(post(first | {"q2": ["0"]}))
    assert "报修修好了吗" not in skipped
    assert "家里几口人" in skipped
    second = first | {"q2": ["1"], "leaf": "1", "q3": "dk", "q4": "1"}
    assert "您对社区满意吗" in said(post(second | {"back": "1"}))
    assert "都答完了" in said(post(second, headers={"HX-Request": "true"}))
    assert not sheets(asked).exists(), "nothing half is kept"
    last = second | {"leaf": "2"}
    said(post(last | {"q1": "9"}), 422)
    assert post(last).status_code == 302
    assert sheets(asked).get().answers == {"1": ["4"], "2": ["1"], "3": ["dk"], "4": ["1"]}
    assert "没有重复计" in said(post(last, follow=True))
    assert "这张调查条用过了" in said(post(last | {"once": KEY.format(3)}), 409)
    assert sheets(asked).count() == 1


def test_the_desk_types_paper_twice_settles_it_and_follows_the_rate(asked, visit, url, at):
    worker, director = visit("worker"), visit("director")
    printed = said(worker.post(url("slips"), {"count": 3}))
    assert "最后一天" in printed  # not "收到": the last day to hand in, nothing has come yet
    assert printed.count("qr-drawing") == 3
    one, two, three = re.findall(r"\?code=([0-9A-Z-]{14})|>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<",
                                 printed)[:3]  # fmt: skip
    one, two, three = ("".join(each) for each in (one, two, three))
    assert "录第二遍的看不到第一遍" in said(worker.get(url("type_in")))
    typed = {"code": one, "once": KEY.format(4), "q1": "4", "q2": ["0"]}
    assert "等另一个人录第二遍" in said(worker.post(url("type_in"), typed, follow=True))
    other = typed | {"once": KEY.format(5), "q1": "3"}
    assert "两遍录得不一样" in said(director.post(url("type_in"), other, follow=True))
    listed = said(director.get(url("doubts")))
    assert "1 处不同" in listed
    entry = re.search(r"/doubts/([0-9a-f-]{36})/", listed)[1]
    differing = said(director.get(url("settle", entry)))
    assert "第一遍：很满意；第二遍：满意" in differing
    assert "办过哪些事" not in differing, "only what differs is settled"
    assert "没有要核对的" in said(director.post(url("settle", entry), {"q1": "3"}, follow=True))
    assert sheets(asked).get().answers == {"1": ["3"], "2": ["0"]}
    worker.post(url("type_in"), typed | {"code": two, "once": KEY.format(6)})
    assert "还有 1 份只录了一遍" in said(worker.get(url("doubts")))
    assert "可以重新用" in said(worker.post(url("doubts"), {"code": two}, follow=True))
    told = {"code": two, "once": KEY.format(7), "channel": "phone", "q1": "dk"}
    assert "记好一份" in said(worker.post(url("told"), told, follow=True))
    assert "没有重复计" in said(worker.post(url("told"), told, follow=True))
    said(worker.post(url("told"), told | {"code": three, "channel": "web"}), 422)
    assert "刚才已经由别人录完" in said(director.get(url("settle", entry)), 409)
    worker.post(url("unreached"), {"refused": "2", "not_reached": "1"})
    desk = said(worker.get(url("desk")))
    assert "电话里答的" in desk
    assert "收回 2 份，发出 3 份" in desk
    said(worker.post(url("unreached"), {"refused": "-9", "not_reached": "0"}), 409)
    paper = said(worker.get(url("paper") + "?large=1"))
    assert "第 2 题选了“报修”的才答" in paper
    assert "paper-large" in paper
    assert "不知道、说不好" in paper
    for name in ("desk", "slips", "type_in", "told", "doubts", "paper"):
        assert visit("elder").get(url(name)).status_code == 404
        assert visit("outsider").get(url(name)).status_code == 404
