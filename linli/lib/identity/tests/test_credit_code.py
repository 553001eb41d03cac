"""The unified social credit code: its form, its check sign, and departments that are letters."""

import pytest

from linli.lib.identity.credit_code import is_credit_code, plain_code

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WHOLE = "91350100M000100Y43"
"""The example of GB 32100-2015."""


def with_check(first: str) -> str:
    return next(first + sign for sign in SIGNS if is_credit_code(first + sign))


@pytest.mark.parametrize("first", ["A1", "N2", "Y1", "11", "51", "93"])
def test_the_department_is_a_digit_or_a_letter(first):
    assert with_check(f"{first}330106MJ8657890")[:2] == first


def test_one_sign_alone_ends_a_code():
    first = "N2330106MF2866539"
    assert [sign for sign in SIGNS if is_credit_code(first + sign)] == ["3"]
    assert is_credit_code("91110000600037341L")


def test_any_one_sign_changed_or_two_neighbours_swapped_is_found_out():
    for place, right in enumerate(WHOLE):
        for sign in SIGNS:
            if sign != right:
                assert not is_credit_code(WHOLE[:place] + sign + WHOLE[place + 1 :]), (place, sign)
    for place in range(8, 17):
        swapped = WHOLE[:place] + WHOLE[place + 1] + WHOLE[place] + WHOLE[place + 2 :]
        assert swapped == WHOLE or not is_credit_code(swapped), place


def test_the_division_is_digits_and_some_letters_are_never_used():
    assert not is_credit_code("9135A100M000100Y43")
    for sign in "IOSVZ":
        assert not is_credit_code(f"91350100{sign}000100Y43")
    assert not is_credit_code("")
    assert not is_credit_code(WHOLE[:-1])
    assert not is_credit_code(WHOLE + "0")


def test_spaces_full_width_and_small_letters_are_forgiven():
    assert plain_code(" 91350100 m000100y43 ") == WHOLE
    assert is_credit_code("９１３５０１００ｍ０００１００Ｙ４３")
