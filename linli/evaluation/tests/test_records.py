"""The records behind a figure."""

from datetime import date

import pytest

from linli.core.access.queries import actor_for
from linli.core.audit.actor import NOBODY
from linli.evaluation.definitions import catalogue
from linli.evaluation.periods import read_period
from linli.evaluation.queries import records_behind
from linli.evaluation.queries.records import PAGE
from linli.evaluation.sheets import with_addresses
from linli.evaluation.tests.cast import DAY

pytestmark = pytest.mark.django_db


def all_behind(scene, name, key):
    """Every row, page after page."""
    after, found, pages = "", [], 0
    while True:
        page = records_behind(
            scene.community,
            catalogue().version(name, 1),
            read_period(key),
            today=DAY,
            after=after,
        )
        found += page.rows
        pages += 1
        assert len(page.rows) <= PAGE
        if not page.after:
            return found, pages
        after = page.after


@pytest.mark.parametrize("spread", [1, 17, 300])
def test_each_record_is_listed_once_the_latest_first(scene, spread):
    for each in range(180):
        on = date(2026, 1, 1).toordinal() + each % spread
        scene.room.add(scene.community, date.fromordinal(on), "matters.raised")
    found, pages = all_behind(scene, "MT05", "2026")
    assert pages == 4
    assert len({row.record for row in found}) == len(found) == 180
    assert [row.on for row in found] == sorted((row.on for row in found), reverse=True)


def test_only_what_the_indicator_counted_in_the_period_is_listed(scene):
    for month in (5, 6):
        for kind in ("matters.raised", "matters.answer_days"):
            scene.room.add(scene.community, date(2026, month, 30), kind)
    found, _pages = all_behind(scene, "MT05", "2026-06")
    assert [(row.on, row.kind.kind) for row in found] == [(date(2026, 6, 30), "matters.raised")]
    scene.room.add(scene.community, date(2026, 6, 1), "matters.benefit", field="basic")
    scene.room.add(scene.community, date(2026, 6, 1), "matters.benefit", field="development")
    assert len(all_behind(scene, "BF01", "2026")[0]) == 1


def test_a_thin_year_is_read_in_few_stretches(scene):
    scene.room.add(scene.community, date(2026, 1, 2), "matters.raised")
    scene.room.asked.clear()
    found, _pages = all_behind(scene, "MT05", "2026")
    assert len(found) == 1
    assert len(scene.room.asked) <= 10


def test_a_stock_is_listed_as_it_stood_at_the_end(scene):
    scene.room.stock(scene.community, "matters.overdue", 1)
    found, _pages = all_behind(scene, "MT04", "2026-06")
    assert [row.on for row in found] == [date(2026, 6, 30)]


def test_a_record_is_a_link_only_for_whoever_may_open_it(scene):
    scene.room.add(scene.community, date(2026, 6, 3), "matters.raised")
    found, _pages = all_behind(scene, "MT05", "2026")
    worker = actor_for(scene.account("worker"), DAY)
    [(_row, address)] = with_addresses(found, scene.community, worker)
    assert str(found[0].record) in address
    [(_row, address)] = with_addresses(found, scene.community, NOBODY)
    assert address == ""


def test_a_spoilt_cursor_begins_at_the_beginning(scene):
    scene.room.add(scene.community, date(2026, 6, 3), "matters.raised")
    page = records_behind(
        scene.community, catalogue().version("MT05", 1), read_period("2026"), today=DAY, after="x.y"
    )
    assert len(page.rows) == 1
