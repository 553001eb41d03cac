"""A chain message read: where, who, how much; repeats, corrections and lost lines understood."""

from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.chains import Quantity, as_message, quantities_of, read_chain, said_of
from linli.lib.chains.entries import totals

LIST = """#接龙
周六团鸡蛋，30枚一盘 25元
例 3-2-501 张三 2盘

1. 3-2-501 王阿姨 2盘🥚
2. 3栋1单元102 李姐 1盘[玫瑰] 已付
3、5#301 赵 3盘
4. 陈师傅 1盘
5. 3号楼2单元601 孙 13812345678 鸡蛋2盘 牛奶1箱
   下午五点后送
6.
"""


def parts(entry):
    return entry.hint, entry.name, [(str(q.amount), q.unit, q.item) for q in entry.quantities]


def states(chain):
    return [(entry.number, entry.state, entry.by) for entry in chain.entries]


def test_a_list_as_a_group_chat_shows_it():
    chain = read_chain(LIST)
    assert chain.title.startswith("周六团鸡蛋")
    assert [parts(entry) for entry in chain.entries] == [
        ("3-2-501", "王阿姨", [("2", "盘", "")]),
        ("3栋1单元102", "李姐", [("1", "盘", "")]),
        ("5#301", "赵", [("3", "盘", "")]),
        ("", "陈师傅", [("1", "盘", "")]),
        ("3号楼2单元601", "孙", [("2", "盘", "鸡蛋"), ("1", "箱", "牛奶")]),
    ]
    assert chain.entries[1].note == "已付"
    assert chain.entries[4].note == "下午五点后送"
    assert not chain.unread


def test_a_telephone_is_read_past():
    entry = read_chain(LIST).entries[4]
    assert entry.had_phone
    assert "138" not in f"{entry.hint}{entry.name}{entry.note}{entry.quantities}"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("3-2-501 王", "3-2-501"),
        ("王 3—2—501", "3-2-501"),
        ("３－２－５０１王", "3-2-501"),
        ("3栋2单元501 王", "3栋2单元501"),
        ("3号楼 2单元 501室 王", "3号楼2单元501室"),
        ("3#501 王", "3#501"),
        ("3#2-501", "3#2-501"),
        ("十二栋501 王", "十二栋501"),
        ("A座1203 钱", "A座1203"),
        ("2单元501 王", "2单元501"),
        ("12-1801 王", "12-1801"),
        ("501室 王", "501室"),
        ("501 王", "501"),
        ("翠湖一期3-2-501 王", "翠湖一期3-2-501"),
        ("王 25元 已付", ""),
        ("王 2026-11-28 来拿", ""),
        ("王 010-62345678", ""),
        ("王 100份", ""),
    ],
)
def test_what_says_where_the_dwelling_is(text, hint):
    assert said_of(text, ["翠湖一期"]).hint == hint


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2份", [("2", "份", "")]),
        ("两盘", [("2", "盘", "")]),
        ("半箱", [("0.5", "箱", "")]),
        ("一份半", [("1.5", "份", "")]),
        ("1.5斤", [("1.5", "斤", "")]),
        ("x3", [("3", "", "")]),
        ("+1", [("1", "", "")]),
        ("鸡蛋2盘牛奶1箱", [("2", "盘", "鸡蛋"), ("1", "箱", "牛奶")]),
        ("鸡蛋 2盘，牛奶 1箱", [("2", "盘", "鸡蛋"), ("1", "箱", "牛奶")]),
        ("2盘鸡蛋", [("2", "盘", "鸡蛋")]),
        ("鸡蛋", [("1", "", "鸡蛋")]),
    ],
)
def test_how_much_of_what(text, found):
    assert [(str(q.amount), q.unit, q.item) for q in quantities_of(text)] == found


def test_names_written_together_with_what_they_want():
    chain = read_chain("1. 3-2-501 王阿姨鸡蛋2盘\n2. 3-2-502李建国鸡蛋1盘\n3. 3-1-101 张阿姨2盘")
    assert [parts(entry)[1:] for entry in chain.entries] == [
        ("王阿姨", [("2", "盘", "鸡蛋")]),
        ("李建国", [("1", "盘", "鸡蛋")]),
        ("张阿姨", [("2", "盘", "")]),
    ]


