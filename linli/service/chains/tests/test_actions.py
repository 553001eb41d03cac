"""A list is taken in, brought up to date, set right by hand, closed, and gone."""

from datetime import timedelta

import pytest

from linli.core.audit.models import Entry
from linli.lib.chains import quantities_of
from linli.lib.law import Refused
from linli.service.chains import actions
from linli.service.chains.due import run
from linli.service.chains.models import Chain, Line
from linli.service.chains.queries import by_stair, rows_of, sums_of
from linli.service.chains.rules import IDLE_DAYS, KEPT_DAYS
from linli.service.chains.tests.conftest import AT, LIST


def at(chain, position):
    return rows_of(chain)[position - 1]


def correct(line, by, **given):
    said = {
        "dwelling": line.dwelling,
        "name": line.name,
        "quantities": line.amounts,
        "note": line.note,
        "counts": True,
    }
    return actions.correct_line(line, by=by, at=AT, **{**said, **given})


def test_a_pasted_list_is_matched_to_dwellings(chain, dwelling):
    assert chain.title == "周六团鸡蛋,一盘25元" or chain.title.startswith("周六团鸡蛋")
    homes = [line.dwelling for line in rows_of(chain)]
    assert homes == [dwelling(), dwelling("2号楼", "1单元", "202"), None, None]
    assert [sum.told for sum in sums_of(rows_of(chain))] == ["7 盘"]


def test_the_group_of_one_building_says_the_building(open_list, dwelling):
    chain = open_list("1. 1-101 王 2份\n2. 1单元102 李 1份", where="2号楼")
    assert [line.dwelling for line in rows_of(chain)] == [
        dwelling("2号楼"),
        dwelling("2号楼", "1单元", "102"),
    ]


def test_the_book_says_how_many_and_never_who(chain):
    entry = Entry.objects.get(action="chains.open_chain")
    assert entry.note == {"entries": 4, "matched": 2}


def test_what_was_set_by_hand_outlives_a_newer_version(chain, worker, dwelling):
    home = dwelling("1号楼", "2单元", "301")
    correct(at(chain, 3), worker, dwelling=home)
    newer = LIST + "5. 1-2-302 周 2盘\n"
    actions.paste_again(chain, by=worker, at=AT, text=newer)
    assert [line.dwelling for line in rows_of(chain)][2:] == [
        home,
        None,
        dwelling("1号楼", "2单元", "302"),
    ]


def test_who_is_missing_in_a_newer_version_is_lost_and_still_counts(chain, worker):
    newer = "\n".join(line for line in LIST.splitlines() if "李姐" not in line)
    actions.paste_again(chain, by=worker, at=AT, text=newer)
    lines = rows_of(chain)
    assert [(line.name, line.state) for line in lines][-1] == ("李姐", Line.LOST)
    assert [sum.told for sum in sums_of(lines)] == ["7 盘"]
    correct(lines[-1], worker, counts=False)
    assert [sum.told for sum in sums_of(rows_of(chain))] == ["6 盘"]


def test_somebody_added_at_the_window_was_never_in_the_chat_and_stays(chain, worker, dwelling):
    actions.add_line(
        chain,
        by=worker,
        at=AT,
        dwelling=dwelling(door="301"),
        name="吴奶奶",
        quantities=quantities_of("1盘"),
        note="",
    )
    actions.paste_again(chain, by=worker, at=AT, text=LIST)
    assert [(line.name, line.state) for line in rows_of(chain)][-1] == ("吴奶奶", Line.KEPT)


def test_stairs_come_in_the_order_in_which_somebody_walks(open_list):
    chain = open_list("1. 2-1-101 甲\n2. 1-2-301 乙\n3. 1-1-201 丙\n4. 1-1-102 丁\n5. 戊")
    assert [
        (s.name.split(" › ")[-2:], [line.name for line in s.lines])
        for s in by_stair(rows_of(chain))
    ] == [
        (["1号楼", "1单元"], ["丁", "丙"]),
        (["1号楼", "2单元"], ["乙"]),
        (["2号楼", "1单元"], ["甲"]),
        ([""], ["戊"]),
    ]


@pytest.mark.parametrize(
    ("text", "rule"), [("今天天气不错", "readable"), ("x" * 60_001, "short_enough")]
)
def test_what_is_no_list_is_refused_with_the_way_on(open_list, text, rule):
    with pytest.raises(Refused) as refusal:
        open_list(text)
    assert refusal.value.finding.rule == f"chains.{rule}"


def test_a_closed_list_does_not_change_until_it_is_opened_again(chain, worker, director):
    actions.close(chain, by=worker, at=AT)
    for act, given in (
        (actions.paste_again, {"text": LIST}),
        (actions.close, {}),
    ):
        with pytest.raises(Refused) as refusal:
            act(chain, by=worker, at=AT, **given)
        assert refusal.value.finding.rule == "chains.open"
    with pytest.raises(Refused):
        correct(at(chain, 1), worker)
    actions.reopen(chain, by=director, at=AT)
    actions.paste_again(chain, by=worker, at=AT, text=LIST)
    with pytest.raises(Refused):
        actions.forget(chain, by=worker, at=AT)


def test_a_dwelling_of_the_next_community_is_refused(chain, worker, next_door, dwelling):
    with pytest.raises(Refused):
        correct(at(chain, 1), worker, dwelling=dwelling(within=next_door))


def test_nobody_else_takes_a_list_in(open_list, outsider, community):
    from linli.core.people.tests.conftest import post_of

    for actor in (outsider, post_of("mediator", community), post_of("registrar", community)):
        with pytest.raises(Refused):
            open_list(by=actor)


def test_a_closed_list_is_gone_after_its_days_and_not_a_moment_earlier(chain, worker):
    actions.close(chain, by=worker, at=AT)
    run(AT + timedelta(days=KEPT_DAYS, seconds=-1))
    assert Chain.objects.filter(community=chain.community_id).exists()
    assert run(AT + timedelta(days=KEPT_DAYS)) == {"closed": 0, "forgotten": 1}
    assert not Line.objects.filter(community=chain.community_id).exists()
    run(AT + timedelta(days=KEPT_DAYS))


def test_a_list_nobody_touches_is_closed_by_the_clock(chain):
    assert run(AT + timedelta(days=IDLE_DAYS))["closed"] == 1
    chain.refresh_from_db()
    assert chain.state == "closed"


def test_the_database_holds_no_readable_word_of_anybody(chain):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT hint, name, note FROM chains_line")
        held = str(cursor.fetchall())
    assert "王阿姨" not in held
    assert "101" not in held
