"""A round of small grants from the call to the last fen."""

from datetime import timedelta

import pytest

from linli.lib.law import Refused
from linli.partners.organisations.actions import social_grants as acts, social_paying as paying
from linli.partners.organisations.actions.social_grants import Met, Verdict
from linli.partners.organisations.queries import social_grants as queries

pytestmark = pytest.mark.django_db
REVIEWERS = ("representative", "supervisor", "director")


def refused(call, *args, **given):
    with pytest.raises(Refused) as found:
        call(*args, **given)
    return found.value.finding.rule


@pytest.fixture
def judged(file, call, enter, actor, at):
    """A round with two projects, reviewed by all."""

    def reviewed():
        round_ = call()
        first = enter(round_, file())
        second = enter(round_, file(name="编织社"), title="编织暖冬")
        acts.begin_review(round_, by=actor("worker"), at=at)
        for key in REVIEWERS:
            for row in (first, second):
                row.round = round_
                acts.review_application(
                    row, points={"1": 50, "2": 30}, said="受益的人多", by=actor(key), at=at
                )
        return round_, first, second

    return reviewed


@pytest.fixture
def decide(actor, at, today):
    """The meeting of yesterday."""

    def decided(round_, verdicts, on=None, **more):
        met = Met("居民代表会议", on or today - timedelta(days=1), 21, verdicts)
        return acts.decide_round(round_, met=met, by=actor("director"), at=at, **more)

    return decided


def test_an_application_is_of_an_organisation_on_record_adds_up_and_declares_interests(
    propose, file, call, enter, actor, at
):
    round_ = call()
    assert refused(enter, round_, propose(name="棋友会")) == "organisations.on_record"
    row = file()
    assert refused(enter, round_, row, lines=[("音响", 1)]) == "organisations.lines_add_up"
    assert refused(enter, round_, row, near=None) == "organisations.interest_declared"
    assert refused(enter, round_, row, near=True) == "organisations.interest_declared"
    assert refused(enter, round_, row, fen=200_001) == "organisations.asks_within"
    late = at - timedelta(days=4)
    assert refused(enter, round_, row, when=late) == "organisations.round_in_time"
    assert refused(enter, round_, row, plan="找王阿姨唱") == "organisations.words_for_all"
    first = enter(round_, row)
    assert sum(each.fen for each in first.lines.all()) == first.fen
    assert refused(enter, round_, row, title="再来一份") == "organisations.application_once"
    acts.take_back_application(first, by=actor("tenant"), at=at - timedelta(days=9))
    enter(round_, row, title="再来一份")


def test_reviewers_are_the_named_ones_and_stand_aside_from_their_own(
    file, call, enter, actor, at, setting
):
    round_ = call(
        reviewers=[
            (setting.accounts[key].pk, "representative") for key in (*REVIEWERS[:2], "tenant")
        ]
    )
    row = enter(round_, file())
    given = {"points": {"1": 60, "2": 40}, "at": at}
    assert refused(acts.review_application, row, **given, by=actor("supervisor")) == (
        "organisations.round_reviewing"
    )
    acts.begin_review(round_, by=actor("worker"), at=at)
    row.round = round_
    assert refused(acts.review_application, row, **given, by=actor("worker")) == "access.permitted"
    assert refused(acts.review_application, row, **given, by=actor("tenant")) == (
        "organisations.not_own_project"
    )
    aside = acts.review_application(row, aside=True, by=actor("tenant"), at=at)
    assert (aside.aside, aside.points) == (True, {})
    over = {"points": {"1": 61, "2": 0}, "at": at}
    assert refused(acts.review_application, row, **over, by=actor("supervisor")) == (
        "organisations.points_within"
    )


def test_the_meeting_decides_on_every_project_with_reasons_within_the_total(
    judged, decide, at, today
):
    round_, first, second = judged()
    yes, no = Verdict(150_050, "受益的人多"), Verdict(0, "先把预算做细")
    assert refused(decide, round_, {first.pk: yes}) == "organisations.decision_complete"
    round_.refresh_from_db()
    assert refused(decide, round_, {first.pk: yes, second.pk: Verdict(0, " ")}) == (
        "organisations.decision_complete"
    )
    round_.refresh_from_db()
    both = {first.pk: yes, second.pk: Verdict(150_000, "有用")}
    assert refused(decide, round_, both) == "organisations.grants_within"
    round_.refresh_from_db()
    early = {"on": round_.closes_on}
    assert refused(decide, round_, {first.pk: yes, second.pk: no}, **early) == (
        "organisations.met_after_close"
    )
    round_.refresh_from_db()
    decide(round_, {first.pk: yes, second.pk: no})
    shown = {each.application.title: each for each in queries.shown_in(round_)}
    assert shown["重阳演出"].application.granted_fen == 150_050
    assert (shown["重阳演出"].mean, shown["重阳演出"].result.given) == ("80.00", 3)
    assert shown["编织暖冬"].application.decided_for == "先把预算做细"


