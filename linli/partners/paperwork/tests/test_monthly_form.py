"""U1: twelve columns for sixteen households, every month; eleven of the columns never change."""

from datetime import timedelta

import pytest

from linli.core.people.actions import correct
from linli.core.people.models import Person
from linli.lib.calendar import local_day
from linli.lib.tables.blanks import read_filled
from linli.partners.paperwork import actions, proposing
from linli.partners.paperwork.models import Line
from linli.partners.paperwork.queries import filled
from linli.partners.paperwork.tests import making

pytestmark = pytest.mark.django_db


def answer_all(asking, actor, at, words):
    """Asks at each door what is open; says how many cells were typed."""
    now, typed = filled.fill(asking, local_day(at)), 0
    for row in now.rows:
        if row.open_keys:
            answers = dict.fromkeys(row.open_keys, words)
            typed += len(answers)
            actions.answer(row.line, answers=answers, by=actor("worker"), at=at)
    return typed


def test_the_first_month_only_what_we_do_not_hold_is_typed(listed, actor, at):
    now = filled.fill(listed, local_day(at))
    assert (len(now.rows), len(now.slots)) == (16, 12)
    decisions = {slot.heading: slot.decision for slot in now.slots}
    assert [heading for heading, said in decisions.items() if said == "ask"] == ["近期动态"]
    assert answer_all(listed, actor, at, "无变化") == 16


def test_next_month_an_unchanged_household_needs_no_typed_cell_and_a_changed_one_one(
    listed, actor, at, receive, give, homes
):
    answer_all(listed, actor, at, "身体尚可")
    give(listed)
    later = at + timedelta(days=30)
    again = receive(making.blank(title="低保户近期动态统计表（2026年12月）"), when=later)
    assert again.state == "mapped", "the same form with another month in its title is known"
    assert again.form_id == listed.form_id
    actions.choose(again, how="last_time", by=actor("worker"), at=later)
    now = filled.fill(again, later.date())
    assert (len(now.rows), now.open_cells) == (16, 0)
    changes = filled.compare(now, again.earlier)
    assert changes.none, [keys for _row, keys in changes.changed]
    line = now.rows[3].line
    dynamic = next(slot.key for slot in now.slots if slot.heading == "近期动态")
    actions.answer(line, answers={dynamic: "十一月住院"}, by=actor("worker"), at=later)
    now = filled.fill(again, later.date())
    changes = filled.compare(now, again.earlier)
    assert [(row.number, keys) for row, keys in changes.changed] == [(4, (dynamic,))]
    handed = give(again, when=later, scope="changes")
    assert (handed.rows, handed.changed, handed.typed, handed.kept_on) == (1, 1, 1, 15)


def test_if_nothing_changed_a_letter_is_enough_and_only_then(
    listed, actor, at, receive, give, homes
):
    from linli.lib.law import Refused

    answer_all(listed, actor, at, "好")
    give(listed)
    later = at + timedelta(days=30)
    again = receive(making.blank(rows=9), when=later)
    actions.choose(again, how="last_time", by=actor("worker"), at=later)
    _household, pair = homes[0]
    head = Person.objects.get(community=again.community_id, pk=pair[0].pk)
    correct(head, name="低保甲改", by=actor("worker"), at=later)
    with pytest.raises(Refused) as refused:
        give(again, when=later, scope="no_change")
    assert refused.value.finding.rule == "paperwork.nothing_changed"
    correct(head, name=pair[0].name, by=actor("worker"), at=later)
    handed = give(again, when=later, scope="no_change")
    assert (handed.rows, handed.since is not None) == (0, True)


def test_the_file_comes_back_in_the_same_layout_with_numbers_as_text(listed, actor, at, homes):
    answer_all(listed, actor, at, "好")
    drawn = actions.draw_file(listed, by=actor("worker"), at=at)
    blank = proposing.read(making.blank(), "统计表.xlsx")
    rows = read_filled(drawn.content, "统计表.xlsx", blank)[0].rows
    assert len(rows) == 16
    heads = {pair[0].id_number for _household, pair in homes}
    assert {row[2] for row in rows} == heads
    assert {row[3] for row in rows} == {2}
    assert {row[11] for row in rows} == {"好"}
    assert Line.objects.filter(community=listed.community_id, asking=listed).count() == 16
