"""The hand-worked cases of the law: residents' meetings, and the shares of owners' votes."""

import json
import os
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from django.conf import settings

from linli.governance.assemblies.rules import (
    ASSEMBLY,
    MEETING,
    assembly_law,
    decide,
    meeting_composed,
)
from linli.lib.numbers import at_least, over

LAW = assembly_law(date(2026, 6, 1))


@pytest.fixture(scope="module")
def cases():
    given = os.environ.get("LINLI_TEST_DATA")
    folders = [given] if given else [up / "shared" / "data" for up in settings.BASE_DIR.parents[:2]]
    for folder in folders:
        path = Path(folder) / "vectors" / "law.json"
        if path.exists():
            return json.loads(path.read_text(encoding="utf-8"))
    pytest.skip("the hand-worked cases (vectors/law.json) are not on this machine")


@pytest.mark.parametrize(
    ("function", "body", "base"),
    [("assembly", ASSEMBLY, "base"), ("rep_council", MEETING, "members")],
)
def test_whether_a_meeting_may_decide_and_what_it_decided(cases, function, body, base):
    found = [case for case in cases if case["fn"] == function]
    assert found
    for case in found:
        given = case["args"]
        decision = decide(body, given["present"], given[base], given["yes"], law=LAW)
        told = {"quorum": decision.quorate, "passed": decision.carried}
        assert told == case["expect"], case["note"]


def test_how_the_representatives_meeting_is_made_up(cases):
    for case in cases:
        if case["fn"] == "rep_council_composition":
            given = case["args"]
            found = meeting_composed(given["reps"], given["committee"], law=LAW)
            assert found.holds is case["expect"]


def test_the_shares_of_owners_votes_by_area_and_by_heads(cases):
    # The room of owners comes later; the one way of comparing is here already (CC 278).
    for case in cases:
        if case["fn"] != "owners":
            continue
        given = case["args"]
        quorum = all(
            at_least(given[f"{unit}_part"], given[f"{unit}_total"], Fraction(2, 3))
            for unit in ("area", "head")
        )
        special = given["item"] in (6, 7, 8)
        compare, share = (at_least, Fraction(3, 4)) if special else (over, Fraction(1, 2))
        passed = quorum and all(
            compare(given[f"{unit}_yes"], given[f"{unit}_part"], share) for unit in ("area", "head")
        )
        assert {"quorum": quorum, "passed": passed} == case["expect"], case["note"]
