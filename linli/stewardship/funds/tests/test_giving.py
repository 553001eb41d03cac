"""Gifts, goods, charities, grants and bank files through the door, with the cast."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.core.audit.actor import NOBODY
from linli.core.audit.door import Act
from linli.core.audit.models import Entry
from linli.lib.law import Refused
from linli.mechanisms.ledger import actions as ledger
from linli.mechanisms.ledger.queries import balance_of
from linli.stewardship.funds import actions, books, gift_facts
from linli.stewardship.funds.actions import (
    appeals,
    giving,
    stock,
)
from linli.stewardship.funds.models import (
    Appeal,
    Charity,
    Gift,
    Slip,
)
from linli.stewardship.funds.queries import (
    giving as giving_queries,
    posted as posted_queries,
)

pytestmark = pytest.mark.django_db


def refused(rule, act, *args, **given):
    with pytest.raises(Refused) as told:
        act(*args, **given)
    assert told.value.finding.rule == rule


@pytest.fixture
def fund(source):
    """A source of donations for one purpose, empty."""
    return source(
        "donation", "活动室捐款", "facilities", 0, restricted=True, purpose_told="给活动室添空调"
    )


@pytest.fixture
def give(setting, actor, at, today, fund):
    """Takes in 200 yuan; every part can be said otherwise."""

    def given(*, by="worker", **said):
        start = {
            "what": "活动室捐款", "on": today, "source": fund, "fen": 20_000, "voluntary": True,
            "name": "李示范",
        }  # fmt: skip
        return giving.take_gift(
            setting.community, given=giving.Given(**{**start, **said}), by=actor(by), at=at
        )

    return given


def test_a_gift_in_money_has_a_receipt_lies_in_its_source_and_names_nobody(
    give, fund, setting, actor, at, today, ask, source
):
    first, second = give(), give(consents=True, fen=5_000)
    assert [first.number, second.number] == [f"{today.year}-1", f"{today.year}-2"]
    assert books.free(fund) == 25_000
    own = {"source": None, "purpose": "culture", "purpose_told": "给图书角添书"}
    third, fourth = give(**own), give(**own)
    assert (third.source.restricted, third.source.purpose_told) == (True, "给图书角添书")
    assert third.source == fourth.source
    assert books.free(third.source) == 40_000
    raised = source("contribution", "邻里互助", "other", 0)
    give(source=raised, fen=3_000)
    posted = {
        each["what"]: each["received"]
        for each in posted_queries.gifts(setting.community, today, today)
    }
    assert posted == {"活动室捐款": 25_000, "给图书角添书": 40_000, "邻里互助": 3_000}
    assert (first.shown_name, second.shown_name) == ("", "李示范")
    told = giving_queries.gifts_told(setting.community, today)
    assert sorted(each.shown_name for each in told) == ["", "", "", "", "李示范"]
    notes = str(list(Entry.objects.filter(action="funds.take_gift").values_list("note")))
    assert "李示范" not in notes
    assert giving_queries.gift_by_code(setting.community, first.code.lower()) == first
    refused("funds.for_its_purpose", ask, fund, 1_000, purpose="culture")
    unit = give(donor="unit", name="示范粮油店", consents=True)
    assert unit.receipt.party_name == "示范粮油店"
    giving.hide_name(unit, by=actor("tenant").bearing(unit.pk), at=at)
    unit.receipt.refresh_from_db()
    assert unit.receipt.party_name == ""
    asked = {"action": "funds.hide_name", "subject": unit.pk}
    assert Entry.objects.get(**asked).account is None
    giving.hide_name(second, by=NOBODY.bearing(second.pk), at=at)
    second.refresh_from_db()
    assert (second.shown_name, second.donor_name) == ("", "李示范")
    refused("access.permitted", giving.hide_name, second, by=actor("worker"), at=at)


def test_gifts_that_are_not_free_or_go_elsewhere_are_refused(give, source, deputy, at, fund):
    refused("funds.gift_voluntary", give, voluntary=False)
    refused("funds.not_apportioned", give, what="每户捐 50 元")
    refused("funds.name_for_consent", give, consents=True, name="")
    refused("funds.stock_names_nobody", give, what="王建国先生 13812341234 捐款")
    refused("funds.takes_gifts", give, source=source(title="另一笔工作经费"))
    assert not Gift.objects.filter(community=fund.community_id).exists()
    free = source("contribution", "邻里互助", "other", 0)
    wish = {"purpose_told": "给图书角添书", "source": free}
    refused("funds.gift_purpose_kept", give, **wish)
    refused("funds.gift_purpose_kept", give, **{**wish, "source": fund})
    refused("funds.gift_something", give, **{**wish, "source": None})
    gift = give()
    void = giving.void_gift
    refused(
        "funds.receipt_of_gift",
        actions.reverse_receipt,
        gift.receipt,
        reason="错",
        by=deputy(),
        at=at,
    )
    refused("funds.reason_given", void, gift, reason=" ", by=deputy(), at=at)
    void(gift, reason="写错了金额", by=deputy(), at=at)
    assert books.free(fund) == 0
    refused("funds.gift_stands", void, gift, reason="再一次", by=deputy(), at=at)
    # A receipt taken back before the gift was voided does not stand in the way.
    half = give()
    ledger.reverse(Act("test", deputy(), at, half), half.receipt.entry, on=half.on, words="误记")
    void(half, reason="写错了", by=deputy(), at=at)
    assert books.free(fund) == 0
    with pytest.raises(IntegrityError), transaction.atomic():
        Gift.objects.filter(community=fund.community_id).update(voluntary=False)


def test_the_donor_asks_by_the_receipt_and_reads_the_answer(give, actor, at, setting, today, fund):
    gift = give()
    refused("access.permitted", giving.ask_about_gift, gift, words="？", by=NOBODY, at=at)
    signed_in = actor("tenant").bearing(gift.pk)
    question = giving.ask_about_gift(gift, words="空调装了吗", by=signed_in, at=at)
    written = Entry.objects.get(action="funds.ask_about_gift")
    assert (written.account, signed_in.account is None) == (None, False)
    assert giving_queries.questions_open(actor("worker"), setting.community) == [question]
    assert giving_queries.questions_open(actor("tenant"), setting.community) == []
    giving.answer_question(question, words="上周装好了", by=actor("worker"), at=at)
    giving.tell_news(fund, words="空调已经装好", on=today, by=actor("worker"), at=at)
    (said,) = giving_queries.questions_of(gift)
    assert said.answer == "上周装好了"
    use = giving_queries.use_of(fund)
    assert (use.given, use.gifts, use.spent) == (20_000, 1, 0)
    assert [each.news.words for each in use.news] == ["空调已经装好"]


def test_goods_move_only_by_two_hands_and_never_for_another_purpose(
    setting, give, actor, at, today, deputy
):
    here, worker = setting.community, actor("worker")
    rice = stock.open_good(here, title="大米", measure="袋", purpose="relief", by=worker, at=at)
    held = stock.account_of(rice, stock.HELD)
    goods = {"source": None, "good": rice, "amount": 10, "fen": 60_000, "what": "十公斤装大米"}
    refused("funds.goods_purpose_kept", give, **goods, purpose_told="给独居老人")
    gone = give(**goods)
    waiting = Slip.objects.select_related("good__book").get(gift=gone, community=here)
    giving.void_gift(gone, reason="写错了", by=deputy(), at=at)
    Slip.objects.filter(community=here, pk=waiting.pk).update(struck_at=None)
    refused("funds.gift_stands", stock.sign_slip, waiting, by=deputy(), at=at)
    gift = give(**goods)
    (slip,) = gift.slips.all()
    assert (slip.state, balance_of(held)) == ("drawn", 0)
    refused("funds.stock_second_hand", stock.sign_slip, slip, by=worker, at=at)
    stock.sign_slip(slip, by=deputy(), at=at)
    assert balance_of(held) == 10
    draw = {"good": rice, "on": today, "by": worker, "at": at}
    rice_out = draw.pop("good")
    refused(
        "funds.stock_enough", stock.draw_slip, rice_out, way="out", amount=11, what="慰问", **draw
    )
    refused(
        "funds.stock_names_nobody",
        stock.draw_slip, rice_out, way="out", amount=1, what="给3号楼2单元501室", **draw,
    )  # fmt: skip
    out = stock.draw_slip(rice_out, way="out", amount=6, what="重阳慰问", served=6, **draw)
    refused(
        "funds.stock_explained", stock.draw_slip, rice_out, way="count", amount=9, what="", **draw
    )
    count = stock.draw_slip(rice_out, way="count", amount=9, what="一袋受潮", **draw)
    stock.sign_slip(out, by=deputy(), at=at)
    refused("funds.stock_unmoved", stock.sign_slip, count, by=deputy(), at=at)
    stock.strike_slip(count, by=worker, at=at)
    again = stock.draw_slip(rice_out, way="count", amount=3, what="一袋受潮", **draw)
    stock.sign_slip(again, by=deputy(), at=at)
    assert (balance_of(held), again.difference) == (3, -1)
    (posted,) = posted_queries.gifts(here, today, today)
    assert (posted["what"], posted["received"], posted["used"], posted["used_for"]) == (
        "大米 10 袋", 60_000, 36_000, "重阳慰问",
    )  # fmt: skip
    refused("funds.gift_not_stored", giving.void_gift, gift, reason="退", by=deputy(), at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Slip.objects.filter(community=here, pk=out.pk).update(signed_by=out.drawn_by_id)


def test_a_public_appeal_is_impossible_without_a_qualified_charity_and_its_filing(
    setting, deputy, actor, at, today
):
    here = setting.community
    said = {
        "title": "冬衣募捐", "about": "为困难家庭募集冬衣", "since": today,
        "until": today + timedelta(days=30), "by": deputy(), "at": at,
    }  # fmt: skip
    refused("funds.own_appeal", appeals.draft_appeal, here, charity=None, filing="F1", **said)
    charity = appeals.keep_charity(here, name="示范慈善会", by=deputy(), at=at)
    refused(
        "funds.charity_qualified", appeals.draft_appeal, here, charity=charity, filing="F1", **said
    )
    appeals.keep_charity(
        here, charity=charity, qualification="Q1", agreement="A1", agreed_since=today,
        account_holder="示范慈善会", by=deputy(), at=at,
    )  # fmt: skip
    refused("funds.appeal_filed", appeals.draft_appeal, here, charity=charity, filing=" ", **said)
    odd = {"link": "https://gongyi.example.cn@evil.example/x"}
    refused(
        "funds.appeal_leads_out", appeals.draft_appeal, here, charity=charity, filing="F1",
        **said, **odd,
    )  # fmt: skip
    appeal = appeals.draft_appeal(here, charity=charity, filing="F1", **said)
    assert giving_queries.appeals_told(here, today) == []
    refused("funds.appeal_second_hand", appeals.open_appeal, appeal, by=deputy(), at=at)
    refused("access.permitted", appeals.open_appeal, appeal, by=actor("worker"), at=at)
    appeals.open_appeal(appeal, by=actor("director"), at=at)
    assert giving_queries.appeals_told(here, today) == [appeal]
    keep = {"charity": charity, "by": deputy(), "at": at}
    for change in ({"name": "别的慈善会"}, {"account_tail": "9999"}, {"qualification": "Q2"}):
        refused("funds.charity_fixed", appeals.keep_charity, here, **change, **keep)
    charity.refresh_from_db()
    # Changed past the act, it is no longer shown.
    changed = Charity.objects.filter(community=here, pk=charity.pk)
    changed.update(account_holder="别的慈善会")
    assert giving_queries.appeals_told(here, today) == []
    changed.update(account_holder="示范慈善会")
    with pytest.raises(IntegrityError), transaction.atomic():
        Appeal.objects.filter(community=here).update(filing="")
    appeals.keep_charity(here, agreed_until=today + timedelta(days=1), **keep)
    assert giving_queries.appeals_told(here, today + timedelta(days=1)) == []


def test_facts_of_gifts_tell_counts_and_sums_and_no_donor(
    give, fund, setting, actor, at, today, deputy, ask
):
    give(fen=20_000)
    voided = give(fen=7_000)
    giving.void_gift(voided, reason="写错了", by=deputy(), at=at)
    row = ask(fund, 5_000)
    actions.approve(row, fits=True, by=deputy(), at=at)
    actions.pay(row, fen=5_000, on=today, by=actor("worker"), at=at)
    giving.tell_news(fund, words="买了空调", on=today, by=actor("worker"), at=at)
    facts = list(gift_facts.gift_rows(setting.community, today, today))
    told = sorted((each.kind, each.part, each.whole) for each in facts)
    assert told == [
        ("funds.gift", 1, None), ("funds.gift_fen", 20_000, None), ("funds.gift_told", 1, 1),
        ("funds.gift_used_fen", 5_000, None),
    ]  # fmt: skip
    assert {(each.person, each.household) for each in facts} == {(None, None)}
    assert {each.kind for each in facts} <= {kind.kind for kind in gift_facts.GIFT_KINDS}
