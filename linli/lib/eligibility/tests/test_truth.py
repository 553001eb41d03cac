"""Three values, and what a code on a slip says."""

from datetime import date
from itertools import product

import pytest

from linli.lib.eligibility import read_slip_code, slip_code
from linli.lib.eligibility.slip_code import ALPHABET
from linli.lib.eligibility.truth import Truth, all_of, any_of, opposite

M, N, U = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN


@pytest.mark.parametrize(("one", "two"), list(product(Truth, repeat=2)))
def test_what_is_unknown_decides_nothing_that_the_other_does_not(one, two):
    # Whatever the unknown turns out to be, what was said before it stays true (Kleene).
    both, either = all_of((one, two)), any_of((one, two))
    worlds = [
        tuple(M if each is U and world else N if each is U else each for each in (one, two))
        for world in (True, False)
    ] + [((M if one is U else one), (N if two is U else two))]
    if both is not U:
        assert {all_of(world) for world in worlds} == {both}
    if either is not U:
        assert {any_of(world) for world in worlds} == {either}
    assert opposite(both) is any_of((opposite(one), opposite(two)))
    assert opposite(opposite(one)) is one


def test_nothing_asked_is_met_and_nothing_offered_is_not():
    assert all_of(()) is M
    assert any_of(()) is N


def test_a_code_says_its_day_and_schemes_however_it_is_typed():
    code = slip_code(date(2026, 11, 28), [1, 7, 17])
    for typed in (code, code.lower(), code.replace("-", " "), f" {code} "):
        read = read_slip_code(typed)
        assert (read.given_on, read.numbers) == (date(2026, 11, 28), (1, 7, 17))
    assert slip_code(date(2026, 11, 28), [17, 1, 7]) == code
    assert read_slip_code("") is None
    assert read_slip_code("编码") is None


def test_any_one_letter_misread_and_any_two_exchanged_are_noticed():
    code = slip_code(date(2027, 2, 3), [2, 5, 16]).replace("-", "")
    for place, letter in enumerate(code):
        for other in ALPHABET:
            if other != letter:
                assert read_slip_code(code[:place] + other + code[place + 1 :]) is None
        if place and code[place - 1] != letter:
            swapped = code[: place - 1] + letter + code[place - 1] + code[place + 1 :]
            assert read_slip_code(swapped) is None
