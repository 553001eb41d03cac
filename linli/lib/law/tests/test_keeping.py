import json
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from linli.lib.law import Finding
from linli.lib.law.keeping import keep, take_out, take_out_if_any


def test_what_was_judged_comes_back_as_it_was_judged():
    finding = Finding(
        False,
        "elections.enough_took_part",
        ("rcl2025.19",),
        {
            "share": Fraction(1, 2),
            "cast": 500,
            "names": ("甲", "乙"),
            "on": date(2026, 6, 23),
            "at": datetime(2026, 6, 23, 9, tzinfo=UTC),
            "known": True,
            "last_day": None,
        },
    )
    assert take_out(json.loads(json.dumps(keep(finding), ensure_ascii=False))) == finding


def test_where_nothing_was_judged_nothing_is_told():
    assert take_out_if_any(None) is None
    assert take_out_if_any({}) is None


def test_a_number_no_finding_has_is_refused():
    with pytest.raises(TypeError):
        take_out({"rule": "x", "holds": True, "cites": [], "numbers": {"a": 0.5}})
