"""Statements are moderated in the open, the last vote counts, and nobody is found by it."""

import pytest

from linli.core.audit.models import Entry
from linli.core.messages.models import Message
from linli.governance.deliberation import ending
from linli.governance.deliberation.actions import opining, statements as actions
from linli.governance.deliberation.models import (
    OpinionSnapshot,
    Statement,
    Vote,
)
from linli.governance.deliberation.queries import opinion_map, statements as queries
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


def refused(rule, work):
    with pytest.raises(Refused) as caught:
        work()
    assert caught.value.finding.rule == rule


def reload(row):
    return type(row).objects.get(community=row.community_id, pk=row.pk)


@pytest.mark.parametrize(
    ("mode", "text", "state"),
    [
        ("after", "车位按家庭轮流。", "shown"),
        ("before", "车位按家庭轮流。", "held"),
        ("after", "3号楼301的王秀英天天乱停。", "held"),
        ("after", "老李的车不能停门口。", "held"),
    ],
)
def test_what_may_name_somebody_waits_for_a_look_whatever_the_mode(
    gather, actor, at, mode, text, state
):
    conversation = gather(mode=mode)
    made = actions.say(conversation, text=text, by=actor("elder"), at=at)
    assert made.state == state
    assert "301" not in made.text
    assert made.number == 9
    entry = Entry.objects.filter(action="deliberation.say").get()
    assert entry.account is None
    assert text not in str(entry.note)


def test_each_adds_so_many_and_what_was_blocked_stays_with_its_reason(gather, actor, at):
    conversation, elder, worker = gather(limit=2), actor("elder"), actor("worker")
    say = lambda text, by=elder: actions.say(conversation, text=text, by=by, at=at)  # noqa: E731
    first = say("院子里种两棵树。")
    say("秋千要有软地面。")
    refused("deliberation.statement_limit", lambda: say("第三条。"))
    refused("deliberation.statement_new", lambda: say("秋千要有软地面。", actor("tenant")))
    refused("deliberation.statement_short", lambda: say("长" * 141, actor("tenant")))
    refused("access.permitted", lambda: say("路过说一句。", actor("outsider")))
    block = lambda **more: actions.block_statement(  # noqa: E731
        first,
        **{"blocked_for": "off_topic", "why": "这是绿化的事，另提。", **more},
        by=worker,
        at=at,
    )
    refused("deliberation.statement_why", lambda: block(why="  "))
    block()
    refused("deliberation.statement_at_step", block)
    kept = reload(first)
    assert (kept.state, kept.text, kept.author_id) == ("blocked", "院子里种两棵树。", elder.account)
    assert kept not in queries.shown(conversation)
    assert kept in queries.mine(conversation, elder)
    assert queries.mine(conversation, actor("tenant")) == []
    assert say("第三条现在可以。").number == 11
    actions.show_statement(kept, by=worker, at=at)
    assert reload(first).why == ""


def test_the_last_vote_counts_and_the_book_does_not_say_whose(gather, actor, at):
    conversation, elder = gather(), actor("elder")
    one, two = queries.shown(conversation)[:2]
    cast = lambda **given: opining.vote(conversation, by=elder, at=at, **given)  # noqa: E731
    cast(choices={one.pk: 1, two.pk: 0})
    cast(choices={one.pk: -1})
    assert queries.my_votes(conversation, elder) == {one.pk: -1, two.pk: 0}
    assert queries.my_votes(conversation, actor("tenant")) == {}
    assert queries.counts_of(conversation)[one.pk].disagree == 1
    for choices in ({}, {one.pk: 2}, {conversation.pk: 1}):
        refused("deliberation.vote_known", lambda given=choices: cast(choices=given))
    entries = Entry.objects.filter(action="deliberation.vote")
    assert {entry.account for entry in entries} == {None}
    (code,) = {vote.code for vote in Vote.objects.filter(community=conversation.community_id)}
    assert str(elder.account) not in code
    assert str(elder.account).replace("-", "") not in code
    conversation.topic.state = "shown"
    conversation.topic.save()
    refused("deliberation.opinions_open", lambda: cast(choices={one.pk: 1}))


