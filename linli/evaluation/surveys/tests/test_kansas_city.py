"""A real city's survey, imported as answers and estimated, against a direct recount of its file.

Kansas City, Missouri, September 2021; five steps, 9 for "don't know". The file is not part of the
house: where it is missing the test is left out."""

import csv
import os
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from linli.evaluation.surveys.bank import bank
from linli.evaluation.surveys.rules.estimating import Frame, Sheet, estimate
from linli.lib.numbers import wilson

FILE = "resident_survey/kcmo_FY2022Q1.csv"
STEPS = {"5": 0, "4": 1, "3": 2, "2": 3, "1": 4, "9": 5}
"""Their steps as the answers of the bank: very satisfied first, "don't know" last."""


@pytest.fixture(scope="module")
def rows():
    given = os.environ.get("LINLI_TEST_DATA")
    folder = Path(given) if given else Path(__file__).parents[5] / "shared" / "data"
    if not (folder / FILE).exists():
        pytest.skip(f"no {FILE}")
    with (folder / FILE).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("column", ["q1_01", "q2_04", "q3_03", "q5_07", "q8_01"])
def test_the_city_s_shares_come_out_as_a_recount_says(rows, column):
    said = Counter(row[column] for row in rows)
    sheets = [
        Sheet({"overall": [STEPS[row[column]]]} if row[column] in STEPS else {}) for row in rows
    ]
    item = bank().items["overall_satisfied"]
    made = estimate(bank(), item, sheets, Frame(508_090, 5000), "simple")
    valid = sum(said[step] for step in "12345")
    satisfied = said["4"] + said["5"]
    assert made.value == Fraction(satisfied, valid)
    assert (made.answers, made.dont_know) == (valid, said["9"])
    assert made.missing == len(rows) - valid - said["9"]
    assert (made.low, made.high) == pytest.approx(wilson(satisfied, valid), abs=1e-3)
    assert made.enough


def test_the_city_s_districts_are_weighed_as_a_recount_by_hand(rows):
    people = {"1": 84_000, "2": 84_500, "3": 83_000, "4": 86_000, "5": 85_000, "6": 85_590}
    kept = [row for row in rows if row["counci"] in people and row["q1_01"] in STEPS]
    sheets = [Sheet({"overall": [STEPS[row["q1_01"]]]}, row["counci"]) for row in kept]
    frame = Frame(sum(people.values()), 5000, {code: (n, 800) for code, n in people.items()})
    made = estimate(bank(), bank().items["overall_satisfied"], sheets, frame, "stratified")
    by_hand = Fraction(0)
    for code, n in people.items():
        heard = [row["q1_01"] for row in kept if row["counci"] == code and row["q1_01"] != "9"]
        by_hand += Fraction(n * sum(each in "45" for each in heard), frame.units * len(heard))
    assert made.value == by_hand
    assert made.low < float(by_hand) < made.high
