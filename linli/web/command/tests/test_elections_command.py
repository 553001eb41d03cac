"""`linli elections count`: the outcome for a script and for a person, faults by row, exit codes."""

import json

import click
import pytest
from click.testing import CliRunner

from linli.web.command import console, elections


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LINLI_LANG", "en")


@pytest.fixture
def table(tmp_path):
    def write(text):
        path = tmp_path / "ballots.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def call(*words):
    """The exit code, what went to stdout and what to stderr."""
    codes = []

    @click.command(context_settings={"ignore_unknown_options": True})
    @click.argument("rest", nargs=-1, type=click.UNPROCESSED)
    def whole(rest):
        codes.append(console.run(elections.command, list(rest)))

    result = CliRunner().invoke(whole, ["--", *map(str, words)])
    assert result.exception is None, result.exception
    return codes[0], result.stdout, result.stderr


def count(path, *words, seats=3, electors=1000, mode="electors", on="2026-06-01"):
    return call(
        "count", path, "--seats", seats, "--electors", electors, "--mode", mode, "--on", on, *words
    )


FIRST = "所选,票数\n丙、丁、戊,250\n丙、丁,49\n丙、己、戊,30\n丙、己,91\n己,79\n庚,101\n"


def test_the_outcome_for_a_script(table):
    code, out, _err = count(table(FIRST), "--json")
    told = json.loads(out)
    assert code == 0
    assert told["valid"] is True
    assert told["elected"] == ["丙"]
    assert told["seats_left"] == 2
    assert told["runoff_field"] == ["丁", "戊", "己"]
    assert told["tally"] == {"丙": 420, "丁": 299, "戊": 280, "己": 200, "庚": 101}
    for finding in told["findings"]:
        assert finding.keys() >= {"rule", "citation", "numbers", "truth"}
        assert finding["citation"]
    majority = [f for f in told["findings"] if f["rule"] == "elections.has_majority"]
    assert [f["truth"] for f in majority] == [True, False, False, False, False]
    assert majority[0]["numbers"]["share"] == "1/2"


def test_a_tie_at_the_cut_is_voted_on_again(table):
    text = "所选,票数\n丙丁戊,200\n丙丁己,90\n丙己,130\n丁戊己,60\n戊,70\n己,50\n"
    text = (
        text.replace("丙丁", "丙、丁、").replace("丙己", "丙、己").replace("丁戊己", "丁、戊、己")
    )
    told = json.loads(count(table(text), "--json")[1])
    assert told["elected"] == ["丙", "丁"]
    assert (told["seats_left"], told["runoff_field"]) == (1, ["己", "戊"])
    assert told["tied"] == ["己", "戊"]


@pytest.mark.parametrize(("votes", "elected"), [(180, ["丁", "戊"]), (179, ["丁"])])
def test_a_run_off_just_at_one_third(table, votes, elected):
    text = f"所选,票数\n丁,{540 - votes}\n戊,{votes}\n"
    told = json.loads(count(table(text), "--runoff", "--json", seats=2)[1])
    assert told["elected"] == elected
    assert told["seats_left"] == 2 - len(elected)


def test_whoever_does_not_stand_in_the_run_off_is_not_elected(table):
    path = table("所选,票数\n丁,300\n戊,250\n")
    told = json.loads(count(path, "--runoff", "--field", "戊", "--json", seats=1)[1])
    assert told["elected"] == ["戊"]
    code, _out, err = count(path, "--field", "戊,某人", seats=1)
    assert code == 2
    assert "某人" in err


def test_two_thirds_of_the_representatives_are_no_election(table):
    path = table("所选,票数\n甲,40\n")
    code, out, _err = count(path, "--json", seats=1, electors=60, mode="representatives")
    told = json.loads(out)
    assert (code, told["valid"], told["elected"], told["seats_left"]) == (0, False, [], 1)
    told = json.loads(count(path, "--json", seats=1, electors=59, mode="representatives")[1])
    assert (told["valid"], told["elected"]) == (True, ["甲"])


def test_more_ballots_than_were_issued(table):
    told = json.loads(count(table(FIRST), "--issued", 599, "--json")[1])
    assert told["valid"] is False


def test_a_person_reads_each_step_and_the_result(table):
    code, out, _err = count(table(FIRST))
    assert code == 0
    assert "600 of 1,000 voted, more than 1/2" in out
    assert "Art. 19" in out
    assert "Elected: 丙; seats left: 2." in out
    assert "Who stands again: 丁, 戊, 己." in out


def test_the_place_and_the_day_choose_the_law(table):
    path = table(FIRST)
    told = json.loads(count(path, "--of", "cn-51", "--json")[1])
    assert told["runoff_field"] == ["丁", "戊", "己", "庚"]
    assert count(path, on="2025-12-31")[0] == 2
    assert count(path, "--of", "Sichuan")[0] == 2


def test_all_faults_are_told_and_nothing_is_counted(table):
    path = table("甲,乙,票数\n√,也许,10\n√,,-3\n")
    code, out, err = count(path)
    assert (code, out) == (1, "")
    assert "B2" in err
    assert "C3" in err
    assert "2 faults" in err
    code, out, _err = count(path, "--json")
    assert code == 1
    assert [reason["cell"] for reason in json.loads(out)["reasons"]] == ["B2", "C3"]


def test_a_million_papers_are_counted_and_the_fault_in_one_is_found(table):
    papers = 1_000_000
    text = "票号,甲,乙\n" + "".join(f"{n},√,\n" for n in range(papers))
    path = table(text)
    told = json.loads(count(path, "--json", seats=1, electors=papers)[1])
    assert (told["cast"], told["elected"]) == (papers, ["甲"])
    path.write_text(f"{text}x,乙？,\n", encoding="utf-8")
    code, _out, err = count(path, seats=1, electors=papers)
    assert code == 1
    assert "B1000002" in err