def test_paper_is_a_person_without_a_name_and_hands_stand_beside(gather, actor, at, topic):
    conversation, worker = gather(), actor("worker")
    one, two = queries.shown(conversation)[:2]
    enter = lambda number, choices, **more: opining.enter_sheet(  # noqa: E731
        conversation, number=number, choices=choices, by=worker, at=at, **more
    )
    enter(7, {one.pk: 1, two.pk: 1})
    refused("deliberation.sheet_new", lambda: enter(7, {one.pk: -1}))
    enter(7, {one.pk: -1}, again=True)
    assert [(v.statement_id, v.value, v.sheet) for v in conversation.votes.all()] == [
        (one.pk, -1, 7)
    ]
    given = {"occasion": "议事会", "held_on": at.date(), "by": worker, "at": at}
    opining.count_hands(one, **given, agree=21, disagree=4, passed=3)
    opining.count_hands(one, **given, agree=22, disagree=4, passed=2)
    (hands,) = queries.hands_in(conversation)
    assert (hands.agree, hands.passed) == (22, 2)
    refused(
        "deliberation.hands_counted", lambda: opining.count_hands(two, **given, agree=0, disagree=0)
    )
    assert opinion_map.reckon_from_votes(conversation)["content"]["votes"] == 1
    refused("access.permitted", lambda: opining.enter_sheet(
        conversation, number=8, choices={one.pk: 1}, by=actor("elder"), at=at))  # fmt: skip


def test_after_the_end_the_codes_lead_back_to_nobody(
    gather, actor, at, vote_in_camps, topic, django_capture_on_commit_callbacks
):
    conversation = gather(lists_votes=True)
    voters = vote_in_camps(conversation)
    one = queries.shown(conversation)[0]
    opining.enter_sheet(conversation, number=1, choices={one.pk: 1}, by=actor("worker"), at=at)
    said = actions.say(conversation, text="3号楼301门口种两棵树。", by=actor("elder"), at=at)
    with django_capture_on_commit_callbacks(execute=True):
        actions.show_statement(said, by=actor("worker"), at=at)
    heard = Message.objects.filter(community=conversation.community_id)
    assert heard.filter(kind="deliberation.statement_shown", subject=said.pk).exists()
    before = opinion_map.reckon_from_votes(conversation)
    known = {queries.code_of(conversation, each.account) for each in voters}
    assert known < {vote.code for vote in conversation.votes.all()}
    assert ending.run(at) == 0
    type(topic).objects.filter(community=topic.community_id, pk=topic.pk).update(state="agreed")
    assert (ending.run(at), ending.run(at)) == (1, 0)
    after = {vote.code for vote in conversation.votes.all()}
    assert len(after) == 21
    assert not known & after
    snapshot = OpinionSnapshot.objects.get(community=conversation.community_id)
    assert not known & set(snapshot.places)
    assert sorted(snapshot.places.values()) == sorted(before["places"].values())
    assert snapshot.content["groups"][0]["people"] == 12
    assert opinion_map.reckon_from_votes(conversation)["content"] == snapshot.content
    closed = queries.conversation_on(topic)
    for again in (
        lambda: opining.vote(closed, choices={one.pk: 1}, by=voters[0], at=at),
        lambda: actions.close_opinions(closed, by=actor("worker"), at=at),
        lambda: actions.say(closed, text="晚了。", by=actor("elder"), at=at),
    ):
        refused("deliberation.opinions_open", again)
    statements = Statement.objects.filter(community=conversation.community_id)
    assert [each.author_id for each in statements] == [None] * 9
    assert not heard.filter(kind="deliberation.statement_shown").exists()


def test_the_phone_shows_one_statement_after_another(gather, visit, url, topic):
    assert visit("elder").get(url("opinions")).status_code == 404
    conversation = gather(mode="before", texts=["一。", "二。", "三。"])
    reader = visit().get(url("opinions")).content.decode()
    assert "登录后表态" in reader
    assert "不是无记名投票" in reader
    assert "先看后放" in reader
    elder = visit("elder")
    assert visit().post(url("opinion_vote")).status_code == 302  # to the way in
    seen = set()
    for number in range(3):
        page = elder.get(url("opinions"))
        turn = page.context["turn"]
        assert (turn.done, turn.total) == (number, 3)
        assert page.content.decode().count('name="value"') == 3
        assert elder.get(url("opinions")).context["turn"].statement == turn.statement
        seen.add(turn.statement.number)
        given = {"statement": turn.statement.pk, "value": "1"}
        if number:
            assert elder.post(url("opinion_vote"), given).url == url("opinions")
        else:
            part = elder.post(url("opinion_vote"), given, headers={"HX-Request": "true"})
            assert "<html" not in part.content.decode()
            assert 'id="turn"' in part.content.decode()
    assert seen == {1, 2, 3}
    assert "都表过态了" in elder.get(url("opinions")).content.decode()
    wrong = elder.post(url("opinion_vote"), {"statement": "x", "value": "1"})
    assert wrong.status_code == 409
    mine = elder.get(url("opinions_mine"))
    changed = {f"s{n}": "1" for n in (1, 2)} | {"s3": "-1"}
    assert "checked" in mine.content.decode()
    assert elder.post(url("opinions_mine"), changed).status_code == 302
    votes = queries.my_votes(conversation, _actor_of(visit, elder, topic))
    assert sorted(votes.values()) == [-1, 1, 1]


