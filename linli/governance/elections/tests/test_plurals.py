"""One seat is one seat, also in English."""

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from linli.core.pages.sentences import sentence
from linli.lib.law import Finding


@pytest.mark.parametrize(
    ("rule", "holds", "numbers", "said"),
    [
        ("seats_filled", True, {"seats": 1}, "The 1 seat is filled."),
        ("seats_filled", True, {"seats": 5}, "All 5 seats are filled."),
        ("seats_are_open", True, {"left": 1}, "1 seat is still to be filled."),
        ("may_stay_vacant", False, {"elected": 4, "least": 5, "left": 1},
         "Elected: 4 only, fewer than 5; 1 seat is left."),
        ("cut_is_clear", False, {"tied": ("A", "B"), "open": 1},
         "A, B have equal votes; 1 seat is still undecided."),
    ],
)  # fmt: skip
def test_a_noun_bends_with_its_number(rule, holds, numbers, said):
    with override("en"):
        assert sentence(Finding(holds, f"elections.{rule}", numbers=numbers)).text == said


@pytest.mark.parametrize(
    ("seats", "left", "said"),
    [(1, 0, "1 seat, filled."), (5, 0, "5 seats, all filled."), (1, 1, "1 seat, 1 left.")],
)
def test_the_tally_says_one_seat(seats, left, said):
    office = {"title": "主任", "tally": [], "elected": [], "seats": seats, "left": left}
    with override("en"):
        assert said in render_to_string("elections/_round_tally.html", {"offices": [office]})
