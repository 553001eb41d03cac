"""Bank files read through the door: every line once, tied by a person or explained by two."""

import hashlib
from datetime import timedelta

import pytest

from linli.stewardship.funds import actions
from linli.stewardship.funds.actions import bank
from linli.stewardship.funds.bank_files import read_statement
from linli.stewardship.funds.models import BankLine
from linli.stewardship.funds.queries import bank as bank_queries
from linli.stewardship.funds.tests import bank_samples as samples
from linli.stewardship.funds.tests.test_giving import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(setting, actor, at, today):
    """Reads a sample as the account's file; the days of the samples lie behind."""
    account = bank.open_bank_account(
        setting.community, title="基本户", kind="bank", tail="0156", by=actor("worker"), at=at
    )

    def told(name, content=None):
        data = content or getattr(samples, name)()
        return account, bank.read_bank_file(
            account, statement=read_statement(data, f"{name}.csv"),
            digest=hashlib.sha256(data).hexdigest(), by=actor("worker"), at=at,
        )  # fmt: skip

    return told


def test_the_same_lines_come_in_once_whatever_file_they_come_in(read):
    _account, file = read("rural")
    assert (file.fresh, file.known) == (3, 0)
    refused("funds.file_new", read, "rural")
    longer = samples.rural() + "2026/3/22,转账,借,100.00,703.21,示范印刷店\n".encode("gb18030")
    _account, overlapping = read("rural", longer)
    assert (overlapping.fresh, overlapping.known) == (1, 3)
    refused("funds.file_not_private", read, "wechat_own")
    refused("funds.file_whole", read, "unknown")
    refused(
        "funds.file_of_account", read, "icbc",
        samples.icbc().replace(samples.OWN.encode(), b"6200000000000010157"),
    )  # fmt: skip


def test_a_person_ties_a_line_to_its_entry_and_what_stays_over_is_shown(
    read, source, setting, actor, at
):
    here, worker = setting.community, actor("worker")
    day = read_statement(samples.icbc(), "x.csv").lines[0].on
    money = source(opening=0, opened_on=day - timedelta(days=3))
    receipt = actions.record_receipt(
        money, fen=5_000_000, on=day, what="工作经费拨款", party="government", name="示范区财政局",
        by=worker, at=at,
    )  # fmt: skip
    account, _file = read("icbc")
    shown = bank_queries.lines_shown(account, settled=False, today=day)
    first, second = shown
    assert [entry.pk for entry, _found in first.entries] == [receipt.entry_id]
    assert (first.other, second.entries) == ("示****局", [])
    refused(
        "funds.match_amounts", bank.tie_line, second.line, entry=receipt.entry, by=worker, at=at
    )
    over = bank_queries.unmatched(here, day)
    assert (len(over.lines), len(over.entries)) == (2, 1)
    bank.tie_line(first.line, entry=receipt.entry, by=worker, at=at)
    refused("funds.match_open", bank.tie_line, first.line, entry=receipt.entry, by=worker, at=at)
    bank.explain_line(second.line, words="下月补记的文具款", by=worker, at=at)
    assert [each.pk for each in bank_queries.unmatched(here, day).lines] == [second.line.pk]
    agree = {"seen": "下月补记的文具款", "at": at}
    refused("funds.line_second_hand", bank.agree_line, second.line, **agree, by=worker)
    other = {**agree, "by": actor("director")}
    refused("funds.line_explained", bank.agree_line, second.line, **{**other, "seen": "别的话"})
    bank.agree_line(second.line, **other)
    assert bank_queries.unmatched(here, day).agrees
    bank.untie_line(BankLine.objects.get(community=here, pk=second.line.pk), by=worker, at=at)
    assert len(bank_queries.unmatched(here, day).lines) == 1
