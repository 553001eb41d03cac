"""Thanks: consent before anything, representatives before everybody, and no trace of the rest."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.core.audit.models import Entry
from linli.culture.activities import due
from linli.culture.activities.actions import recognition as acts, stories
from linli.culture.activities.actions.recognition import Called
from linli.culture.activities.models.recognition import NeighbourStory, Nomination, Objection
from linli.culture.activities.queries import recognition
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

AGREED = {"shown_name": "三号楼的一家人", "told": "三年来帮邻居取药，从没断过。"}


def refused(rule, act, *args, **given):
    with pytest.raises(Refused) as told:
        act(*args, **given)
    assert told.value.finding.rule == rule


@pytest.fixture
def doing(actor, at):
    """Carries an act out as somebody, now or so many days on."""

    def done(act, subject, key="worker", days=0, **given):
        return act(subject, by=actor(key), at=at + timedelta(days=days), **given)

    return done


@pytest.fixture
def call(setting, doing, today):
    called = Called(
        "好邻居", "good_neighbour", ["帮过邻居的忙", "", "让大家住得更安心"], today,
        today + timedelta(days=10), 12,
    )  # fmt: skip
    return doing(acts.call_for_nominations, setting.community, called=called)


@pytest.fixture
def named(doing, call):
    return doing(acts.nominate, call, "tenant", name="三号楼老张家", deed="三年来帮邻居取药")


@pytest.fixture
def agreed(doing, named):
    return doing(acts.agree_to_honour, named, way="signed", **AGREED)


def test_criteria_that_deduct_or_rank_are_refused_and_empty_ones_too(setting, doing, today):
    for criteria, rule in (
        (["乱停车一次扣分"], "activities.positive_only"),
        (["按得分排名"], "activities.positive_only"),
        ([" "], "activities.honour_criteria"),
        (["像李建国 13800001111 那样"], "activities.plain_words"),
    ):
        called = Called("好邻居", "good_neighbour", criteria, today, today)
        refused(rule, doing, acts.call_for_nominations, setting.community, called=called)


def test_a_nomination_without_consent_cannot_be_published_by_act_or_by_hand(
    setting, doing, named, today
):
    refused("activities.nominee_consents", doing, acts.show_nomination, named)
    here = Nomination.objects.filter(community=setting.community, pk=named.pk)
    for given in (
        {"shown_since": today},
        {"state": "shown"},
        {"state": "agreed"},
        {"state": "awarded", "awarded_on": today, "expires_on": today + timedelta(days=1)},
        {"state": "shown", "shown_since": today, "told": "做了好事", "shown_name": "老张"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            here.update(**given)
    for way, witness, rule in (
        ("", "", "activities.consent_given"),
        ("spoken", "", "activities.consent_given"),
        ("online", "", "activities.consent_own_hand"),  # only by whoever it is
    ):
        refused(rule, doing, acts.agree_to_honour, named, way=way, witness=witness, **AGREED)
    assert recognition.under_notice(setting.community, today) == []


def test_from_consent_over_questions_and_objections_to_the_day_it_runs_out(
    setting, doing, agreed, at, today
):
    here, row = setting.community, agreed
    refused("activities.honour_looked_at", doing, acts.show_nomination, row)
    voice = doing(
        acts.look_at_nomination, row, "representative", says="question", question="哪年起？"
    )
    doing(acts.look_at_nomination, row, "supervisor", says="supports")
    with pytest.raises(Refused):
        doing(acts.look_at_nomination, row, "elder", says="supports")
    refused("activities.honour_looked_at", doing, acts.show_nomination, row)
    doing(acts.answer_voice, voice, answer="三年前")
    doing(acts.show_nomination, row)
    (shown,) = recognition.under_notice(here, row.shown_until)
    assert recognition.under_notice(here, row.shown_until + timedelta(days=1)) == []
    assert "name" not in shown.__dict__  # the sealed fields are not even read
    said = doing(acts.object_to_honour, row, "elder", days=7, words="听说不是他")
    refused(
        "activities.objection_in_time", doing, acts.object_to_honour, row, "elder", 8, words="晚了"
    )
    with pytest.raises(Refused):
        doing(acts.award_honour, row, "worker", 8)
    refused("activities.objections_heard", doing, acts.award_honour, row, "director", 8)
    doing(acts.answer_objection, said, days=8, answer="核对过，是他", upheld=False)
    refused("activities.objections_heard", doing, acts.award_honour, row, "director", 7)
    doing(acts.award_honour, row, "director", 8)
    given = today + timedelta(days=8)
    assert row.expires_on == given.replace(year=given.year + 1)
    assert len(recognition.honours_shown(here, row.expires_on - timedelta(days=1))) == 1
    assert recognition.honours_shown(here, row.expires_on) == []
    last = at + (row.expires_on - today)
    assert due.run(last - timedelta(days=1)) == 0
    assert due.run(last) == 1
    assert due.run(last) == 0
    row.refresh_from_db()
    assert (row.state, row.name, row.deed, row.told, row.shown_name) == ("ended", "", "", "", "")


def test_whoever_is_named_takes_it_back_with_the_slip_at_any_stage_and_it_is_gone(
    setting, doing, agreed, actor, at, today
):
    row = agreed
    for key in ("representative", "supervisor"):
        doing(acts.look_at_nomination, row, key, says="supports")
    doing(acts.show_nomination, row)
    refused("access.permitted", doing, acts.withdraw_honour, row, "elder")
    acts.withdraw_honour(row, by=actor("elder").bearing(row.pk), at=at)
    assert recognition.under_notice(setting.community, today) == []
    row.refresh_from_db()
    assert (row.ended_for, row.told, row.nominee, row.nominated_by) == ("withdrawn", "", None, None)
    told = Entry.objects.filter(community=setting.community.pk, subject=row.pk)
    assert not any("取药" in str(each.note) or "张" in str(each.note) for each in told)


def test_an_objection_that_is_right_ends_it_and_a_closed_round_keeps_no_list_of_the_rest(
    setting, doing, call, named, agreed, actor, at
):
    here = setting.community
    other = doing(acts.nominate, call, "elder", name="自家", deed="教邻居用手机", own=True)
    acts.agree_to_honour(other, way="online", by=actor("elder"), at=at, **AGREED)
    refused("activities.not_own_nomination", _look_at_own, doing, call, at, actor)
    for key in ("representative", "supervisor"):
        doing(acts.look_at_nomination, other, key, says="supports")
    doing(acts.show_nomination, other)
    said = doing(acts.object_to_honour, other, "tenant", words="不是这样")
    doing(acts.answer_objection, said, answer="您说得对", upheld=True)
    other.refresh_from_db()
    assert other.ended_for == "objected"
    assert Objection.objects.get(community=here).answer == "您说得对"  # who objected still reads it
    doing(acts.close_honour_call, call)
    left = Nomination.objects.filter(community=here)
    assert {each.state for each in left} == {"ended"}
    assert not any(each.name or each.deed or each.told for each in left)


def _look_at_own(doing, call, at, actor):
    own = doing(acts.nominate, call, "representative", name="自家", deed="给楼道换灯泡", own=True)
    acts.agree_to_honour(own, way="online", by=actor("representative"), at=at, **AGREED)
    return doing(acts.look_at_nomination, own, "representative", says="supports")


def test_a_story_is_told_by_consent_and_gone_at_a_word(setting, doing, actor, at, today):
    here = setting.community
    told = {"title": "雪夜送药", "told": "下雪的晚上，邻居送来了药。", "of": "两户邻居"}
    refused("activities.consent_given", doing, stories.tell_story, here, way="", **told)
    refused("activities.consent_given", doing, stories.tell_story, here, way="spoken", **told)
    for words in ("王秀兰送来了药。", "打 13800001111 找她。"):  # of the register, or a number
        with pytest.raises(Refused):
            doing(stories.tell_story, here, way="signed", **{**told, "told": words})
    story = doing(stories.tell_story, here, way="spoken", witness="楼长", **told)
    assert len(recognition.stories_told(here)) == 1
    refused("access.permitted", doing, stories.take_down_story, story, "elder")
    stories.take_down_story(story, by=actor("elder").bearing(story.pk), at=at)
    assert recognition.stories_told(here) == []
    assert NeighbourStory.objects.get(community=here).told == ""
    with pytest.raises(IntegrityError), transaction.atomic():
        NeighbourStory.objects.filter(community=here).update(shown_since=today)
