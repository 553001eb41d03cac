"""The opinion map's arithmetic: published digits, published groups, and that nothing but what was
said decides."""

import csv
import itertools
import os
import random
from collections import Counter
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from linli.governance.deliberation.rules.opinion import asking, counting, plane, saying
from linli.governance.deliberation.rules.opinion.clusters import find_groups
from linli.governance.deliberation.rules.opinion.counting import Count
from linli.governance.deliberation.rules.opinion.reckoning import as_table, reckon
from linli.governance.deliberation.rules.opinion.votes import AGREE, DISAGREE, last_votes, sheets

DATA = Path(
    os.environ.get("LINLI_TEST_DATA")
    or Path(__file__).resolve().parents[5].parent / "shared" / "data"
)
CONVERSATIONS = ["brexit-consensus", "scoop-hivemind.affordable-housing"]


def _rows(conversation, name):
    path = DATA / "deliberation" / conversation / name
    if not path.exists():
        pytest.skip("the published conversations are not on this machine")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def counted(values):
    given = list(values)
    return Count(given.count(AGREE), given.count(DISAGREE), len(given))


def _published(conversation):
    """Their votes, each person's last, and the group each was put in."""
    cast = (
        (int(row["timestamp"]), row["voter-id"], row["comment-id"], int(row["vote"]))
        for row in _rows(conversation, "votes.csv")
    )
    people = _rows(conversation, "participants-votes.csv")
    groups = {row["participant"]: row["group-id"] for row in people if row["group-id"]}
    return last_votes(cast), groups, people


def _yard(per_side=(40, 25), chance=None):
    """Two camps over a yard: six statements divide them, two unite them, two say nothing."""
    chance = chance or random.Random(8)
    cast = []
    for camp, size in enumerate(per_side):
        for number in range(size):
            for statement in range(10):
                leaning = (1 if camp else -1) if statement < 6 else (1 if statement < 8 else 0)
                value = leaning if chance.random() < 0.85 else chance.choice([1, 0, -1])
                if chance.random() < 0.97:
                    cast.append((f"{camp}-{number}", statement, value))
    return cast


def test_the_published_digits_of_two_statements():
    groups = [Count(6, 0, 6), Count(3, 0, 3), Count(0, 7, 7)]
    own, others = groups[0], groups[1] + groups[2]
    assert counting.consensus(groups) == Fraction(7, 8) * Fraction(4, 5) * Fraction(1, 9)
    assert float(counting.consensus(groups)) == pytest.approx(0.0777778, abs=5e-8)
    assert counting.strength(own) == pytest.approx(2.6457513, abs=5e-8)
    assert counting.ratio(own, others) == Fraction(21, 8)
    assert counting.difference(own, others) == pytest.approx(2.6998622, abs=1e-7)
    everybody = Count(15, 0, 16)
    assert float(counting.leaning(everybody)) == pytest.approx(0.888889, abs=5e-7)
    assert counting.strength(everybody) == pytest.approx(3.638034, abs=5e-7)


@pytest.mark.parametrize("conversation", CONVERSATIONS)
def test_the_published_groups_give_their_order_of_consensus(conversation):
    latest, groups, people = _published(conversation)
    statements = sorted({each for _voter, each in latest}, key=int)
    told = [
        {
            each: counted(
                value for (voter, about), value in latest.items()
                if about == each and groups.get(voter) == group
            )
            for each in statements
        }
        for group in sorted(set(groups.values()))
    ]  # fmt: skip
    order = counting.by_consensus(statements, told)

    # The same a second way: straight from the published table of last votes.
    again = {}
    for each in statements:
        product = 1.0
        for group in sorted(set(groups.values())):
            cells = [row[each] for row in people if row["group-id"] == group and row[each] != ""]
            product *= (sum(cell == "1" for cell in cells) + 1) / (len(cells) + 2)
        again[each] = product
    assert max(abs(float(share) - again[each]) for each, share in order) < 1e-12
    assert [each for each, _share in order[:10]] == sorted(
        statements, key=lambda each: (-round(again[each], 12), int(each))
    )[:10]


def test_a_published_conversation_falls_into_nearly_the_same_groups():
    latest, published, people = _published("brexit-consensus")
    statements = sorted({each for _voter, each in latest}, key=int)
    found = reckon(sheets(statements, ((*key, value) for key, value in latest.items())))
    assert (found.people, found.votes) == (len(people), len(latest))
    both = [voter for voter in found.points if voter in published]
    pairs = Counter((found.points[voter][2], published[voter]) for voter in both)
    assert len(found.groups) == 2
    assert sum(sorted(pairs.values())[-2:]) > 0.95 * len(both)


def test_neither_order_nor_names_change_the_map():
    cast = _yard()
    first = reckon(sheets(range(10), cast))
    assert [group.people for group in first.groups] == [40, 25]
    assert {each for each, _share in first.agreed} == {6, 7}
    assert not first.refused
    shuffled = random.Random(3).sample(cast, len(cast))
    other = reckon(sheets(range(10), ((f"x{hash(voter)}", *rest) for voter, *rest in shuffled)))
    assert (other.groups, other.order, other.agreed) == (first.groups, first.order, first.agreed)
    assert sorted(other.points.values()) == sorted(first.points.values())
    # Statements numbered otherwise: the same people stand together.
    turned = reckon(sheets(range(9, -1, -1), cast))
    assert {v: each[2] for v, each in turned.points.items()} == {
        v: each[2] for v, each in first.points.items()
    }


