"""Pabulib files: what is wrong with one is told; anybody counts a written one the same."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from linli.governance.budgeting.pabulib import (
    read_pb,
    recount_pb,
    recount_script,
    sentence_of_fault,
    write_pb,
)
from linli.governance.budgeting.rules.count import CountRules, Method, Profile, Stop, count
from linli.governance.budgeting.rules.publishing import tidy
from linli.governance.budgeting.tests.voted import TOY_NAMES, YUAN, toy
from linli.governance.elections.tests.vectors import data_folder

WHOLE = '''META
key;value
budget;2500.50
vote_type;cumulative
num_projects;2
num_votes;2
PROJECTS
project_id;cost;name
a;600;凉亭
b;800.5;"路灯；""亮"""
VOTES
voter_id;vote;points
1;a,b;2,1
2;b;3
'''
FILES = (
    "Netherlands_Assen_2024",
    "Poland_Gdynia_2020_Chwarzno-Wiczlino__small",
    "Poland_Katowice_2024_Ligota_-_Panewniki",
    "Poland_Krakow_2025_Grzegorzki",
    "Poland_Warszawa_2017_Ursynow_Wysoki_Poludniowy",
    "Poland_Wroclaw_2016_Rejon_nr_9_250",
    "Switzerland_Zurich_D10",
    "Switzerland_Zurich_S5",
    "Switzerland_Zurich_S5R",
    "Switzerland_Zurich_SN",
)


def test_a_file_with_faults_is_refused_with_the_line_and_the_way_on():
    election = read_pb(WHOLE.encode("utf-8-sig"))
    assert not election.problems
    assert (election.profile.budget, election.projects[1].cost) == (250050, 80050)
    assert election.names["b"] == '路灯；"亮"'
    assert election.profile.votes == {"a": 2, "b": 4}
    faults = [
        ("", "", {"pb_empty": 0}),
        ("META", "name;age", {"pb_not_pabulib": 0}),
        ("VOTES\n", "", {"pb_section_missing": 0}),
        ("VOTES", "META", {"pb_section_twice": 0}),
        ("voter_id;vote;", "voter;", {"pb_column_missing": 0}),
        ("600;凉亭", '600;"凉亭', {"pb_num_projects": 0}),
        ('"路灯；""亮"', '"路灯', {"pb_section_missing": 0}),
        ("budget;2500.50\n", "", {"pb_budget_missing": 0}),
        ("2500.50", "2500,50", {"pb_budget_unreadable": 0}),
        ("2500.50", "0", {"pb_budget_not_positive": 0}),
        ("cumulative", "ranked", {"pb_vote_type": 0}),
        ("a;600", "a;-600", {"pb_cost_not_positive": 9}),
        ("a;600", "a;许多", {"pb_cost_unreadable": 9}),
        ("b;800.5", "a;800.5", {"pb_project_twice": 10, "pb_project_unknown": 14}),
        ("2;b;3", "1;b;3", {"pb_voter_twice": 14}),
        ("2;b;3", "2;c;3", {"pb_project_unknown": 14}),
        ("2;b;3", "2;b,b;3,3", {"pb_named_twice": 14}),
        ("2;b;3", "2;b;", {"pb_points": 14}),
        ("2;b;3", "2;b;-3", {"pb_points_negative": 14}),
        ("2;b;3\n", "", {"pb_num_votes": 0}),
        ("2;b;3", "2;b;3;4;5", {"pb_line_torn": 14, "pb_num_votes": 0}),
        ("1;a,b;2,1\n2;b;3\n", "", {"pb_num_votes": 0, "pb_no_votes": 0}),
        ("num_projects;2", "num_projects;20", {"pb_num_projects": 0}),
    ]
    for old, new, told in faults:
        broken = read_pb(WHOLE.replace(old, new, 1).encode() if old else b" \n")
        assert broken.profile is None, (old, new)
        found = {problem.code: problem.row for problem in broken.problems}
        assert {code: found.get(code) for code in told} == told, (old, new, found)
        assert all(sentence_of_fault(problem) for problem in broken.problems)
        assert broken.faults == len(broken.problems)
    for raw in (WHOLE.encode("gb18030"), WHOLE.encode("utf-16"), WHOLE.encode() + b"\x00"):
        assert read_pb(raw).problems[0].code == "pb_encoding"
    assert read_pb(WHOLE.encode("gb18030")).problems[0].numbers == {"line": 9}


def test_what_is_written_is_read_back_and_counted_again_by_the_script(tmp_path):
    (tmp_path / "recount_pb.py").write_bytes(recount_script())
    toy_ = toy()
    points = Profile.of_points(
        1000 * YUAN + 1,
        {"1": 30_003, "2": 60_000, "3": 60_000},
        [({"1": 1, "2": 2, "3": 2}, 3), ({"2": 3}, 2), ({"3": 3}, 2), ({}, 1)],
    )
    votes = [
        (toy_, CountRules(lot="签")),
        (toy_, CountRules(stop=Stop.OVERSHOOT, compared=True, threshold=True)),
        (toy_, CountRules(Method.GREEDY, least=4)),
        (toy_, CountRules(Method.GREEDY_NO_SKIP)),
        (points, CountRules(lot=tidy(" 二〇　二六\u2028三\t"), step=7)),
    ]
    for number, (profile, rules) in enumerate(votes):
        outcome = count(profile, rules)
        raw = write_pb(
            profile,
            names=TOY_NAMES,
            meta={"description": "一次\n投票"},
            rules=rules,
            outcome=outcome,
        )
        election = read_pb(raw)
        assert not election.problems
        assert not election.remarks
        assert election.profile == profile
        assert election.recorded == set(outcome.won)
        assert count(election.profile, election.rules).won == outcome.won
        if number % 2 == 0:
            file = tmp_path / f"{number}.pb"
            file.write_bytes(raw)
            assert _counted_again(tmp_path / "recount_pb.py", file) == list(outcome.won)
    listed = write_pb(
        toy_, names={}, meta={}, rules=CountRules(), papers=[("7F3K", (("4", 1),))]
    ).decode()
    assert listed.endswith("voter_id;vote\n7F3K;4\n")
    with pytest.raises(ValueError, match="a key"):
        write_pb(replace(toy_, costs={"a,b": 1}), names={}, meta={}, rules=CountRules())


def _counted_again(script, file):
    told = subprocess.run(
        [sys.executable, "-I", str(script), str(file)], capture_output=True, check=True, text=True
    ).stdout
    return [line.split("\t")[0] for line in told.splitlines()[:-1]]


@pytest.mark.parametrize("name", FILES)
def test_ten_real_votes(name):
    """Greedy winners are those the file records; equal shares keep what they promise."""
    file = data_folder("budget_votes") / f"{name}.pb"
    election = read_pb(file)
    assert not election.problems
    profile = election.profile
    if election.rules and election.rules.method is not Method.EQUAL_SHARES:
        assert set(count(profile, replace(election.rules, lot="签")).won) == election.recorded
    # In float64 where it would take long; the last share is always counted in fractions.
    outcome = count(profile, CountRules(lot="签"), exact_up_to=300)
    assert outcome.agreed
    assert outcome.cost <= outcome.budget
    for winner in outcome.winners:
        assert sum(each.amount * each.voters for each in winner.payments) == winner.cost
        assert max(each.amount for each in winner.payments) <= outcome.share
    assert all(loser.missing > 0 for loser in outcome.losers if loser.missing is not None)
    if "Assen" in name:
        assert set(outcome.won) == {"2", "3", "5", "6", "9", "11", "12", "13", "14"}
        assert (outcome.cost, round(outcome.share)) == (76_700_00, 2033_48)
        assert election.recorded == set(outcome.won)
        script = Path(recount_pb.__file__)
        assert _counted_again(script, file) == list(outcome.won)
