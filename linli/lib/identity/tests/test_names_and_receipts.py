"""Masks, receipts, search keys and likeness."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from linli.lib.identity.mask import mask_address, mask_id, mask_name, mask_phone
from linli.lib.identity.pinyin import normal_query, search_keys
from linli.lib.identity.receipt import ALPHABET, parse_receipt, receipt_from
from linli.lib.identity.refusals import Refusal
from linli.lib.identity.similarity import dice, jaccard, most_alike


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三丰", "张*丰"),
        ("张三", "张*"),
        ("欧阳娜娜", "欧**娜"),
        ("张", "*"),
        ("", ""),
        ("阿卜杜拉·买买提", "阿******提"),
        ("John Smith", "J*** S****"),
    ],
)
def test_a_name_keeps_its_surname(name, masked):
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812341234", "138****1234"),
        ("+8613812341234", "138****1234"),
        ("010-62345678", "010-****5678"),
        ("+861062345678", "010-****5678"),
        ("0571-88888888", "0571-****8888"),
        ("62345678", "****5678"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_a_telephone_keeps_beginning_and_end(phone, masked):
    assert mask_phone(phone) == masked


def test_an_identity_number_keeps_three_or_six_and_two():
    assert mask_id("110101199003072316") == "110*************16"
    assert mask_id("110101199003072316", lead=6) == "110101**********16"
    assert mask_id("1234") == "****"


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("幸福路1号幸福里小区3号楼2单元501室", "幸福路1号幸福里小区3号楼2单元"),
        ("3号楼2单元501", "3号楼2单元"),
        ("3栋2-501", "3栋2"),
        ("3-2-501", "3-2"),
        ("幸福里３号楼２单元５０１室（北门）", "幸福里３号楼２单元（北门）"),
        ("幸福路1号", "幸福路1号"),
    ],
)
def test_an_address_ends_at_the_entrance(address, masked):
    assert mask_address(address) == masked


def test_a_receipt_is_grouped_carries_54_bits_and_reads_back():
    receipt = receipt_from(bytes(range(16)))
    assert [len(group) for group in receipt.split("-")] == [4, 4, 4]
    assert set(receipt) <= set(ALPHABET + "-")
    assert len(ALPHABET) ** 11 > 2**54
    assert parse_receipt(receipt) == receipt


@given(st.binary(min_size=7, max_size=32))
def test_a_receipt_is_read_however_it_is_typed(random_bytes):
    receipt = receipt_from(random_bytes)
    wide = receipt.translate({ord(c): ord(c) + 0xFEE0 for c in ALPHABET})
    for typed in (
        receipt.lower(),
        receipt.replace("-", " "),
        receipt.replace("-", ""),
        wide,
        f"回执号：{receipt}。",
        receipt.replace("0", "O").replace("1", "I").replace("2", "Z").replace("V", "U"),
        receipt.lower().replace("0", "o").replace("1", "l"),
    ):
        assert parse_receipt(typed) == receipt


def test_one_character_misread_or_two_exchanged_are_always_noticed():
    letters = receipt_from(b"a receipt to be misread").replace("-", "")
    for at in range(12):
        for other in ALPHABET:
            if other != letters[at]:
                misread = letters[:at] + other + letters[at + 1 :]
                assert parse_receipt(misread) == Refusal("receipt_check")
    for one, other in combinations(range(11), 2):
        if letters[one] != letters[other]:
            swapped = list(letters)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            assert parse_receipt("".join(swapped)) == Refusal("receipt_check")


def test_a_wrong_receipt_is_told_by_its_reason():
    assert parse_receipt("K7QM-2X9D") == Refusal("receipt_length", {"expected": 12, "found": 8})
    assert parse_receipt("Ω7QM-2X9D-AAAA") == Refusal("receipt_character", {"position": 1})
    with pytest.raises(ValueError, match="random bytes"):
        receipt_from(b"short")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("重庆路社区", "chongqinglu"),
        ("重庆路社区", "cql"),
        ("重庆路社区", "重庆"),
        ("长安街", "changanjie"),
        ("长宁区", "changning"),
        ("厦门路", "xiamen"),
        ("朝阳门", "cym"),
        ("朝阳门", "chaoyang"),
        ("六合里", "luhe"),
        ("单田芳", "shantianfang"),
        ("曾小贤", "zengx"),
        ("解晓东", "xiexiaodong"),
        ("吕梁", "lvliang"),
        ("吕梁", "LüLiang"),
        ("吕梁", "luliang"),
        ("幸福里３号楼", "xfl3hl"),
        ("幸福里3号楼", "幸福里3"),
        ("Green 花园", "greenhuayuan"),
    ],
)
def test_a_name_is_found_by_characters_sounds_and_initials(name, typed):
    assert any(key.startswith(normal_query(typed)) for key in search_keys(name).split(" "))


def test_keys_stay_few_and_an_empty_name_has_none():
    assert len(search_keys("长乐都重朝行单解").split(" ")) <= 17
    assert search_keys("") == ""
    assert search_keys("𠮷㐂")


def test_likeness_is_exact_and_the_same_both_ways():
    one, other = "3号楼楼道灯不亮", "三号楼楼道的灯不亮了"
    assert dice(one, other) == dice(other, one) == Fraction(2 * 5, 7 + 9)
    assert jaccard(one, other) == Fraction(5, 11)
    assert dice(one, one) == jaccard(one, one) == 1
    assert dice("停水", "噪声") == dice("", "") == jaccard("", "") == 0
    assert dice("水", "水") == 1


def test_width_case_punctuation_and_courtesy_do_not_count():
    assert dice("您好，３号楼 LED 灯坏了，请尽快处理，谢谢！", "3号楼led灯坏了") == 1


def test_the_likest_reports_come_first():
    reports = [
        ("a", "小区门口积水"),
        ("b", "楼道灯不亮了"),
        ("c", "楼道里的灯不亮"),
        ("d", "楼道灯不亮了"),
    ]
    found = most_alike("楼道灯不亮", reports)
    assert [key for key, _ in found] == ["b", "d", "c"]
    assert found[0][1] > found[2][1] >= Fraction(2, 5)
    assert most_alike("楼道灯不亮", reports, most=1) == found[:1]


@given(st.text(), st.text())
def test_likeness_lies_between_nothing_and_the_same(one, other):
    assert 0 <= jaccard(one, other) <= dice(one, other) <= 1