def test_whoever_writes_again_corrects_themselves():
    chain = read_chain("1. 3-2-501 王 2份\n2. 3-2-502 李 1份\n3. 3-2-501 王 3份\n4. 3-2-502 李 1份")
    assert states(chain) == [
        (1, "replaced", 3), (2, "kept", None), (3, "kept", None), (4, "repeated", 2),
    ]  # fmt: skip
    assert totals(entry.quantities for entry in chain.current) == {("", "份"): Decimal(4)}


def test_two_people_of_one_dwelling_are_two():
    chain = read_chain("1. 3-2-501 王 2份\n2. 3-2-501 李 1份")
    assert {entry.state for entry in chain.entries} == {"kept"}


def test_adding_more_adds():
    chain = read_chain("1. 3-2-501 王 2份\n2. 3-2-501 王 再加1份")
    assert [str(entry.quantities[0].amount) for entry in chain.current] == ["3"]


@pytest.mark.parametrize("words", ["取消", "不要了", "退出", "❌"])
def test_a_line_taken_back_takes_back_the_one_above(words):
    chain = read_chain(f"1. 3-2-501 王 2份\n2. 3-2-502 李 1份\n3. 3-2-501 王 {words}")
    assert states(chain) == [(1, "struck", 3), (2, "kept", None), (3, "struck", None)]


def test_a_line_struck_through_is_struck():
    through = "".join(letter + "\u0336" for letter in "3-2-501 王 2份")
    chain = read_chain(f"1. {through}\n2. ~~3-2-502 李 1份~~\n3. 3-2-503 不要香菜 赵 1份")
    assert [entry.state for entry in chain.entries] == ["struck", "struck", "kept"]


def test_of_several_versions_the_last_counts_and_who_is_missing_in_it_is_lost():
    chain = read_chain(
        "张三 10:22\n#接龙\n报名\n1. 501室 王\n2. 502室 李\n\n"
        "李四 10:25\n#接龙\n报名\n1. 501室 王\n2. 601室 赵\n"
    )
    assert [(entry.hint, entry.state) for entry in chain.entries] == [
        ("501室", "kept"), ("601室", "kept"), ("502室", "lost"),
    ]  # fmt: skip
    assert len(chain.current) == 3


def test_a_list_that_begins_again_at_one_goes_on():
    chain = read_chain("1. 3-2-501 王\n2. 3-2-502 李\n1. 4-1-101 赵\n2. 4-1-102 钱")
    assert [entry.number for entry in chain.current] == [1, 2, 3, 4]
    assert not [entry for entry in chain.entries if entry.state == "lost"]


@pytest.mark.parametrize(
    "form", ["1. {}", "1、{}", "1．{}", "（1）{}", "【1】{}", "①{}", "1️⃣ {}", "1 {}"]
)
def test_numbers_are_written_in_many_ways(form):
    (entry,) = read_chain(form.format("3-2-501 王 2份")).entries
    assert parts(entry) == ("3-2-501", "王", [("2", "份", "")])


def test_a_list_nobody_numbered_is_read_by_its_doors():
    chain = read_chain("订奶\n3-2-501 王 2份\n3-1-102 李 1份\n谢谢团长")
    assert [entry.hint for entry in chain.entries] == ["3-2-501", "3-1-102"]
    assert (chain.title, chain.unread) == ("订奶", ("谢谢团长",))


@pytest.mark.parametrize(
    "text", ["", "   \n\n", "#接龙", "今天天气不错", "\ufffd" * 40, "1.\n2.\n"]
)
def test_what_is_no_list_has_no_entries(text):
    assert read_chain(text).entries == []


doors = st.tuples(st.integers(1, 30), st.integers(1, 9), st.integers(101, 3409))
amounts = st.integers(1, 99)


@settings(deadline=None)
@given(st.lists(st.tuples(doors, amounts), min_size=1, max_size=30, unique_by=lambda each: each[0]))
def test_what_we_write_we_read_again(rows):
    lines = [
        (f"{b}-{u}-{d}", "王阿姨", [Quantity(Decimal(amount), "份", "鸡蛋")], "")
        for (b, u, d), amount in rows
    ]
    chain = read_chain(as_message("订鸡蛋", [], [("", lines)]))
    assert chain.title == "订鸡蛋"
    assert [(e.hint, e.name, list(e.quantities)) for e in chain.entries] == [
        (where, name, list(quantities)) for where, name, quantities, _note in lines
    ]
    assert all(entry.state == "kept" for entry in chain.entries)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text):
    chain = read_chain(text)
    assert [entry.number for entry in chain.entries] == list(range(1, len(chain.entries) + 1))
