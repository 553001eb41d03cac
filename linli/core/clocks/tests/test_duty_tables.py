"""Tables of duties: what is wrong is said at once, and what is right falls due on its day."""

from datetime import date

import pytest
from django.urls import NoReverseMatch, reverse

from linli.core.audit.door import ACTIONS
from linli.core.clocks.duties import FlawedDuties, declared, duty_called, read_duties
from linli.core.clocks.duties.declared import take_in
from linli.core.clocks.duties.periods import due_days, period_of
from linli.lib.calendar import national

ROW = {
    "key": "room.noun",
    "title": "巡查",
    "title_en": "Patrol",
    "every": "week",
    "due": "{ weekday = 3 }",
    "kind": "practice",
    "post": "worker",
    "status": "practice",
}


def _text(**more):
    row = {name: value for name, value in {**ROW, **more}.items() if value is not None}
    return "[[duty]]\n" + "\n".join(
        f"{name} = {value}" if value[:1] in '{["' else f'{name} = "{value}"'
        for name, value in row.items()
    )


def _flaws(text):
    with pytest.raises(FlawedDuties) as wrong:
        read_duties(text)
    return wrong.value.flaws


def test_every_flaw_of_every_row_is_named_at_once():
    flaws = _flaws(
        _text(key="noun", kind="law", post="king", due="{ day = 3, moon = 1 }", title_en=None)
        + "\n"
        + _text(kind="statutory", due="{ day = 3 }", cites='["rcl2025.9999"]', weight="5")
    )
    assert set(flaws) == {
        "noun: missing: title_en",
        "noun: due does not know moon",
        "noun: a key is room.noun",
        "noun: no kind 'law'",
        "noun: no post 'king'",
        "room.noun: unknown: weight",
        "room.noun: no citation 'rcl2025.9999'",
        "room.noun: what is known from practice alone is not statutory",
        "room.noun: due does not fit every week",
    }


@pytest.mark.parametrize(
    ("more", "flaw"),
    [
        ({"every": "fortnight"}, "no rhythm 'fortnight'"),
        ({"kind": "statutory", "status": "verified"}, "statutory, but by which text?"),
        (
            {"kind": "statutory", "cites": '["rcl2025.34"]'},
            "what is known from practice alone is not statutory",
        ),
        ({"every": "event"}, "an event, and only an event, has `within`"),
        (
            {"every": "term", "due": "{ before_months = 6 }"},
            "a term, and only a term, has a `cycle`",
        ),
        ({"every": "month", "due": "{ day = 32 }"}, "due does not fit every month"),
        ({"every": "year", "due": "{ day = 3 }"}, "due does not fit every year"),
        ({"every": "year", "due": None}, "when is it due?"),
        ({"source": "某办法"}, "source stands in one language only"),
        ({"kept_by": '["publish"]'}, "'publish' is no act"),
    ],
)
def test_a_row_that_cannot_work_is_refused(more, flaw):
    assert f"room.noun: {flaw}" in _flaws(_text(**more))


def test_a_key_belongs_to_one_table_and_a_room_may_take_the_countrys_place():
    ours = read_duties(_text(key="cn.week_patrol", title="另一种巡查"), origin="room")
    with pytest.raises(FlawedDuties):
        take_in(ours, "duties.toml")
    assert duty_called("cn.week_patrol").title == "巡查小区和消防通道"


def test_every_declared_duty_leads_somewhere_and_is_kept_by_acts_there_are():
    wrong = []
    for duty in declared():
        wrong += [f"{duty.key}: no act {act}" for act in duty.kept_by if act not in ACTIONS]
        try:
            reverse(duty.opens, kwargs={"community_code": "990101001001"}) if duty.opens else None
        except NoReverseMatch:
            wrong.append(f"{duty.key}: no page {duty.opens}")
    assert not wrong


def test_the_country_asks_something_every_day_week_month_quarter_half_year_year_and_term():
    rhythms = {duty.every for duty in declared() if duty.origin == "cn"}
    assert rhythms == {"day", "week", "month", "quarter", "half_year", "year", "term", "event"}
    assert all(duty.cites or duty.source for duty in declared() if duty.kind == "statutory"), (
        "a statutory duty without its text"
    )


@pytest.mark.parametrize(
    ("key", "first", "days"),
    [
        ("cn.month_books", "01-01", ["01-05", "02-05", "03-05"]),
        ("oversight.quarterly_disclosure", "01-01", ["01-10"]),
        ("cn.quarter_access_log", "01-01", ["03-31"]),
        ("planning.progress_report", "05-01", ["06-30"]),
        ("cn.may_disabled", "04-01", ["05-17"]),  # the third Sunday
        ("cn.sep_defence", "08-01", ["09-19"]),  # the third Saturday
        ("cn.apr_qingming", "03-01", ["04-05"]),
        (
            "publication.board_check",
            "02-09",
            ["02-13", "02-27", "03-06"],
        ),  # not in the festival week
        ("cn.feb_return", "02-01", ["02-28"]),
    ],
)
def test_a_duty_is_due_on_its_days(key, first, days):
    on = date.fromisoformat(f"2026-{first}")
    found = list(due_days(duty_called(key), on, date(2026, 12, 31), national()))
    assert [day.isoformat()[5:] for day in found[: len(days)]] == days


def test_a_daily_duty_falls_on_working_days_alone_a_make_up_sunday_too():
    start = duty_called("cn.day_start")
    assert period_of(start, date(2026, 1, 2), national()) is None
    assert period_of(start, date(2026, 1, 4), national()).due_on == date(2026, 1, 4)


def test_a_term_is_counted_back_from_its_end():
    audit = duty_called("cn.term_audit")
    assert period_of(audit, date(2026, 3, 1), national()) is None
    ends = {"committee_term": date(2026, 12, 31)}
    assert period_of(audit, date(2026, 3, 1), national(), ends).due_on == date(2026, 6, 30)
