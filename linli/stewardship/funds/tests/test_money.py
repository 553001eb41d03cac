"""Money from its source to the voucher: who must agree, what it may pay for, what a close means."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linli.core.files.queries import files_of
from linli.core.links.queries import links_of
from linli.core.people.models import Person
from linli.lib.law import Refused
from linli.mechanisms.ledger.models import Entry, Line
from linli.stewardship.funds import actions, books, charts, facts
from linli.stewardship.funds.actions import LineGiven
from linli.stewardship.funds.models import Request, Source
from linli.stewardship.funds.queries.figures import behind, entry_seen
from linli.stewardship.funds.queries.sheet import SIDES, digest_of, sheet_of
from linli.stewardship.funds.rules.months import first_of

pytestmark = pytest.mark.django_db


def refused(rule, do, *args, **given):
    with pytest.raises(Refused) as caught:
        do(*args, **given)
    assert caught.value.finding.rule == rule, caught.value.finding


def test_nobody_pays_before_a_second_person_agreed_and_never_the_one_who_asked(
    source, ask, actor, at, today, paper
):
    row = ask(source())
    refused("flow.move_open", actions.pay, row, fen=1, on=today, by=actor("worker"), at=at)
    refused("access.permitted", actions.approve, row, by=actor("worker"), at=at)
    own = ask(row.source, by="director")
    refused("funds.another_hand", actions.approve, own, by=actor("director"), at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(community=own.community_id, pk=own.pk).update(
            seconded_by=own.asked_by_id
        )
    row.refresh_from_db()
    actions.approve(row, by=actor("director"), at=at)
    assert books.balances(row.source) == {
        charts.FREE: 900_000, charts.COMMITTED: 100_000, charts.RESERVED: 0,
    }  # fmt: skip
    refused(
        "funds.not_more_than_approved",
        actions.pay, row, fen=100_001, on=today, by=actor("worker"), at=at,
    )  # fmt: skip
    row.refresh_from_db()
    actions.pay(row, fen=98_000, on=today, by=actor("worker"), at=at)
    assert (row.state, books.free(row.source)) == ("paid", 902_000)
    actions.add_voucher(row.entry, paper=paper(), by=actor("worker"), at=at)
    row.refresh_from_db()
    assert row.state == "settled"


def test_from_an_amount_on_a_third_agrees_and_from_another_residents_decide(
    source, ask, actor, at, deputy, resolved
):
    money = source(opening=9_000_000)
    row = ask(money, fen=500_000)
    actions.approve(row, by=actor("director"), at=at)
    assert row.state == "seconded"
    refused("funds.another_hand", actions.approve, row, by=actor("director"), at=at)
    row.refresh_from_db()
    actions.approve(row, by=deputy(), at=at)
    assert row.state == "approved"
    refused("funds.decided_by_residents", ask, money, fen=3_000_000)
    refused("funds.decision_known", ask, money, fen=3_000_000, decision="居民代表会议《修活动室》")
    large = ask(money, fen=3_000_000, decision=resolved)
    assert "修活动室" in large.decision
    assert [each.id for each in links_of(large)] == [UUID(resolved.partition(":")[2])]
    assert ask(money, fen=499_999).serial == large.serial + 1
    kept = actions.reserve(money, fen=3_000_000, what="长椅", key="k", by=actor("director"), at=at)
    refused("funds.decided_by_residents", ask, money, fen=3_000_000, reserve=kept)


def test_money_with_a_purpose_pays_for_nothing_else(source, ask, actor, at):
    gift = source("donation", "重阳捐款", "elders", restricted=True, purpose_told="给老人办重阳节")
    refused("funds.for_its_purpose", ask, gift, what="添置健身器材", purpose="facilities")
    row = ask(gift, what="重阳节糕点")
    refused("funds.fits_purpose", actions.approve, row, by=actor("director"), at=at)
    row.refresh_from_db()
    actions.approve(row, fits=True, by=actor("director"), at=at)
    refused("funds.purpose_told", source, "project", "加装扶手", "facilities")
    refused("funds.who_commissions", source, "commissioned", "普查", "other", purpose_told="普查")


def test_a_line_of_the_budget_is_not_overdrawn_and_changes_by_a_decision(
    source, ask, actor, at, today, setting
):
    money, worker, director = source(), actor("worker"), actor("director")
    lines = [
        LineGiven(money, "income", "街道拨付", 2_000_000),
        LineGiven(money, "outgo", "办公", 150_000),
    ]
    year = today.year
    budget = actions.draft_budget(setting.community, year=year, lines=lines, by=worker, at=at)
    decided = {"decided_on": today, "decided_by": "居民代表会议"}
    actions.settle_budget(budget, **decided, by=director, at=at)
    refused("funds.line_named", ask, money)
    line = budget.lines.get(side="outgo")
    first, second = ask(money, line=line), ask(money, line=line)
    actions.approve(first, by=director, at=at)
    refused("funds.within_line", actions.approve, second, by=director, at=at)
    again = [lines[0], LineGiven(money, "outgo", "办公", 90_000)]
    changed = {**decided, "reason": "少拨了", "by": director, "at": at}
    refused("funds.line_keeps_committed", actions.revise_budget, budget, lines=again, **changed)
    again[1] = LineGiven(money, "outgo", "办公", 250_000)
    budget.refresh_from_db()
    actions.revise_budget(budget, lines=again, **changed)
    second.refresh_from_db()
    actions.approve(second, by=director, at=at)
    assert [each.lines[1]["fen"] for each in budget.editions.all()] == [150_000, 250_000]
    income = budget.lines.get(side="income")
    came = {"fen": 5, "on": today, "what": "拨付", "party": "several", "line": income}
    actions.record_receipt(money, **came, by=worker, at=at)
    budget.refresh_from_db()
    refused("funds.line_unused", actions.revise_budget, budget, lines=again[1:], **changed)
    draft = {"year": year + 1, "lines": lines, "by": worker, "at": at}
    actions.draft_budget(setting.community, seen=0, **draft)
    refused("funds.budget_unchanged", actions.draft_budget, setting.community, seen=0, **draft)
    assert actions.draft_budget(setting.community, seen=1, **draft).version == 2


def test_what_is_kept_for_a_project_pays_for_it_alone_and_the_rest_comes_back(
    source, ask, actor, at
):
    money, director = source(opening=300_000), actor("director")
    kept = actions.reserve(money, fen=250_000, what="长椅", key="round:1", by=director, at=at)
    same = actions.reserve(money, fen=250_000, what="长椅", key="round:1", by=director, at=at)
    assert same == kept
    refused("funds.enough_free", ask, money, fen=60_000)
    row = ask(money, fen=200_000, what="做长椅", reserve=kept)
    actions.approve(row, by=director, at=at)
    kept.refresh_from_db()
    refused("funds.within_reserve", ask, money, fen=50_001, reserve=kept)
    actions.release(kept, by=director, at=at)
    assert books.balances(money) == {
        charts.FREE: 100_000, charts.COMMITTED: 200_000, charts.RESERVED: 0,
    }  # fmt: skip


def recount(community, sheet):
    """The sheet again, from the single lines instead of from what is kept beside them."""
    for seen in sheet.lines:
        counted = dict.fromkeys(("before", "left", *SIDES), 0)
        lines = Line.objects.filter(community=community, book=seen.source.book_id)
        for line in lines.select_related("debit", "credit"):
            first = first_of(line.day)
            for account, sign in ((line.debit, 1), (line.credit, -1)):
                if first > sheet.month:
                    continue
                if account.kind == "asset":
                    counted["left"] += sign * line.amount
                    counted["before"] += sign * line.amount * (first < sheet.month)
                elif first == sheet.month:
                    name = "outgo" if account.kind == "expense" else "income"
                    back = (sign < 0) if name == "outgo" else (sign > 0)
                    counted[f"{name}_back" if back else name] += line.amount
        assert counted == {name: getattr(seen, name) for name in counted}
        for side in SIDES:
            opened = behind(seen.source, sheet.month, side)
            assert sum(each.fen for each in opened) == counted[side]
    return sheet


def test_a_closed_month_stays_and_a_mistake_is_taken_back_in_an_open_one(
    source, ask, actor, at, today, setting, paper
):
    here, worker, director = setting.community, actor("worker"), actor("director")
    money, past = source(), at - timedelta(days=at.day + 4)
    month = first_of(past.date())
    row = ask(money, when=past)
    actions.approve(row, by=director, at=past)
    actions.pay(row, fen=100_000, on=past.date(), by=worker, at=past)
    if first_of(money.opened_on) < month:
        early = actions.prepare_month(here, month=first_of(money.opened_on), by=worker, at=at)
        actions.close_month(early, by=director, at=at)
    refused("funds.all_have_vouchers", actions.prepare_month, here, month=month, by=worker, at=at)
    actions.add_voucher(row.entry, paper=paper(), by=worker, at=at)
    first = actions.prepare_month(here, month=month, by=director, at=at)
    refused("funds.closed_by_another", actions.close_month, first, by=director, at=at)
    actions.record_receipt(
        money, fen=500, on=past.date(), what="利息", party="several", by=worker, at=at
    )
    again = actions.prepare_month(here, month=month, by=worker, at=at)
    actions.close_month(again, by=director, at=at)
    closed = recount(here, sheet_of(here, month))
    refused(
        "funds.in_open_month",
        actions.record_receipt,
        money, fen=1, on=past.date(), what="利息", party="several", by=worker, at=at,
    )  # fmt: skip
    row.refresh_from_db()
    actions.reverse_payment(row, reason="发票开错了单位", by=director, at=at)
    assert digest_of(sheet_of(here, month)) == digest_of(closed) == again.digest
    now = recount(here, sheet_of(here, today))
    assert (now.total["outgo"], now.total["outgo_back"]) == (0, 100_000)
    assert books.free(money) == 1_000_500
    back = Entry.objects.get(community=here, reverses=row.entry)
    seen = entry_seen(here, back.pk, keeper=False)
    assert (seen.entry.words, seen.party, seen.side) == (
        "发票开错了单位", "示范文具店", "outgo_back",
    )  # fmt: skip


def test_an_image_is_everybody_s_only_after_another_found_nothing_personal_on_it(
    source, ask, actor, at, today, paper
):
    row = ask(source("contribution", "自筹", "culture"), party="person", name="王小明")
    actions.approve(row, by=actor("director"), at=at)
    actions.pay(row, fen=100_000, on=today, paper=paper(), by=actor("worker"), at=at)
    here = row.community
    for_all, for_keepers = (
        entry_seen(here, row.entry_id, keeper=keeper) for keeper in (False, True)
    )
    assert (for_all.party, for_keepers.party) == ("个人", "王小明")
    assert (for_all.vouchers[0].files, len(for_keepers.vouchers[0].files)) == ([], 1)
    voucher = for_all.vouchers[0].voucher
    ticked = {"nothing_personal": True, "at": at}
    refused(
        "funds.looked_at_by_another", actions.clear_voucher, voucher, by=actor("worker"), **ticked
    )
    refused(
        "funds.nothing_personal",
        actions.clear_voucher, voucher, nothing_personal=False, by=actor("director"), at=at,
    )  # fmt: skip
    actions.clear_voucher(voucher, by=actor("director"), **ticked)
    assert len(entry_seen(here, row.entry_id, keeper=False).vouchers[0].files) == 1
    actions.cover_voucher(voucher, by=actor("worker"), at=at)
    assert {file.visibility for file in files_of(voucher)} == {"staff"}


def test_money_that_is_spent_cannot_be_unreceived(source, ask, actor, at, today):
    money = source(opening=0)
    receipt = actions.record_receipt(
        money, fen=50_000, on=today, what="街道拨付", party="government", name="湖滨街道",
        by=actor("worker"), at=at,
    )  # fmt: skip
    row = ask(money, fen=20_000)
    actions.approve(row, by=actor("director"), at=at)
    given = {"reason": "记错了来源", "by": actor("director"), "at": at}
    refused("funds.enough_free", actions.reverse_receipt, receipt, **given)
    row.refresh_from_db()
    actions.withdraw(row, reason="不用了", by=actor("worker"), at=at)
    actions.reverse_receipt(receipt, **given)
    assert books.in_bank(money) == 0
    worker, director, later = actor("worker"), actor("director"), at + timedelta(days=1)
    close = {"by": worker, "at": later}
    early = money.opened_on - timedelta(days=1)
    for rule, on in (
        ("funds.since_opened", early), ("funds.after_all_entries", today),
        ("funds.not_ahead", today + timedelta(days=2)),
    ):  # fmt: skip
        refused(rule, actions.close_source, money, on=on, **close)
    shown = [digest_of(sheet_of(money.community, day)) for day in (today, money.opened_on)]
    actions.close_source(money, on=later.date(), **close)
    Source.objects.filter(community=money.community).update(closed_on=money.opened_on)
    now = [digest_of(sheet_of(money.community, day)) for day in (today, money.opened_on)]
    assert shown == now, "what moved stays on the sheet, closed or not"
    refused("funds.source_not_closed", actions.close_source, money, on=later.date(), **close)
    refused("funds.source_is_open", ask, money, when=later)
    again = {"by": worker, "at": later}
    refused("access.permitted", actions.reopen_source, money, reason="结束错了", **again)
    again["by"] = director
    refused(
        "funds.words_name_nobody", actions.reopen_source, money, reason="问13812345678", **again
    )
    refused("funds.reason_given", actions.reopen_source, money, reason=" ", **again)
    actions.reopen_source(money, reason="结束错了", **again)
    assert money.closed_on is None
    own = source(title="空来源", opening=0)
    actions.close_source(own, on=today, by=director, at=at)
    refused("funds.another_hand", actions.reopen_source, own, reason="结束错了", **again)


@pytest.mark.parametrize("words", ["给王小明看病", "电话13812345678", "三号楼502室", "王阿姨住院"])
def test_what_stands_in_the_books_names_nobody(source, ask, actor, at, today, words, paper):
    money, by = source(), {"by": actor("worker"), "at": at}
    here = money.community
    Person.objects.create(community=here, name="王小明", registered_at=at, changed_at=at)
    asked = {"what": "给李强看病", "party": "person", "name": "李强"}
    refused("funds.words_name_nobody", ask, money, **asked)
    receipt = actions.record_receipt(money, fen=5, on=today, what="利息", party="several", **by)
    asks = (
        (ask, (money,), {"what": words}),
        (actions.record_receipt, (money,),
         {"fen": 5, "on": today, "what": words, "party": "several", **by}),
        (actions.add_voucher, (receipt.entry,), {"paper": paper(words), **by}),
        (source, (), {"title": words}),
        (source, (), {"title": "捐款", "purpose_told": words}),
        (actions.reverse_receipt, (receipt,),
         {"reason": words, "by": actor("director"), "at": at}),
    )  # fmt: skip
    for do, given, more in asks:
        refused("funds.words_name_nobody", do, *given, **more)
    before = {"fen": 5, "what": "利息", "party": "several", **by}
    early = money.opened_on - timedelta(days=1)
    refused("funds.since_opened", actions.record_receipt, money, on=early, **before)


def test_what_arrived_counts_against_what_the_budget_foresaw(source, actor, at, today, setting):
    money, here = source(), setting.community
    lines = [LineGiven(money, "income", "街道拨付", 2_000_000)]
    year, worker = today.year, actor("worker")
    budget = actions.draft_budget(here, year=year, lines=lines, by=worker, at=at)
    assert not list(facts.rows(here, date(year, 1, 1), today)), "what was there before is no income"
    decided = {"decided_on": today, "decided_by": "居民代表会议"}
    actions.settle_budget(budget, **decided, by=actor("director"), at=at)
    came = {"on": today, "what": "街道拨付", "party": "government", "name": "湖滨街道"}
    receipt = actions.record_receipt(money, fen=500_000, **came, by=worker, at=at)
    wrong = actions.record_receipt(money, fen=100, **came, by=worker, at=at)
    actions.reverse_receipt(wrong, reason="记重了", by=actor("director"), at=at)
    told = list(facts.rows(here, date(year, 1, 1), today))
    assert {(each.kind, each.part, each.whole) for each in told} == {
        (facts.RECEIVED, 500_000, 0), (facts.BUDGETED, 0, 2_000_000),
    }  # fmt: skip
    assert receipt.entry_id in {each.record for each in told}
