"""A resident asks, is answered with proof, or goes on to the street office."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import NOBODY
from linli.core.audit.models import Entry
from linli.core.clocks.queries import clocks_of, work_calendar
from linli.governance.oversight import due, facts
from linli.governance.oversight.actions import inquiries as actions
from linli.governance.oversight.models import Inquiry
from linli.governance.oversight.queries.inquiries import (
    by_receipt,
    counts_beside,
    counts_by_subject,
    sent_to_street,
)
from linli.governance.oversight.tests.opening import disclosed
from linli.lib.calendar import add_working_days, local_day
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

QUESTION = "八月份大家捐的钱用到哪里去了？"


@pytest.fixture
def ask(setting, at):
    def asked(question=QUESTION, *, by=NOBODY, when=None, **more):
        return actions.ask(setting.community, question=question, by=by, at=when or at, **more)

    return asked


def refused(act, *given, **more):
    with pytest.raises(Refused) as told:
        act(*given, **more)
    return told.value.finding.rule


def test_anybody_asks_and_the_receipt_alone_finds_it(setting, ask, at):
    inquiry = ask()
    assert by_receipt(inquiry.receipt.lower().replace("-", " ")).pk == inquiry.pk
    assert inquiry.asker_id is None
    (clock,) = clocks_of(inquiry)
    assert (clock.length, clock.unit) == (5, "working_days")
    assert refused(ask, "？") == "oversight.question_clear"


def test_the_answer_rests_on_a_posting_and_its_fingerprint(setting, actor, ask, at):
    item = disclosed(setting, actor, at)
    inquiry = ask(disclosure=item)
    answered = actions.answer(
        inquiry,
        text="收到 6800 元，用了 3200 元买助行器，还剩 3600 元。",
        rests_on=item.posting,
        public=True,
        title="捐款用在哪里",
        question="八月份捐款的去向",
        by=actor("worker"),
        at=at,
    )
    assert answered.state == "answered"
    told = answered.answered_as.fields
    assert told["sha256"] == item.posting.sha256
    assert item.posting.number in told["rests_on"]
    assert QUESTION not in str(told)
    assert inquiry.receipt not in str(answered.answered_as.snapshot)
    (clock,) = clocks_of(inquiry)
    assert clock.state == "met"


def test_an_answer_meant_for_one_is_posted_nowhere(setting, actor, ask, at):
    answered = actions.answer(ask(), text="在凭证里。", by=actor("worker"), at=at)
    assert answered.answered_as is None
    assert answered.posting is None


def test_whoever_does_not_hold_the_receipt_can_do_nothing_with_it(actor, ask, at):
    inquiry = ask()
    given = {"by": actor("tenant"), "at": at}
    assert refused(actions.withdraw, inquiry, **given) == "access.permitted"
    assert refused(actions.complain, inquiry, **given) == "access.permitted"
    assert refused(actions.answer, inquiry, text="好", **given) == "access.permitted"


def test_who_is_not_content_writes_to_the_street_and_only_then_is_it_seen(setting, actor, ask, at):
    inquiry, other = ask(), ask("别的问题，不想给街道看")
    actions.answer(inquiry, text="请等下一期。", by=actor("worker"), at=at)
    bearer = NOBODY.bearing(inquiry.pk)
    sending = {"why": "没有说用在哪里", "send": True, "by": bearer, "at": at}
    assert refused(actions.complain, inquiry, **sending) == "oversight.consents_to_send"
    inquiry.refresh_from_db()
    complaint = actions.complain(inquiry, consents=True, **sending)
    for language, words in (("zh-hans", "请等下一期"), ("en", "请等下一期")):
        assert words in complaint.text[language]
        assert inquiry.receipt in complaint.text[language]
    assert [each.pk for each in sent_to_street([setting.community])] == [complaint.pk]
    assert other.question not in str(complaint.text)
    counts = counts_beside([setting.community], local_day(at), local_day(at))[setting.community.pk]
    assert (counts.asked, counts.complained, counts.waiting) == (2, 1, 2)


def test_a_letter_that_is_carried_there_is_not_sent(setting, actor, ask, at):
    inquiry = ask()
    complaint = actions.complain(inquiry, by=NOBODY.bearing(inquiry.pk), at=at)
    assert not complaint.sent
    assert sent_to_street([setting.community]) == []
    given = {"complaint": complaint, "text": "已核实", "by": actor("street"), "at": at}
    assert refused(actions.reply, inquiry, **given) == "access.permitted"


def test_the_street_replies_to_what_it_was_sent_and_to_nothing_else(setting, actor, ask, at):
    inquiry = ask()
    complaint = actions.complain(
        inquiry, send=True, consents=True, by=NOBODY.bearing(inquiry.pk), at=at
    )
    given = {"complaint": complaint, "at": at}
    assert refused(actions.reply, inquiry, text="x", by=actor("outsider"), **given)
    assert refused(actions.reply, inquiry, text=" ", by=actor("street"), **given) == (
        "oversight.reply_said"
    )
    inquiry.refresh_from_db()
    actions.reply(inquiry, text="已责令三日内公布。", by=actor("street"), **given)
    inquiry.refresh_from_db()
    assert inquiry.state == "closed"
    (clock,) = clocks_of(inquiry)
    assert not clock.is_open


def test_the_committee_may_answer_again_after_a_complaint(actor, ask, at):
    inquiry = ask()
    actions.complain(inquiry, by=NOBODY.bearing(inquiry.pk), at=at)
    answered = actions.answer(inquiry, text="现在公布了。", by=actor("worker"), at=at)
    assert answered.state == "answered"
    assert actions.accept(answered, by=NOBODY.bearing(inquiry.pk), at=at).state == "closed"


def test_time_closes_what_nobody_objected_to_and_forgets_who_asked(setting, actor, ask, at):
    account = setting.accounts["elder"]
    inquiry = ask(asker=account, by=actor("elder"))
    actions.answer(inquiry, text="见公布。", by=actor("worker"), at=at)
    due.run(at + timedelta(days=29))
    inquiry.refresh_from_db()
    assert inquiry.state == "answered"
    due.run(at + timedelta(days=32))
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.asker_id) == ("closed", account.pk)
    due.run(at + timedelta(days=32 + 366))
    inquiry.refresh_from_db()
    assert inquiry.asker_id is None
    assert not inquiry.steps.filter(community=setting.community, account=account).exists()


def test_a_late_answer_counts_as_late_and_names_nobody(setting, actor, ask, at):
    early, late = ask(), ask("水费呢，什么时候公布？")
    taken_back = ask("这一条先不问了")
    actions.withdraw(taken_back, by=NOBODY.bearing(taken_back.pk), at=at)
    actions.answer(early, text="见公布。", by=actor("worker"), at=at)
    then = at + timedelta(days=30)
    actions.answer(late, text="见公布。", by=actor("worker"), at=then)
    found = [
        fact
        for fact in facts.rows(
            setting.community, local_day(at) - timedelta(days=1), local_day(then)
        )
        if fact.kind == "oversight.inquiry"
    ]
    assert {fact.record: fact.part for fact in found} == {early.pk: 1, late.pk: 0}
    # The late one on the first day that was too late, answered or not.
    tenth = add_working_days(work_calendar(setting.community.pk), local_day(at), 10)
    assert [fact.on for fact in found if not fact.part] == [tenth + timedelta(days=1)]
    assert all(fact.person is None for fact in found)
    counts = counts_by_subject(setting.community, local_day(at), local_day(at))["disclosed"]
    assert (counts.asked, counts.answered, counts.in_time) == (3, 2, 1)


def test_no_word_of_a_question_or_answer_stands_in_the_book(actor, ask, at):
    inquiry = ask()
    actions.answer(inquiry, text="在公开栏第三张。", by=actor("worker"), at=at)
    notes = str(list(Entry.objects.filter(subject=inquiry.pk).values_list("note", flat=True)))
    assert QUESTION not in notes
    assert "第三张" not in notes
    assert Inquiry.objects.filter(community=inquiry.community_id).count() == 1
