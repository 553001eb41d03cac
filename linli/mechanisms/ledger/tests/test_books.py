"""What is entered, taken back and closed, and what the books then say."""

import json
from datetime import date, timedelta
from itertools import count

import pytest
from click.testing import CliRunner
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings, strategies as st

from linli.lib.law import Refused
from linli.mechanisms.ledger import queries, renditions
from linli.mechanisms.ledger.actions import (
    Transfer,
    close_month,
    enter,
    open_account,
    open_book,
    reverse,
)
from linli.mechanisms.ledger.models import Account, Entry, Line, Turnover
from linli.mechanisms.ledger.tests.conftest import act_at, open_shop
from linli.web.command.ledger import command

pytestmark = pytest.mark.django_db

MARCH, APRIL = date(2026, 3, 5), date(2026, 4, 2)


def refused(work, *given, **named):
    with pytest.raises(Refused) as found, transaction.atomic():
        work(*given, **named)
    return found.value.finding.rule


def test_money_comes_in_is_paid_taken_back_and_carried_over(shop):
    given = shop.enter(MARCH, shop.bank, shop.gifts, 800_00, key="gift-1")
    paid = shop.enter(APRIL, shop.spent, shop.bank, 300_00)
    assert (given.serial, paid.serial) == ("2026-0001", "2026-0002")
    assert shop.enter(MARCH, shop.bank, shop.gifts, 800_00, key="gift-1") == given
    for changed in (
        (MARCH, shop.bank, shop.gifts, 800_01),
        (MARCH, shop.bank, shop.owed, 800_00),
        (APRIL, shop.bank, shop.gifts, 800_00),
    ):
        assert refused(shop.enter, *changed, key="gift-1") == "ledger.same_again"
    assert refused(shop.enter, APRIL, shop.spent, shop.bank, 500_01) == "ledger.enough_there"
    # The gift is spent: it cannot be taken back from an account that does not hold it any more.
    assert refused(reverse, act_at(5, 1), given, on=APRIL, words="退") == "ledger.enough_there"
    back = reverse(act_at(5, 1), paid, on=date(2026, 4, 9), words="重复付款，冲销")
    assert [(line.debit, line.credit, line.amount) for line in queries.lines_of(back)] == [
        (shop.bank, shop.spent, 300_00)
    ]
    assert queries.reversal_of(paid) == back
    once_more = {"on": date(2026, 4, 10), "words": "再冲"}
    assert refused(reverse, act_at(5, 1), paid, **once_more) == "ledger.reversed_once"
    assert refused(reverse, act_at(5, 1), back, **once_more) == "ledger.is_no_reversal"
    earlier = {"on": MARCH - timedelta(days=1), "words": "早"}
    assert refused(reverse, act_at(5, 1), given, **earlier) == "ledger.not_before"
    days = {MARCH - timedelta(days=1): 0, MARCH: 800_00, APRIL: 500_00, None: 800_00}
    assert {on: queries.balance_of(shop.bank, on) for on in days} == days
    trial = queries.trial_balance(shop.book, date(2026, 4, 1), date(2026, 4, 30))
    rows = {row.account.code: (row.opening, row.debit, row.credit, row.closing)
            for row in trial.rows}  # fmt: skip
    assert rows["1001"] == (800_00, 300_00, 300_00, 800_00)
    assert rows["4001"] == (800_00, 0, 0, 800_00)
    assert rows["5001"] == (0, 300_00, 300_00, 0)
    assert (trial.debit, trial.credit, trial.off) == (600_00, 600_00, 0)
    assert trial.moved_in("income") == 0


def test_a_mistake_found_after_the_close_is_put_right_in_an_open_month(shop):
    wrong = shop.enter(MARCH, shop.bank, shop.gifts, 90_00)
    assert refused(close_month, act_at(3, 31), shop.book, MARCH) == "ledger.month_is_over"
    close_month(act_at(4, 1), shop.book, MARCH)
    shop.book.refresh_from_db()
    assert shop.book.closed_through == date(2026, 3, 31)
    assert refused(close_month, act_at(4, 2), shop.book, MARCH) == "ledger.not_closed_yet"
    late = (date(2026, 3, 31), shop.bank, shop.gifts, 1)
    assert refused(shop.enter, *late) == "ledger.month_is_open"
    back_then = {"on": date(2026, 3, 31), "words": "冲"}
    assert refused(reverse, act_at(4, 2), wrong, **back_then) == "ledger.month_is_open"
    reverse(act_at(4, 2), wrong, on=date(2026, 4, 1), words="记错，冲销")
    march = queries.trial_balance(shop.book, date(2026, 3, 1), date(2026, 3, 31))
    assert [row.closing for row in march.rows if row.account == shop.bank] == [90_00]
    assert queries.balance_of(shop.bank) == 0
    ahead = {
        "on": date(2026, 4, 3),
        "words": "早",
        "transfers": [Transfer(shop.bank, shop.gifts, 1)],
    }
    assert refused(enter, act_at(4, 2), shop.book, **ahead) == "ledger.not_ahead"


