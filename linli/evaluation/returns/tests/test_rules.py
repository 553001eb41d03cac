"""What is asked about a return, and what is not."""

from linli.evaluation.returns.checks import outlying
from linli.evaluation.returns.rules import Known, Reading, ask_about, is_next_edition

VERSION = lambda period: 1  # noqa: E731
KNOWN = {
    "MT01": Known(True, True, True, VERSION),
    "MT05": Known(True, False, False, VERSION),
    "MT06": Known(True, False, False, VERSION),
    "BS01": Known(False, True, True, VERSION),
}


def of(indicator, period, part, whole=1, *, version=1, status="told"):
    return Reading(indicator, period, part, whole, version, status)


def asked(now, before=()):
    return [
        (each.kind, each.indicator, each.period)
        for each in ask_about(now, before, KNOWN, outlying=outlying)
    ]


def months(indicator, *counts, whole=1, year=True):
    rows = [of(indicator, f"2026-{n:02d}", part, whole) for n, part in enumerate(counts, 1)]
    total = whole * len(counts) if whole > 1 else 1
    return [*rows, of(indicator, "2026", sum(counts), total)] if year else rows


def test_what_is_right_is_asked_nothing():
    now = [*months("MT05", 21, 24, 19, 22), of("BS01", "2026", 400, 900)]
    assert asked(now, [of("BS01", "2025", 380, 880)]) == []


def test_each_contradiction_is_named():
    cases = (
        ([of("BS01", "2026", 910, 900)], [("part_over_whole", "BS01", "2026")]),
        ([*months("MT05", 21, 24, year=False), of("MT05", "2026", 50)],
         [("months_against_year", "MT05", "2026")]),
        # One month stands twice in the year, or twice among the months.
        ([*months("MT05", 21, 24, 30, year=False), of("MT05", "2026", 99)],
         [("month_twice", "MT05", "2026-02")]),
        ([*months("MT05", 21, 24, 30, year=False), of("MT05", "2026", 51)],
         [("month_twice", "MT05", "2026-02")]),
        ([of("BS01", "2026", 400, 900, version=2)], [("version", "BS01", "2026")]),
        ([of("ZZ01", "2026", 4, 9)], [("unknown", "ZZ01", "2026")]),
    )  # fmt: skip
    for now, expected in cases:
        assert asked(now) == expected


def test_two_months_alike_in_everything_are_one_told_twice():
    twice = [
        each for name in ("MT01", "MT05", "MT06") for each in months(name, 31, 22, 22, whole=40)
    ]
    found = asked(twice)
    assert ("months_alike", "", "2026-03") in found
    # Two quiet months may agree in a number or two.
    few = [*months("MT05", 31, 22, 22), *months("MT06", 5, 8, 9)]
    assert asked(few) == []


def test_gaps_jumps_and_outliers_are_asked_about():
    last = [of("BS01", "2025", 380, 880), of("MT05", "2025", 200)]
    assert asked([of("BS01", "2026", 390, 890)], last) == [("missing", "MT05", "")]
    gap = [of("MT05", "2026-01", 20), of("MT05", "2026-03", 21), of("MT06", "2026-02", 3)]
    assert ("missing", "MT05", "2026-02") in asked(gap)
    # Three halves of the last is the most a register grows without being asked.
    assert asked([of("BS01", "2026", 390, 1320), of("MT05", "2026", 1)], last) == []
    assert asked([of("BS01", "2026", 390, 1321), of("MT05", "2026", 1)], last) == [
        ("denominator", "BS01", "2026")
    ]
    assert asked(months("MT05", 20, 22, 21, 19, 210)) == [("outlier", "MT05", "2026-05")]


def test_a_hidden_value_is_neither_missing_nor_part_of_a_sum():
    hidden = of("MT05", "2026-02", None, None, status="hidden")
    now = [of("MT05", "2026-01", 21), hidden, of("MT05", "2026", 28)]
    assert asked(now, [of("MT05", "2025-02", 12)]) == []


def test_only_a_later_edition_takes_the_place_of_an_earlier():
    cases = ((1, None, True), (2, 1, True), (1, 1, False), (0, None, False))
    for edition, last, fits in cases:
        assert bool(is_next_edition(edition, last)) is fits
