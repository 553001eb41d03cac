"""Identity numbers and telephones: what is right is read, what is wrong is told by its reason."""

from datetime import date

import pytest

from linli.lib.identity.ids import new_id
from linli.lib.identity.national_id import NationalId, read_national_id
from linli.lib.identity.phone import Phone, read_phone
from linli.lib.identity.refusals import Refusal
from linli.lib.identity.sentences import SENTENCES, sentence_of


def test_ids_are_version_7_and_lie_in_the_order_of_their_making():
    ids = [new_id() for _ in range(100)]
    assert {made.version for made in ids} == {7}
    assert ids == sorted(ids)
    assert len(set(ids)) == 100


def test_an_identity_number_tells_birth_date_and_sex():
    read = read_national_id("110101199003072316")
    assert isinstance(read, NationalId)
    assert (read.birth_date, read.sex, read.division) == (date(1990, 3, 7), "male", "110101")


def test_small_letters_spaces_and_full_width_are_forgiven():
    read = read_national_id(" 11010519491231002x ")
    assert isinstance(read, NationalId)
    assert (read.number, read.sex) == ("11010519491231002X", "female")
    assert read_national_id("１１０１０１ １９９００３０７ ２３１６") == read_national_id(
        "110101199003072316"
    )


def test_a_county_code_that_is_not_on_a_list_is_no_fault():
    assert isinstance(read_national_id(with_check("83000019900307231")), NationalId)


def with_check(first: str) -> str:
    weights = [2 ** (17 - n) % 11 for n in range(17)]
    return first + "10X98765432"[sum(int(d) * w for d, w in zip(first, weights, strict=True)) % 11]


@pytest.mark.parametrize(
    ("number", "code", "numbers"),
    [
        ("", "id_length", {"found": 0}),
        ("11010119900307231", "id_length", {"found": 17}),
        ("110101900307231", "id_old_form", {}),
        ("11010119900307O316", "id_digit", {"position": 15}),
        ("X10101199003072316", "id_digit", {"position": 1}),
        (with_check("11010119900230231"), "id_birth_date", {}),
        (with_check("11010117000307231"), "id_birth_date", {}),
        ("110101199003072317", "id_checksum", {}),
        ("110101199003072000", "id_digits_lost", {}),
    ],
)
def test_a_wrong_identity_number_is_told_by_its_reason(number, code, numbers):
    assert read_national_id(number) == Refusal(code, numbers)


def test_nobody_is_born_tomorrow():
    number = with_check("11010120300101231")
    assert read_national_id(number, on=date(2026, 3, 5)) == Refusal("id_birth_future")
    assert isinstance(read_national_id(number), NationalId)


def test_any_two_digits_exchanged_are_noticed():
    number = "110101199003072316"
    for at in range(16):
        if number[at] != number[at + 1]:
            swapped = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
            assert isinstance(read_national_id(swapped), Refusal)


def test_numbers_do_not_show_in_logs():
    assert "1990" not in repr(read_national_id("110101199003072316"))
    assert "1234" not in repr(read_phone("13812341234"))


@pytest.mark.parametrize(
    ("text", "e164", "kind", "extension"),
    [
        ("13812341234", "+8613812341234", "mobile", ""),
        ("138 1234 1234", "+8613812341234", "mobile", ""),
        ("138-1234-1234", "+8613812341234", "mobile", ""),
        ("+86 13812341234", "+8613812341234", "mobile", ""),
        ("008613812341234", "+8613812341234", "mobile", ""),
        ("8613812341234", "+8613812341234", "mobile", ""),
        ("１３８１２３４１２３４", "+8613812341234", "mobile", ""),
        ("19912341234", "+8619912341234", "mobile", ""),
        ("010-62345678", "+861062345678", "landline", ""),
        ("（021）5888 1234", "+862158881234", "landline", ""),
        ("0755—12345678", "+8675512345678", "landline", ""),
        ("0571-88888888-801", "+8657188888888", "landline", "801"),
        ("010-62345678转12", "+861062345678", "landline", "12"),
        ("400-820-8820", "+864008208820", "service", ""),
        ("+852 2345 6789", "+85223456789", "landline", ""),
    ],
)
def test_a_telephone_number_in_its_many_forms(text, e164, kind, extension):
    read = read_phone(text)
    assert isinstance(read, Phone)
    assert (read.e164, read.kind, read.extension) == (e164, kind, extension)


def test_a_number_is_shown_as_people_write_it():
    shown = [read_phone(text).shown for text in ("+8613812341234", "01062345678", "0571 88888888")]
    assert shown == ["13812341234", "010-62345678", "0571-88888888"]


def test_a_landline_without_area_code_takes_the_one_of_the_place():
    assert read_phone("62345678") == Refusal("phone_area_code")
    read = read_phone("6234 5678", area_code="010")
    assert isinstance(read, Phone)
    assert read.e164 == "+861062345678"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "phone_empty"),
        ("无", "phone_empty"),
        ("13812341234/13912341234", "phone_several"),
        ("13812341234、010-62345678", "phone_several"),
        ("110", "phone_short"),
        ("12345", "phone_short"),
        ("10086", "phone_short"),
        ("1381234123", "phone_length"),
        ("138123412345", "phone_length"),
        ("12012341234", "phone_unknown"),
        ("999999999999999999", "phone_unknown"),
    ],
)
def test_a_wrong_telephone_number_is_told_by_its_reason(text, code):
    read = read_phone(text)
    assert isinstance(read, Refusal)
    assert read.code == code
    assert "{" not in sentence_of(read)


def test_every_refusal_has_a_sentence_with_the_way_on():
    assert all(sentence.endswith("。") for sentence in SENTENCES.values())