def test_money_of_one_purpose_pays_for_no_other_and_a_refusal_leaves_nothing(shop, community):
    other = open_shop(community, "P1")
    for account in (other.bank, other.gifts):
        assert refused(shop.enter, MARCH, shop.spent, account, 1) == "ledger.one_book"
    assert refused(shop.enter, MARCH, shop.bank, shop.bank, 1) == "ledger.two_accounts"
    assert refused(shop.enter, MARCH, shop.bank, shop.gifts, 0) == "ledger.moves_something"
    nothing = {"on": MARCH, "words": "空", "transfers": []}
    assert refused(enter, act_at(5, 1), shop.book, **nothing) == "ledger.moves_something"
    taken = {"code": "D1", "title": "又一本"}
    assert refused(open_book, act_at(5, 1), community, **taken) == "ledger.code_is_free"
    same = {"code": "1001", "title": "又一户", "kind": "asset"}
    assert refused(open_account, act_at(5, 1), shop.book, **same) == "ledger.code_is_free"
    # Refused inside an act that goes on: nothing of it was written.
    with pytest.raises(Refused):
        enter(
            act_at(5, 1),
            shop.book,
            on=MARCH,
            words="试",
            transfers=[Transfer(shop.spent, shop.owed, 5), Transfer(shop.spent, shop.bank, 1)],
        )
    here = {"community": community}
    assert not Entry.objects.filter(**here).exists()
    assert not Turnover.objects.filter(**here).exists()


def test_a_page_of_a_statement_goes_on_where_the_last_one_ended(shop):
    given = [
        (date(2026, 3, 1), shop.bank, shop.gifts, 1000),
        (MARCH, shop.spent, shop.bank, 10),
        (MARCH, shop.spent, shop.bank, 20),
        (date(2026, 3, 4), shop.bank, shop.gifts, 5),
        (APRIL, shop.owed, shop.bank, 30),
        (APRIL, shop.bank, shop.owed, 40),
    ]
    for each in given:
        shop.enter(*each)
    since, until = date(2026, 3, 2), date(2026, 4, 30)
    whole = queries.statement(shop.bank, since, until)
    assert [item.balance for item in whole.items] == [1005, 995, 975, 945, 985]
    assert (whole.opening, whole.closing, whole.more) == (1000, 985, None)
    items, after, asked = [], None, []
    while True:
        with CaptureQueriesContext(connection) as caught:
            page = queries.statement(shop.bank, since, until, after=after, limit=2)
        asked.append(len(caught))
        assert page.opening == (items[-1].balance if items else 1000)
        items += page.items
        if page.more is None:
            break
        after = page.more
    assert [(item.place, item.balance) for item in items] == [
        (item.place, item.balance) for item in whole.items
    ]
    assert max(asked) <= 11
    shop.enter(MARCH, shop.owed, shop.gifts, 7)
    owed = queries.statement(shop.owed, since, until)
    assert [item.balance for item in owed.items] == [-7, -37, 3]


def test_a_book_as_text_balances_and_sums_up_to_what_the_accounts_hold(shop):
    shop.enter(date(2026, 2, 1), shop.bank, shop.gifts, 50_00)
    shop.enter(MARCH, shop.bank, shop.gifts, 800_00)
    with transaction.atomic():
        enter(
            act_at(5, 1),
            shop.book,
            on=MARCH,
            words='长椅"两张"; 甲\n乙 ^x #y',
            transfers=[
                Transfer(shop.spent, shop.bank, 120_05),
                Transfer(shop.spent, shop.owed, 79_95),
            ],
        )
    told = "".join(renditions.plain_text([shop.book], date(2026, 3, 1), date(2026, 3, 31)))
    opened, held, entries, at_end = set(), {}, [], {}
    for line in told.splitlines():
        if " open " in line:
            opened.add(line.split()[2])
        elif " balance " in line:
            _day, _word, name, amount, _unit = line.split()
            at_end[name] = amount
        elif line.startswith("  "):
            name, amount, unit = line.split()
            fen = int(amount.replace(".", ""))
            assert (name in opened, unit) == (True, "CNY")
            entries[-1] += fen
            held[name] = held.get(name, 0) + fen
        elif line[:1].isdigit():
            assert line.count('"') == 2
            entries.append(0)
    assert entries == [0, 0, 0]
    assert at_end == {
        "Assets:D1:1001": "729.95",
        "Liabilities:D1:2001": "-79.95",
        "Income:D1:4001": "-850.00",
        "Expenses:D1:5001": "200.00",
    }
    assert {name: f"{fen // 100}.{fen % 100:02}" for name, fen in held.items() if fen > 0} == {
        name: amount for name, amount in at_end.items() if amount[0] != "-"
    }
    rows = list(renditions.rows(shop.book, date(2026, 3, 1), date(2026, 3, 31)))
    assert [row[7] for row in rows] == ["800.00", "120.05", "79.95"]
    assert {len(row) for row in rows} == {len(renditions.COLUMNS)}