def _actor_of(visit, client, topic):
    from linli.core.access.models import Account
    from linli.core.access.queries import actor_for

    account = Account.objects.get(pk=client.session["_auth_user_id"])
    return actor_for(account, topic.state_since.date())


def test_a_statement_of_ones_own_is_said_once_and_what_is_alike_pointed_out(
    gather, visit, url, topic
):
    conversation = gather(mode="before", texts=["晚上十点以后院子里不鸣笛。"])
    elder, worker = visit("elder"), visit("worker")
    page = elder.get(url("opinion_say"))
    once = page.context["form"]["once"].value()
    given = {"text": "晚上十点后院子不要鸣笛。", "once": once}
    alike = elder.post(url("opinion_say"), given).content.decode()
    assert "晚上十点以后院子里不鸣笛。" in alike
    assert not queries.said_by(conversation, conversation.topic_id)
    for _tap in range(2):
        assert elder.post(url("opinion_say"), given | {"anyway": "on"}).status_code == 302
    (made,) = Statement.objects.filter(community=conversation.community_id, source="resident")
    desk = worker.get(url("opinion_desk")).content.decode()
    assert made.text in desk
    one = worker.get(url("opinion_look", made.pk)).content.decode()
    assert "晚上十点以后院子里不鸣笛。" in one
    assert elder.get(url("opinion_desk")).status_code == 404
    assert worker.post(url("opinion_look", made.pk), {"blocked_for": "same"}).status_code == 422
    why = {
        "blocked_for": "same",
        "why": "请给 1 号表态。",
        "like": queries.shown(conversation)[0].pk,
    }
    assert worker.post(url("opinion_look", made.pk), why).status_code == 302
    own = elder.get(url("opinions_mine")).content.decode()
    for words in ("请给 1 号表态。", "和已有的一条意思一样", "请看 1 号"):
        assert words in own
    assert made.text not in visit("tenant").get(url("opinions")).content.decode()
    assert worker.post(url("opinion_show", made.pk)).status_code == 302
    follow = f"/c/{topic.community.code}/deliberation/statements/{made.pk}/"
    assert elder.get(follow).url == url("opinions_mine")
    assert visit("tenant").get(follow).status_code == 404


def test_the_desk_begins_types_paper_counts_hands_and_ends(visit, url, topic, actor):
    worker = visit("worker")
    begin = worker.get(url("opinion_desk"))
    once = begin.context["form"]["once"].value()
    given = {"mode": "before", "limit": 3, "texts": "一条。\n另一条。\n\n", "once": once}
    assert worker.post(url("opinion_desk"), given | {"texts": "长" * 141}).status_code == 422
    assert worker.post(url("opinion_desk"), given).status_code == 302
    conversation = queries.conversation_on(topic)
    assert [each.text for each in queries.shown(conversation)] == ["一条。", "另一条。"]
    paper = worker.get(url("opinion_paper")).content.decode()
    assert paper.count("□") == 6
    fresh = lambda name: worker.get(url(name)).context["form"]["once"].value()  # noqa: E731
    sheet = {"number": 1, "s1": "1", "s2": "", "once": fresh("opinion_sheet")}
    assert worker.post(url("opinion_sheet"), sheet | {"s1": ""}).status_code == 422
    assert worker.post(url("opinion_sheet"), sheet).status_code == 302
    assert worker.get(url("opinion_sheet")).context["form"]["number"].value() == 2
    more = {"source": "paper", "texts": "会上说的一条。", "once": fresh("opinion_add")}
    assert worker.post(url("opinion_add"), more).status_code == 302
    hands = {"statement": queries.shown(conversation)[2].pk, "occasion": "议事会", "agree": 9}
    hands |= {"held_on": "2026-10-12", "disagree": 2, "passed": 1, "once": fresh("opinion_hands")}
    assert worker.post(url("opinion_hands"), hands).status_code == 302
    assert "议事会" in worker.get(url("opinion_desk")).content.decode()
    assert worker.post(url("opinion_end"), {"once": fresh("opinion_end")}).status_code == 302
    assert queries.conversation_on(topic).closed_at
    assert visit("elder").post(url("opinion_end")).status_code == 404
    assert (
        "系统也不知道哪些是您的表态了" in visit("elder").get(url("opinions_mine")).content.decode()
    )
