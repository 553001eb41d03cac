"""Voting on a screen, as a resident does it: without scripts, page after page."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.models import Account
from linli.lib.identity.ids import new_id
from linli.mechanisms.ballot import actions
from linli.mechanisms.ballot.models import Mark, Paper
from linli.mechanisms.ballot.receipts import receipt_of
from linli.mechanisms.ballot.tests.votes import elector

pytestmark = pytest.mark.django_db
BACKEND = "linli.core.access.sign_in.AccountBackend"


@pytest.fixture
def moment():
    return timezone.now()


@pytest.fixture
def setup(take, setting, moment):
    """A poll of three questions over a roll on which the elder and the tenant stand."""
    people = {key: setting.actor(key, timezone.localdate(moment)).person for key in KEYS}
    roll = take(
        actions.draft_electorate,
        setting.community,
        base="adults",
        title="成年居民",
        as_of=timezone.localdate(moment),
        moment=moment,
    )
    entrants = [actions.Entrant(name=key, person=person) for key, person in people.items()]
    take(actions.add_electors, roll, entrants, moment=moment)
    take(actions.freeze, roll, moment=moment)
    poll = take(
        actions.prepare_poll,
        roll,
        title="广场怎么改",
        on_paper=False,
        on_screen=True,
        moment=moment,
    )
    take(actions.ask, poll, title="同意改造吗？", form="motion", moment=moment)
    options = [actions.Choice(name) for name in ("种树", "装灯", "修路")]
    take(
        actions.ask, poll, title="先做哪些？", form="choose", options=options, seats=2,
        write_ins=1, moment=moment,
    )  # fmt: skip
    take(
        actions.ask, poll, title="逐项表决", form="approve", options=options[:2], seats=2,
        moment=moment,
    )  # fmt: skip
    return take(actions.open_poll, poll, moment=moment)


KEYS = ("elder", "tenant")
MARKED = {"q1": "for", "q2": ["1", "3"], "q2_w1": "", "q3_o1": "against", "q3_o2": "abstain"}
PATTERN = {
    "1": {"marks": {"0": "for"}},
    "2": {"marks": {"1": "for", "3": "for"}},
    "3": {"marks": {"1": "against", "2": "abstain"}},
}


@pytest.fixture
def visit(setting):
    def browser(key):
        client = Client()
        if key:
            client.force_login(setting.accounts[key], BACKEND)
        return client

    return browser


@pytest.fixture
def url(setup, setting):
    return lambda name: reverse(f"ballot:{name}", args=[setting.community.code, setup.pk])


def test_a_resident_votes_in_three_pages_and_gets_a_receipt(setup, visit, url, setting):
    browser = visit("elder")
    own = elector(setup.electorate, 1)
    assert "领取选票" in browser.get(url("poll")).content.decode()
    paper = browser.get(url("paper"))
    assert paper["Cache-Control"].startswith("max-age=0")
    assert "种树" in paper.content.decode()
    looked = browser.post(url("check"), MARKED).content.decode()
    for word in ("请核对，还没有投出", "种树", "修路", "反对", "弃权", "投入票箱"):
        assert word in looked
    assert not Paper.objects.filter(community=setting.community).exists()
    cast = browser.post(url("cast"), {**MARKED, "once": new_id()}, follow=True)
    done = cast.content.decode()
    assert "已投入票箱" in done
    assert receipt_of(setup.pk, own.pk) in done
    assert not any(word in done for word in ("种树", "修路", "反对"))
    assert Paper.objects.get(community=setting.community).content == PATTERN


def test_the_same_form_sent_twice_is_one_paper_and_the_same_receipt(setup, visit, url, setting):
    browser, sent = visit("elder"), {**MARKED, "once": new_id()}
    first = browser.post(url("cast"), sent, follow=True)
    again = browser.post(url("cast"), sent, follow=True)
    assert "已投入票箱" in again.content.decode()
    assert first.redirect_chain == again.redirect_chain
    assert Mark.objects.filter(community=setting.community).count() == 1


def test_another_paper_after_the_first_is_refused_with_a_way_on(setup, visit, url, setting):
    browser = visit("elder")
    browser.post(url("cast"), {**MARKED, "once": new_id()})
    other = browser.post(url("cast"), {"q1": "against", "once": new_id()})
    assert other.status_code == 409
    assert "一人只有一张" in other.content.decode()
    assert Paper.objects.get(community=setting.community).content == PATTERN
    assert browser.get(url("paper"), follow=True).redirect_chain


def test_who_goes_back_finds_what_was_marked(setup, visit, url):
    page = visit("elder").post(url("paper"), MARKED).content.decode()
    assert page.count("checked") == 5


def test_one_too_many_is_told_before_it_is_cast(setup, visit, url):
    marked = {**MARKED, "q2": ["1", "2", "3"]}
    page = visit("elder").post(url("check"), marked)
    assert page.status_code == 422
    assert "最多选 2 个，您选了 3 个" in page.content.decode()
    written = {**MARKED, "q2_w1": "王 芳"}
    assert visit("elder").post(url("check"), written).status_code == 422


def test_a_blank_paper_is_asked_about_once_more(setup, visit, url):
    assert "这是一张空白票" in visit("elder").post(url("check"), {}).content.decode()


def test_who_is_not_signed_in_is_shown_the_way_and_who_is_not_on_the_roll_is_told(
    setup, visit, url
):
    assert "请先登录" in visit("").get(url("poll")).content.decode()
    assert visit("").get(url("paper")).status_code == 302
    assert "不在这次投票的名册上" in visit("worker").get(url("poll")).content.decode()
    assert visit("worker").get(url("paper")).status_code in (403, 409)


def test_a_holder_casts_the_paper_of_whoever_asked_them_in_writing(
    setup, visit, url, take, moment, setting
):
    principal, holder = elector(setup.electorate, 1), elector(setup.electorate, 2)
    take(
        actions.give_proxy, principal, holder, most=3, written_on=timezone.localdate(moment),
        moment=moment,
    )  # fmt: skip
    browser = visit("tenant")
    page = browser.get(url("poll")).content.decode()
    assert f"代 {principal.name} 投票" in page
    sent = {**MARKED, "for": principal.pk, "once": new_id()}
    done = browser.post(url("cast"), sent, follow=True).content.decode()
    assert "投自己的一票" in done
    assert Mark.objects.get(community=setting.community).by_proxy
    assert visit("elder").get(url("paper"), {"for": holder.pk}).status_code in (404, 409)
    assert "您已投票" in visit("elder").get(url("poll")).content.decode()


def test_the_result_is_told_after_the_close_and_not_before(setup, visit, url, take, moment):
    visit("elder").post(url("cast"), {**MARKED, "once": new_id()})
    data = reverse("ballot:poll_data", args=[setup.community.code, setup.pk])
    before = visit("").get(data).json()
    assert (before["state"], before["papers_cast"]) == ("open", None)
    assert "questions" not in before
    take(actions.close_poll, setup, moment=moment)
    assert visit("tenant").get(url("paper")).status_code == 409
    page = visit("").get(url("poll")).content.decode()
    assert "投票结果" in page
    assert "只有 1 张选票" in page  # one paper would tell of its voter
    after = visit("").get(data).json()
    assert (after["held_back"], "questions" in after) == (True, False)
    listed = reverse("ballot:polls", args=[setup.community.code])
    assert "广场怎么改" in visit("").get(listed).content.decode()


def test_a_poll_in_preparation_does_not_exist_for_anybody(take, setup, setting, visit, moment):
    hidden = take(
        actions.prepare_poll, setup.electorate, title="还没公布", on_screen=True, moment=moment
    )
    path = reverse("ballot:poll", args=[setting.community.code, hidden.pk])
    assert visit("elder").get(path).status_code == 404
    assert Account.objects.exists()


def test_the_pages_speak_english(setup, visit, url):
    browser = visit("elder")
    browser.cookies["language"] = "en"
    for name in ("poll", "paper"):
        page = browser.get(url(name), headers={"accept-language": "en"})
        assert page.status_code == 200


def test_a_vote_that_runs_is_found_from_the_first_page_and_from_the_desk(
    setup, visit, url, setting, take, moment
):
    home = reverse("home", args=[setting.community.code])
    polls = reverse("ballot:polls", args=[setting.community.code])
    for key in ("", "elder"):
        page = visit(key).get(home).content.decode()
        assert url("poll") in page
        assert f'href="{polls}"' in page
    desk = reverse("desk", args=[setting.community.code])
    assert f'href="{polls}"' in visit("worker").get(desk).content.decode()
    take(actions.close_poll, setup, moment=moment)
    assert url("poll") not in visit("").get(home).content.decode()
    assert url("poll") in visit("").get(polls).content.decode()