def test_the_partials_tell_the_book_in_its_own_unit(shop, community):
    entry = shop.enter(MARCH, shop.bank, shop.gifts, 1234_50)
    back = reverse(act_at(5, 1), entry, on=APRIL, words="重复，冲销")
    days = (date(2026, 3, 1), date(2026, 4, 30))
    trial = render_to_string(
        "ledger/_trial_balance.html", {"trial": queries.trial_balance(shop.book, *days)}
    )
    assert "¥1,234.50" in trial
    assert "借贷相等" in trial
    told = render_to_string(
        "ledger/_statement.html", {"statement": queries.statement(shop.bank, *days)}
    )
    assert "2026-0002" in told
    assert "冲销" in told
    of_it = {"entry": back, "lines": queries.lines_of(back)}
    assert "第 2026-0002 号凭证" in render_to_string("ledger/_entry.html", of_it)
    act = act_at(5, 1)
    hours = open_book(act, community, code="T1", title="互助时间", unit="minute")
    pot = open_account(act, hours, code="1", title="公共池", kind="asset")
    neighbour = open_account(act, hours, code="2", title="邻居", kind="liability")
    transfers = [Transfer(pot, neighbour, 200)]
    enter(act, hours, on=MARCH, words="陪诊", transfers=transfers)
    told = render_to_string("ledger/_statement.html", {"statement": queries.statement(pot, *days)})
    assert "3 小时 20 分钟" in told


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["enter", "enter", "enter", "reverse", "close", "again"]),
        st.integers(0, 11),
        st.integers(1, 900),
        st.dates(date(2026, 1, 1), date(2026, 6, 30)),
    ),
    min_size=6,
    max_size=10,
)
LIVES = count(1)
WAYS = [
    (debit, credit)
    for debit in ("bank", "gifts", "spent", "owed")
    for credit in ("bank", "gifts", "spent", "owed")
    if debit != credit
]


@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_whatever_happens_a_book_sums_to_zero_and_every_sum_is_that_of_its_lines(community, steps):
    shop = open_shop(community, f"L{next(LIVES)}")
    entered = []
    for word, which, amount, day in steps:
        try:
            with transaction.atomic():
                if word == "enter":
                    debit, credit = (getattr(shop, name) for name in WAYS[which])
                    entered.append(shop.enter(day, debit, credit, amount, key=f"{len(entered)}"))
                elif word == "reverse" and entered:
                    entry = entered[which % len(entered)]
                    entered.append(reverse(act_at(12, 31), entry, on=day, words="冲"))
                elif word == "again" and entered:
                    before = entered[which % len(entered)]
                    (line,) = queries.lines_of(before)
                    if before.key:
                        again = (before.day, line.debit, line.credit, line.amount, before.key)
                        assert shop.enter(*again) == before
                elif word == "close":
                    close_month(act_at(12, 31), shop.book, day)
        except Refused:
            continue
    assert list(queries.differences([shop.book])) == []
    here = {"community": community, "book": shop.book}
    numbers = Entry.objects.filter(**here).order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, len(entered) + 1))
    lines = list(Line.objects.filter(**here))
    for until in (date(2026, 3, 17), date(2026, 6, 30)):
        trial = queries.trial_balance(shop.book, date(2026, 2, 1), until)
        assert trial.off == 0
        for row in trial.rows:
            by_lines = sum(
                line.amount
                * ((line.debit_id == row.account.pk) - (line.credit_id == row.account.pk))
                for line in lines
                if line.day <= until
            )
            assert row.closing == (by_lines if row.account.grows_by_debit else -by_lines)
    assert queries.balance_of(shop.bank) >= 0


def test_the_check_tells_of_a_sum_that_is_not_that_of_its_lines(shop, community):
    shop.enter(MARCH, shop.bank, shop.gifts, 500)
    run = CliRunner().invoke(command, ["check"])
    assert (run.exit_code, "✓" in run.output) == (0, True)
    here = {"community": community}
    Account.objects.filter(**here, pk=shop.spent.pk).update(balance=7)
    Turnover.objects.filter(**here, account=shop.bank, grain="month").update(debit=499)
    run = CliRunner().invoke(command, ["check", "--json"])
    assert run.exit_code == 1
    assert [(each["what"], each["kept"], each["lines"]) for each in
            json.loads(run.output)["differences"]] == [
        ("balance 5001", 7, 0), ("debit 1001 month 2026-03-01", 499, 500)]  # fmt: skip