def test_the_axes_are_the_exact_ones_and_missing_votes_pull_nobody_inward():
    table, _voters = as_table(sheets(range(10), _yard()))
    filled, centre = plane.impute(table)
    axes, spread = plane.components(filled, centre)
    values, vectors = np.linalg.eigh(np.cov(filled.T))
    for number in (0, 1):
        assert abs(axes[number] @ vectors[:, -1 - number]) == pytest.approx(1, abs=1e-9)
        assert spread[number] == pytest.approx(values[-1 - number] / values.sum())
        assert axes[number][np.argmax(np.abs(axes[number]))] > 0
    row = np.array([1.0, *[np.nan] * 9])
    with_few = plane.lay_out(np.vstack([table, row]))
    own = (row[0] - with_few.centre[0]) * with_few.axes[:, 0] * np.sqrt(10)
    assert with_few.points[-1] == pytest.approx(own, abs=1e-8)


@pytest.mark.parametrize(
    ("per_side", "groups"),
    [((12, 5), [12, 5]), ((12, 4), [16]), ((5, 5), [5, 5]), ((4, 5), [9]), ((1, 0), [1])],
)
def test_no_group_of_fewer_than_five_is_ever_formed(per_side, groups):
    cast = [
        (f"{camp}-{number}", statement, 1 if camp else -1)
        for camp, size in enumerate(per_side)
        for number in range(size)
        for statement in range(8)
    ]
    found = reckon(sheets(range(8), cast))
    assert [group.people for group in found.groups] == groups
    assert all(marked.side for group in found.groups for marked in group.marks)
    assert bool(found.groups[0].marks) == (len(groups) > 1)


def test_nothing_and_the_same_from_everybody_are_maps_too():
    empty = reckon(sheets([1, 2], []))
    assert (empty.people, list(empty.groups), list(empty.order)) == (0, [], [])
    same = reckon(sheets([1, 2], [(n, each, 1) for n in range(20) for each in (1, 2)]))
    assert [group.people for group in same.groups] == [20]
    assert [each for each, _share in same.agreed] == [1, 2]
    labels, clearness = find_groups(np.zeros((30, 2)))
    assert (set(labels), clearness) == ({0}, 0.0)


def test_who_said_too_little_is_not_sorted_unless_there_are_few():
    full = [(f"a{n}", each, 1 if n % 2 else -1) for n in range(20) for each in range(8)]
    few = [("late", each, 1) for each in range(6)]
    assert "late" not in reckon(sheets(range(8), [*full, *few])).points
    assert "late" in reckon(sheets(range(8), [*full[:80], *few])).points
    # Votes taken from all the same for the counts.
    assert reckon(sheets(range(8), [*full, *few])).counts[0] == Count(11, 10, 21)


def test_only_the_last_vote_counts_and_what_was_taken_down_does_not():
    cast = [
        (1, "a", "s", 1),
        (3, "a", "s", -1),
        (2, "a", "s", 0),
        (3, "b", "s", 1),
        (3, "b", "s", 0),
    ]
    assert last_votes(cast) == {("a", "s"): DISAGREE, ("b", "s"): 0}
    assert sheets(["s"], [("a", "s", 1), ("a", "gone", 1), ("b", "gone", 1)]).rows == {
        "a": {"s": 1}
    }


def test_a_new_statement_is_shown_sooner_and_always_the_same_to_the_same_person():
    new, known, passed = Count(), Count(20, 20, 40), Count(2, 0, 40)
    assert asking.priority(new) > asking.priority(known) > asking.priority(passed)
    assert asking.priority(known, 2.0) == pytest.approx(9 * asking.priority(known))
    # By hand: P = 0, A = 1, S = 1: (1 − 1/3)·(2/3)·(1 + 8·2^(−1/5)), squared.
    assert asking.priority(Count(1, 0, 1)) == pytest.approx((4 / 9 * (1 + 8 * 2**-0.2)) ** 2)
    weighed = [("new", asking.priority(new)), ("known", asking.priority(known))]
    drawn = Counter(asking.next_of(weighed, whose=f"{n}") for n in range(400))
    share = weighed[0][1] / (weighed[0][1] + weighed[1][1])
    assert abs(drawn["new"] / 400 - share) < 0.08
    assert asking.next_of(weighed, whose="7") == asking.next_of(weighed[::-1], whose="7")
    assert asking.next_of([], whose="7") is None


def test_of_fewer_than_five_votes_nothing_is_said_of_a_group():
    four, five, all_ = Count(4, 0, 4), Count(5, 0, 5), Count(30, 0, 30)
    assert counting.is_shared([five, all_])
    assert not counting.is_shared([four, all_])
    assert not counting.is_shared([])
    against = Count(0, 30, 30)
    assert counting.marks_of(["s"], {"s": five}, {"s": against})
    assert not counting.marks_of(["s"], {"s": four}, {"s": against})


def test_parts_are_told_only_where_no_part_is_of_a_few_the_rest_included():
    for seen in itertools.product(range(7), repeat=3):
        *groups, rest = seen
        counts = [Count(n, 0, n) for n in groups]
        whole = sum(counts, Count(0, rest, rest))
        fine = all(part == 0 or part >= 3 for part in seen)
        assert saying.parts_told(whole, counts, floor=3) == fine, seen
        one = Count(whole.agree, 0, whole.agree)
        alone = all(part == 0 or part >= 3 for part in (one.seen, rest))
        assert saying.parts_told(whole, [one], floor=3) == alone, seen
    assert not saying.parts_told(Count(9, 0, 9), [Count(10, 0, 10)])
    assert [saying.total_told(Count(n, 0, n)) for n in (0, 9, 10)] == [False, False, True]
    due = [(9, 0, False), (10, 9, True), (19, 10, False), (20, 10, True), (29, 20, False)]
    assert [saying.map_due(people, told) for people, told, _due in due] == [d for *_x, d in due]
    assert saying.in_tens(Count(14, 15, 33)) == Count(10, 20, 30)
