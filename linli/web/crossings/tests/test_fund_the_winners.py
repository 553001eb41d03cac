"""What residents chose is kept apart in its source, and goes back where it cannot be done."""

from dataclasses import replace
from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.governance.budgeting import actions
from linli.governance.budgeting.tests.playing import Play
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Refused
from linli.stewardship.funds import books
from linli.stewardship.funds.actions import (
    Asked,
    ask,
    open_source,
    record_receipt,
    release,
    withdraw,
)
from linli.stewardship.funds.actions.sources import Opened
from linli.stewardship.funds.models import Reserve
from linli.web.crossings.fund_the_winners import pots
from linli.web.demo.cast import gather
from tests.remembered import remember

AT = datetime(2026, 4, 8, 9, 30, tzinfo=SHANGHAI)


@pytest.fixture
def play(db):
    return Play(remember(AT, lambda: gather(AT)), AT)


def source_with(play, fen, title="惠民资金"):
    given = Opened(
        kind="operating", title=title, purpose="office", opened_on=play.day(0), opening=fen
    )
    return open_source(play.place, given=given, by=play.by("director"), at=AT)


def test_the_money_is_kept_from_the_rules_on_and_then_is_the_winners(play):
    source = source_with(play, 23_000_000)
    people = play.move_in(12)
    round_ = play.vetted([6_000_000, 19_000_000], paid_from=source.pk)
    worker, director, at = play.by("worker", 8), play.by("director", 8), play.moment(8)
    round_ = play.rule(round_)
    whole = Reserve.objects.get(community=play.place)
    assert (whole.fen, books.free(source)) == (20_000_000, 3_000_000)
    asked = Asked(2_000_000, "做长椅", "office", "unit", "示范木器店")
    large = replace(asked, fen=4_000_000)
    for rule, wanted in (("enough_free", large), ("reserve", replace(asked, reserve=whole))):
        with pytest.raises(Refused, match=rule):
            ask(source, asked=wanted, by=worker, at=at)
    with pytest.raises(Refused, match="reserve_decided"):
        release(whole, by=director, at=at)
    actions.reopen_vetting(round_, reason="漏了一个项目", by=director, at=at)
    assert books.free(source) == 23_000_000
    round_ = play.open(play.rule(round_))
    assert books.free(source) == 3_000_000
    play.cast(round_, people, 1)
    round_ = play.publish(play.count(play.close(round_)))
    kept = Reserve.objects.get(community=play.place, undecided=False)
    assert (kept.fen, books.free(source)) == (6_000_000, 17_000_000)
    chosen = replace(asked, fen=3_000_000, reserve=kept)
    row = ask(source, asked=chosen, by=play.by("worker", 17), at=play.moment(17, 12))
    assert row.state == "asked", "what residents chose is their decision"
    withdraw(row, reason="不用了", by=play.by("worker", 17), at=play.moment(17, 13))
    project = play.project(round_, 1)
    actions.give_up_project(
        project, reason="地方塌了", by=play.by("director", 18), at=play.moment(18)
    )
    assert books.free(source) == 23_000_000


def test_no_rules_are_published_without_the_money_and_a_round_called_off_frees_it(play):
    source = source_with(play, 19_000_000)
    round_ = play.vetted([6_000_000, 9_000_000], paid_from=source.pk)
    with pytest.raises(Refused, match="enough_free"):
        play.rule(round_)
    round_.refresh_from_db()
    assert round_.state == "vetting"
    more = {"fen": 1_000_000, "what": "拨付", "party": "several"}
    by = play.by("director", 8)
    record_receipt(source, on=play.day(8), **more, by=by, at=play.moment(8))
    actions.cancel_round(play.rule(round_), reason="先不办", by=by, at=play.moment(8, 11))
    assert books.free(source) == 20_000_000
    several = [source_with(play, 1, f"来源{number}") for number in range(9)]
    with CaptureQueriesContext(connection) as asked:
        assert len(pots(play.place, play.day(8))) == len(several) + 1
    assert len(asked) == 2