def test_no_result_before_everybody_has_reviewed(file, call, enter, actor, at, decide):
    round_ = call()
    row = enter(round_, file())
    acts.begin_review(round_, by=actor("worker"), at=at)
    assert refused(decide, round_, {row.pk: Verdict(1, "好")}) == "organisations.all_reviewed"


def test_money_goes_out_in_order_and_what_is_not_spent_comes_back_to_the_fen(
    judged, decide, actor, at, today
):
    worker, tenant = actor("worker"), actor("tenant")
    round_, first, second = judged()
    decide(round_, {first.pk: Verdict(150_000, "好"), second.pk: Verdict(0, "下次")})
    first.refresh_from_db()
    sign = {"agreement": "小资-01", "on": today, "by": worker, "at": at}
    short = [("签协议", 100_000), ("演出后", 49_999)]
    assert refused(paying.sign_agreement, first, instalments=short, **sign) == (
        "organisations.instalments_add_up"
    )
    parts = [("签协议", 100_000), ("演出后", 50_000)]
    paying.sign_agreement(first, instalments=parts, **sign)
    one, two = first.instalments.all()
    assert refused(paying.ask_instalment, two, by=worker, at=at) == (
        "organisations.instalment_in_order"
    )
    paying.ask_instalment(one, by=worker, at=at)
    paid = {"on": today, "number": "付-007", "by": worker, "at": at}
    paying.note_instalment_paid(one, **paid)
    assert refused(paying.note_instalment_paid, one, **paid) == "organisations.instalment_once"
    paying.note_instalment_paid(two, **paid)
    told = {"report": "演了一场，四十位老人来了。", "by": tenant, "at": at}
    first.refresh_from_db()
    assert refused(paying.report_use, first, spent_fen=150_001, **told) == (
        "organisations.spent_within"
    )
    paying.report_use(first, spent_fen=149_950, served=40, **told)
    paying.evaluate_project(first, evaluation="按计划做了，老人喜欢。", by=worker, at=at)
    assert refused(acts.end_round, round_, by=worker, at=at) == "organisations.round_settled"
    assert refused(paying.settle_grant, first, by=worker, at=at) == "organisations.all_returned"
    assert refused(paying.settle_grant, first, returned_fen=50, by=worker, at=at) == (
        "organisations.return_proved"
    )
    paying.settle_grant(first, returned_fen=50, on=today, number="收-003", by=worker, at=at)
    acts.end_round(round_, by=worker, at=at)
    assert (first.state, round_.state) == ("finished", "ended")


def test_a_stopped_grant_is_paid_no_more_also_after_its_report_came_back(
    judged, decide, actor, at, today
):
    worker = actor("worker")
    round_, first, second = judged()
    decide(round_, {first.pk: Verdict(150_000, "好"), second.pk: Verdict(0, "下次")})
    first.refresh_from_db()
    parts = [("签协议", 100_000), ("演出后", 50_000)]
    paying.sign_agreement(first, agreement="小资-01", on=today, instalments=parts, by=worker, at=at)
    one, two = first.instalments.all()
    paying.note_instalment_paid(one, on=today, number="付-007", by=worker, at=at)
    first.refresh_from_db()
    paying.stop_social_grant(first, reason="场地没有了", by=worker, at=at)
    assert refused(paying.ask_instalment, two, by=worker, at=at) == "organisations.grant_running"
    said = {"report": "只做了准备。", "spent_fen": 20_000, "by": actor("tenant"), "at": at}
    paying.report_use(first, **said)
    paying.send_back_use(first, reason="写清楚买了什么", by=worker, at=at)
    assert refused(paying.ask_instalment, two, by=worker, at=at) == "organisations.grant_running"
