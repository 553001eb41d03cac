"""Casting a paper of points whose number is told once, as a resident sees it: without scripts."""

import json

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.models import Entry, Submission
from linli.lib.identity.ids import new_id
from linli.mechanisms.ballot import actions
from linli.mechanisms.ballot.models import Paper, Poll
from linli.mechanisms.ballot.promises import promise_of

pytestmark = pytest.mark.django_db
BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def listed(take, setting):
    """An open listed poll of points over a roll on which the elder stands."""
    moment = timezone.now()
    on = timezone.localdate(moment)
    roll = take(
        actions.draft_electorate, setting.community, base="adults", title="成年居民", as_of=on,
        moment=moment,
    )  # fmt: skip
    entrant = actions.Entrant(name="elder", person=setting.actor("elder", on).person)
    take(actions.add_electors, roll, [entrant], moment=moment)
    take(actions.freeze, roll, moment=moment)
    poll = take(
        actions.prepare_poll, roll, title="今年做哪几件", on_paper=True, on_screen=True, listed=True,
        moment=moment,
    )  # fmt: skip
    options = [actions.Choice(name) for name in ("修凉亭", "装路灯", "种树")]
    given = {"form": "points", "options": options, "moment": moment}
    take(actions.ask, poll, title="分给哪几项", points=10, most=5, **given)
    take(actions.ask, poll, title="再分一次", points=100, **given)
    return take(actions.open_poll, poll, moment=moment)


@pytest.fixture
def url(listed, setting):
    return lambda name: reverse(f"ballot:{name}", args=[setting.community.code, listed.pk])


@pytest.fixture
def elder(setting):
    client = Client()
    client.force_login(setting.accounts["elder"], BACKEND)
    return client


def test_points_are_shared_out_and_the_number_is_told_once(listed, url, elder):
    promise = promise_of(listed)
    for name in ("poll", "paper", "list"):
        assert promise in elder.get(url(name)).content.decode(), name
    assert "共 10 分，分给您看好的；一项最多 5 分" in elder.get(url("paper")).content.decode()
    over = elder.post(url("check"), {"q1_p1": "5", "q1_p2": "5", "q1_p3": "1"})
    assert (over.status_code, "您给出 11 分" in over.content.decode()) == (422, True)
    marked = {"q1_p1": "5", "q1_p3": "2", "q2_p2": "60"}
    looked = elder.post(url("check"), marked).content.decode()
    for words in ("修凉亭", "5 分", "没有用完", "3 分", "60 分", "只显示一次", promise):
        assert words in looked, words
    back = elder.post(url("paper"), marked).content.decode()
    assert back.count("selected") >= 2
    assert 'value="60"' in back
    sent = {**marked, "once": new_id()}
    cast = elder.post(url("cast"), sent)
    (paper,) = Paper.objects.filter(community=listed.community_id, poll=listed)
    assert paper.content == {
        "1": {"points": {"1": 5, "3": 2}},
        "2": {"points": {"2": 60}},
    }
    # It stands in the one answer to the casting: never kept by a browser or a proxy, in no
    # address, and no other page, row, log line or session has it.
    assert (cast.status_code, paper.number in cast.content.decode()) == (200, True)
    assert {"no-store", "private"} <= set(cast["Cache-Control"].split(", "))
    again = elder.post(url("cast"), sent, follow=True)
    pages = [again, elder.get(url("done")), elder.get(url("poll")), elder.get(url("list"))]
    assert not any(paper.number in page.content.decode() for page in pages)
    assert "现在谁也查不到" in again.content.decode()
    stored = [json.dumps(session.get_decoded()) for session in Session.objects.all()]
    stored += [repr(row) for book in (Entry, Submission) for row in book.objects.values()]
    assert not any(paper.number in row for row in stored)


def test_the_list_page_sends_nothing_and_prints_for_the_board(
    listed, url, take, elder, django_assert_max_num_queries
):
    numbers = [f"0000-0000-00{place:02d}" for place in range(12)]
    Paper.objects.bulk_create(
        Paper(
            community_id=listed.community_id, poll=listed, number=number,
            content={"1": {"points": {"1": 5}}},
        )
        for number in numbers
    )  # fmt: skip
    take(actions.close_poll, listed, moment=timezone.now())
    with django_assert_max_num_queries(14):  # however many papers there are
        page = elder.get(url("list")).content.decode()
    form = page[page.index("<form", page.index("data-find")) :].partition("</form>")[0]
    assert not any(word in form for word in ("action=", "method=", "name=", "hx-"))
    assert all(f'id="{number}"' in page for number in numbers)
    assert "修凉亭 5 分" in page
    assert url("list") in elder.get(url("poll")).content.decode()
    sheet = elder.get(url("list_sheet")).content.decode()
    head = Poll.objects.get(community=listed.community_id, pk=listed.pk).list_head
    for words in (head[:4], head[-4:], "全部 12 张选票", "60 分（12 张选票给分）"):
        assert words in sheet, words
    assert elder.get(url("print_paper")).status_code in (302, 403, 404)


@pytest.mark.parametrize(
    ("poll", "printed", "words", "never"),
    [
        ({"on_paper": True}, False, ("没有姓名和编号",), ("服务器",)),
        ({"on_paper": False, "on_screen": True}, False, ("只记谁投过票", "服务器"), ("纸质",)),
        ({"on_paper": True, "on_screen": True}, False, ("服务器", "请用纸质选票"), ()),
        ({"on_paper": True, "on_screen": True}, True, ("没有姓名和编号",), ("服务器",)),
        ({"secret": False, "on_screen": True}, False, ("记名投票", "只看到合计"), ("无记名",)),
        ({"listed": True, "on_paper": False, "on_screen": True}, False, ("按票号", "给别人看"), ()),
        ({"listed": True, "on_screen": True}, True, ("逐张公布", "不要作记号"), ("服务器", "票号")),
    ],
)
def test_every_kind_of_ballot_promises_what_it_keeps_in_one_sentence(poll, printed, words, never):
    said = promise_of(Poll(**poll), printed=printed)
    assert said.count("。") == 1
    assert all(word in said for word in words)
    assert not any(word in said for word in never)
