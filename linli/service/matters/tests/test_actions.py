"""What happens to a matter, act by act."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import NOBODY, the_clock
from linli.core.audit.door import Replayed
from linli.core.audit.models import Entry
from linli.core.clocks.models import Clock
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.service.matters import actions, due
from linli.service.matters.actions.joining import Part
from linli.service.matters.models import Forwarding, Matter, Rating, Remark
from linli.service.matters.queries import kinds_of

pytestmark = pytest.mark.django_db


def clock(matter, name):
    return Clock.objects.filter(community=matter.community, owner=matter.pk, name=name).latest(
        "started_at", "id"
    )


def refused_as(rule, call):
    with pytest.raises(Refused) as refusal:
        call()
    assert refusal.value.finding.rule == rule
    return refusal.value.finding


def test_anybody_may_raise_a_matter_and_gets_a_receipt(matter):
    assert matter.state == "received"
    assert len(matter.receipt.replace("-", "")) == 12
    assert matter.is_anonymous
    assert clock(matter, "promise").state == clock(matter, "limit").state == "running"


def test_the_limit_is_never_before_the_promise(matter):
    assert clock(matter, "promise").due_at <= clock(matter, "limit").due_at


def test_a_matter_raised_after_it_is_written_down_is_refused(report, at):
    refused_as("matters.time_possible", lambda: report(raised_at=at + timedelta(minutes=1)))
    assert not Matter.objects.across_communities("test").exists()


def test_a_form_sent_twice_raises_one_matter(setting, at):
    from linli.service.matters.actions.raising import Raised

    kind = kinds_of(setting.community).get(code="noise")
    raised = Raised(kind=kind, title="吵", text="太吵了", channel="web", place=setting.stair)
    key = new_id()
    first = actions.raise_matter(setting.community, raised=raised, by=NOBODY, at=at, once=key)
    with pytest.raises(Replayed) as replayed:
        actions.raise_matter(setting.community, raised=raised, by=NOBODY, at=at, once=key)
    assert replayed.value.subject == first.pk
    assert Matter.objects.filter(community=setting.community).count() == 1


def test_nobody_but_the_committee_takes_it_in_hand(matter, actor, at):
    for key in ("elder", "outsider", "manager", "street", "supervisor", "tenant"):
        with pytest.raises(Refused):
            actions.accept(matter, by=actor(key), at=at)
    actions.accept(matter, by=actor("worker"), at=at)
    assert matter.state == "in_hand"
    assert matter.responded_at == at


def test_asking_rests_both_clocks_and_the_answer_lets_them_run_on(matter, actor, at):
    actions.accept(matter, by=actor("worker"), at=at)
    actions.ask(matter, question="在几楼？", by=actor("worker"), at=at)
    assert {clock(matter, name).state for name in ("promise", "limit")} == {"paused"}
    actions.supply(matter, text="三楼", by=NOBODY.bearing(matter.pk), at=at + timedelta(days=3))
    assert {clock(matter, name).state for name in ("promise", "limit")} == {"running"}
    assert matter.state == "in_hand"


def test_a_forwarding_needs_a_purpose_and_only_what_may_be_sent(matter, actor, at, setting):
    body, worker = setting.bodies["property"], actor("worker")
    refused_as(
        "flow.all_given",
        lambda: actions.forward(matter, body=body, purpose=" ", fields=["text"], by=worker, at=at),
    )
    refused_as(
        "matters.forward_complete",
        lambda: actions.forward(
            matter, body=body, purpose="修", fields=["receipt"], by=worker, at=at
        ),
    )
    assert not Forwarding.objects.filter(community=setting.community).exists()


def test_the_body_answers_what_it_was_sent_and_nothing_else(report, actor, at, setting):
    matter, other = report(), report(title="另一件")
    actions.forward(
        matter,
        body=setting.bodies["property"],
        purpose="请更换",
        fields=["text", "place"],
        by=actor("worker"),
        at=at,
    )
    with pytest.raises(Refused):
        actions.answer(other, text="好了", by=actor("manager"), at=at)
    actions.answer(matter, text="换好了", by=actor("manager"), at=at)
    assert matter.state == "answered"
    assert clock(matter, "promise").state == "met"
    forwarding = Forwarding.objects.get(community=setting.community, matter=matter)
    assert (forwarding.ended_at, forwarding.reply) == (at, "换好了")


def test_an_answer_after_the_promise_is_late_and_stays_late(matter, actor, at):
    late = clock(matter, "promise").due_at + timedelta(seconds=1)
    actions.answer(matter, text="晚了，抱歉", by=actor("worker"), at=late)
    assert clock(matter, "promise").state == "missed"


def test_a_poor_rating_reopens_with_fresh_clocks(matter, actor, at):
    actions.answer(matter, text="好了", by=actor("worker"), at=at)
    before = clock(matter, "promise").pk
    actions.rate(matter, score="poor", by=NOBODY.bearing(matter.pk), at=at)
    assert (matter.state, matter.reopened) == ("in_hand", 1)
    assert clock(matter, "promise").pk != before
    assert clock(matter, "promise").state == "running"


def test_a_good_rating_closes_and_a_second_one_of_the_round_is_refused(matter, actor, at):
    sender = NOBODY.bearing(matter.pk)
    actions.answer(matter, text="好了", by=actor("worker"), at=at)
    actions.rate(matter, score="good", by=sender, at=at)
    assert matter.state == "closed"
    refused_as("matters.rated_once", lambda: actions.rate(matter, score="poor", by=sender, at=at))
    assert Rating.objects.filter(community=matter.community).count() == 1


def test_a_rating_leaves_no_trace_of_who_gave_it(report, setting, actor, at):
    matter = report(sender=setting.accounts["elder"])
    actions.answer(matter, text="好了", by=actor("worker"), at=at)
    actions.rate(matter, score="fair", words="还行", by=NOBODY.bearing(matter.pk), at=at)
    entry = Entry.objects.get(action="matters.rate")
    assert entry.account is None
    said = Remark.objects.get(community=setting.community, said="rating")
    assert said.account_id is None


def test_whoever_does_not_bear_the_receipt_cannot_rate(matter, actor, at):
    actions.answer(matter, text="好了", by=actor("worker"), at=at)
    for visitor in (NOBODY, actor("worker"), actor("outsider"), NOBODY.bearing(new_id())):
        with pytest.raises(Refused):
            actions.rate(matter, score="good", by=visitor, at=at)


def test_too_late_a_poor_rating_is_kept_and_the_director_hears(matter, actor, at):
    actions.answer(matter, text="好了", by=actor("worker"), at=at)
    late = at + timedelta(days=31)
    actions.rate(matter, score="poor", by=NOBODY.bearing(matter.pk), at=late)
    assert matter.state == "answered"
    assert Rating.objects.get(community=matter.community).score == "poor"


def test_time_closes_what_was_answered_and_not_objected_to_once(matter, actor, at):
    actions.answer(matter, text="好了", by=actor("worker"), at=at)
    assert due.run(at + timedelta(days=30)) == 0
    assert due.run(at + timedelta(days=32)) == 1
    assert due.run(at + timedelta(days=32)) == 0
    matter.refresh_from_db()
    assert matter.state == "closed"


def test_a_year_after_closing_the_matter_forgets_who_asked(report, actor, at):
    matter = report(contact_name="王秀兰", contact_phone="199-0000-0003", text="我住 501，灯坏了")
    actions.answer(matter, text="已修好", by=actor("worker"), at=at)
    actions.rate(matter, score="good", by=NOBODY.bearing(matter.pk), at=at)
    assert due.run(at + timedelta(days=364)) == 0
    assert due.run(at + timedelta(days=366)) == 1
    kept = Matter.objects.get(community=matter.community, pk=matter.pk)
    assert (kept.contact_name, kept.contact_phone, kept.sender_id, kept.text) == ("", "", None, "")
    assert kept.kind_id == matter.kind_id
    assert not Remark.objects.filter(community=matter.community).exclude(text="").exists()


def test_merging_lets_the_old_receipt_follow_the_other(report, actor, at):
    first, second = report(), report(title="灯又不亮")
    actions.merge(second, into=first, by=actor("worker"), at=at)
    assert (second.state, second.merged_into_id) == ("merged", first.pk)
    assert clock(second, "promise").state == "dropped"
    refused_as(
        "matters.mergeable",
        lambda: actions.merge(first, into=second, by=actor("worker"), at=at),
    )


def test_a_matter_cannot_be_merged_into_itself(matter, actor, at):
    refused_as(
        "matters.mergeable", lambda: actions.merge(matter, into=matter, by=actor("worker"), at=at)
    )


def test_splitting_gives_each_part_its_own_receipt_and_clocks(matter, actor, at, setting):
    kind = kinds_of(setting.community).get(code="waste")
    parts = [Part(kind, "垃圾", "垃圾没清"), Part(matter.kind, "灯", "灯不亮")]
    made = actions.split(matter, parts=parts, by=actor("worker"), at=at)
    assert matter.state == "split"
    assert len({part.receipt for part in made} | {matter.receipt}) == 3
    assert all(part.split_from_id == matter.pk for part in made)


def test_one_part_is_no_division(matter, actor, at):
    refused_as(
        "matters.splittable",
        lambda: actions.split(
            matter, parts=[Part(matter.kind, "一", "一")], by=actor("worker"), at=at
        ),
    )
    matter.refresh_from_db()
    assert matter.state == "received"


def test_a_page_that_is_out_of_date_is_told_who_did_what(matter, actor, at):
    seen = matter.version
    actions.accept(matter, by=actor("worker"), at=at)
    finding = refused_as(
        "flow.fresh",
        lambda: actions.answer(matter, text="好了", seen=seen, by=actor("director"), at=at),
    )
    assert "陈晓" in finding.numbers["who"]


def test_nothing_private_becomes_public(report, actor, at):
    matter = report(contact_name="王秀兰")
    for text in ("打 13812345678", "王秀兰说的", "身份证 11010519491231002X"):
        refused_as(
            "matters.look_clean",
            lambda text=text: actions.publish(
                matter, title="灯", text=text, by=actor("worker"), at=at
            ),
        )
    matter.refresh_from_db()
    assert matter.published_at is None


def test_extending_moves_the_promise_and_not_the_limit(matter, actor, at):
    promise, limit = clock(matter, "promise").due_at, clock(matter, "limit").due_at
    actions.extend(matter, days=2, reason="等配件", by=actor("worker"), at=at)
    assert clock(matter, "promise").due_at > promise
    assert clock(matter, "limit").due_at == limit


def test_withdrawn_is_withdrawn(matter, actor, at):
    actions.withdraw(matter, by=NOBODY.bearing(matter.pk), at=at)
    refused_as(
        "flow.move_open", lambda: actions.answer(matter, text="好", by=actor("worker"), at=at)
    )
    assert the_clock().is_clock
