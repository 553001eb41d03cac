"""Ballots out of files: counted rightly by every route, and nothing guessed."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from linli.governance.elections.ballots import count_ballots, read_ballots, sentence_of_problem
from linli.governance.elections.rules import Count, OfficeCount, declare, election_law
from linli.governance.elections.tests.vectors import data_folder
from linli.lib.tables import spreadsheet

LAW = election_law(date(2026, 6, 1))
HEAD = "甲,乙,丙\n"


def read(text, seats=2, name="选票.csv", **more):
    content = text if isinstance(text, bytes) else text.encode()
    return read_ballots(content, name, seats=seats, **more)


def codes(ballots):
    return [(problem.code, problem.cell) for problem in ballots.problems]


def test_one_row_a_paper_and_one_column_a_candidate():
    found = read(HEAD + "√,,\n○,1,\n,,\n×,弃权,✓\n")
    assert found.problems == ()
    assert found.candidates == ("甲", "乙", "丙")
    assert found.patterns == {("甲",): 1, ("甲", "乙"): 1, (): 1, ("丙",): 1}


@pytest.mark.parametrize(
    "text",
    [
        "所选,票数\n甲、乙,120\n丙,30\n,5\n废票,2\n",
        "甲,乙,丙,票数\n√,√,,120\n,,√,30\n,,,5\n废,,,2\n",
        "甲\t乙\t丙\tcount\n1\t1\t0\t120\n0\t0\t1\t30\n0\t0\t0\t5\nvoid\t0\t0\t2\n",
    ],
)
def test_patterns_with_their_numbers(text):
    found = read(text)
    assert found.patterns == {("甲", "乙"): 120, ("丙",): 30, (): 5, None: 2}
    assert found.cast == 157


def test_serial_numbers_and_stations_are_left_unread():
    found = read("票号,投票站," + HEAD + "1,东门,√,,\n2,西门,√,,\n3,西门,,,\n")
    assert found.patterns == {("甲",): 2, (): 1}
    assert found.remarks == ("notes_not_read",)


def test_a_table_that_tells_who_voted_is_not_counted():
    found = read("姓名," + HEAD + "某人,√,,\n")
    assert codes(found) == [("names_voters", "A1")]
    assert found.cast == 0


def test_every_fault_is_told_at_once_with_its_cell():
    found = read("甲,乙,丙,票数\n√,也许,,10\n√,x,,-3\n√,,,许多\n√,,,4\n")
    assert codes(found) == [
        ("mark_unknown", "B2"),
        ("number_negative", "D3"),
        ("mark_unclear", "B3"),
        ("number_unreadable", "D4"),
    ]
    assert found.faults == 4
    for problem in found.problems:
        assert sentence_of_problem(problem)


def test_a_cross_means_approval_only_where_somebody_says_so():
    found = read(HEAD + "X,,\n", marks=("x",))
    assert found.patterns == {("甲",): 1}


def test_a_paper_with_too_many_marks_is_no_fault_but_void():
    found = read(HEAD + "√,,\n√,√,√\n")
    assert found.problems == ()
    assert found.overmarked_rows == (3,)
    counted = count_ballots(found, seats=2, electors=3, mode="electors", law=LAW)
    assert counted.papers.cast == 2
    assert counted.papers.offices[0].void == 1
    assert dict(counted.outcome.offices[0].tally) == {"甲": 1, "乙": 0, "丙": 0}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (HEAD + "√,,\n√", "row_cut_off"),
        ("票号," + HEAD + "1,√,,\n2", "row_cut_off"),
        (HEAD + '√,,\n"√,,\n', "quote_torn"),
        ("", "empty_file"),
        (HEAD, "no_ballots"),
        ("票号,备注\n1,\n", "no_candidates"),
        ("甲,甲\n√,\n", "candidate_twice"),
        (b"PK\x03\x04torn", "torn_file"),
        (HEAD.encode() + b"\xff\xfe\xfa\n", "encoding_broken"),
        (HEAD + "√,,,√\n", "more_cells_than_headings"),
        ("甲,所选,票数\n,戊,3\n", "name_unknown"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_not_counted(content, code):
    found = read(content)
    assert [problem.code for problem in found.problems] == [code]
    assert found.faults == 1
    with pytest.raises(ValueError):
        count_ballots(found, seats=2, electors=3, mode="electors", law=LAW)


def test_the_last_line_may_lack_its_end():
    assert read(HEAD + "√,,\n,√,").patterns == {("甲",): 1, ("乙",): 1}
    assert read("票号," + HEAD + "1,√,,\n2,,√,").patterns == {("甲",): 1, ("乙",): 1}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_any_end_of_line_and_any_encoding(end, encoding):
    text = "票号,甲,乙,丙\n" + "".join(f"{n},√,,\n{n}a,,√,√\n\n" for n in range(30))
    found = read(text.replace("\n", end).encode(encoding))
    assert found.problems == ()
    assert found.patterns == {("甲",): 30, ("乙", "丙"): 30}


def test_a_workbook_gives_what_the_text_gives():
    rows = [["", "", "√"], ["1", "√", ""], ["", "废", ""], ["√", "√", "√"]]
    workbook = spreadsheet(rows, ["甲", "乙", "丙"])
    found = read(workbook, name="选票.xlsx")
    assert found.patterns == {("丙",): 1, ("甲", "乙"): 1, None: 1, ("甲", "乙", "丙"): 1}
    assert found.overmarked_rows == (5,)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.sets(st.sampled_from("甲乙丙")), st.integers(1, 9)), min_size=1, max_size=12
    )
)
def test_papers_one_by_one_patterns_and_the_rules_themselves_agree(papers):
    # A blank paper needs a serial number in a workbook, but none in text.
    marks = [["√" if name in names else "" for name in "甲乙丙"] for names, _n in papers]
    single = HEAD + "".join(
        (",".join(row) + "\n") * times for row, (_names, times) in zip(marks, papers, strict=True)
    )
    pattern = "甲,乙,丙,票数\n" + "".join(
        f"{','.join(row)},{times}\n" for row, (_names, times) in zip(marks, papers, strict=True)
    )
    quoted = single.replace("√", '"√"')
    cast = sum(times for _names, times in papers)
    votes = Counter()
    for names, times in papers:
        votes.update(dict.fromkeys(names, times) if len(names) <= 2 else {})
    void = sum(times for names, times in papers if len(names) > 2)
    office = OfficeCount(votes, 2, candidates=tuple("甲乙丙"), void=void)
    direct = declare(Count("electors", cast, cast, (office,)), law=LAW)
    for text in (single, pattern, quoted):
        found = count_ballots(read(text), seats=2, electors=cast, mode="electors", law=LAW)
        assert found.outcome == direct


CATEGORIES = """# FILE NAME: 1.cat
# DATA TYPE: cat
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 10
# NUMBER CATEGORIES: 2
# CATEGORY NAME 1: No
# CATEGORY NAME 2: Yes
# ALTERNATIVE NAME 1: 甲
# ALTERNATIVE NAME 2: 乙
# ALTERNATIVE NAME 3: 丙
6: {2,3},1
3: {},{1,2,3}
1: {1,2,3},{}
"""


def test_categories_are_marks():
    found = read(CATEGORIES, name="1.cat")
    assert found.patterns == {("甲",): 6, ("甲", "乙", "丙"): 3, (): 1}
    assert found.candidates == ("甲", "乙", "丙")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("1: {1,2,3},{}\n", ""), "preflib_short"),
        (("6: {2,3},1", "6: {2,3},9"), "alternative_unknown"),
        (("6: {2,3},1", "6: {2,3,1"), "preflib_broken"),
        (("6: {2,3},1", "-6: {2,3},1"), "number_negative"),
        (("TYPE: cat", "TYPE: wmd"), "preflib_unknown"),
    ],
)
def test_a_damaged_preflib_file_is_not_counted(change, code):
    found = read(CATEGORIES.replace(*change), name="1.cat")
    assert code in [problem.code for problem in found.problems]


@pytest.mark.parametrize("kind", ["soi", "toi", "soc", "toc"])
def test_rankings_are_no_marks_unless_the_first_place_may_be_read_so(kind):
    text = CATEGORIES.replace("cat", kind).replace("6: {2,3},1", "6: 2,3,1")
    assert codes(read(text)) == [("rankings_are_no_marks", None)]
    found = read(text, first=True)
    assert found.patterns[("乙",)] == 6


def test_the_published_ballots_of_vermont_are_counted_alike_by_every_route():
    for path in sorted((data_folder("elections") / "vermont2014").glob("*.toc")):
        found = read_ballots(path, path.name, seats=2)
        assert found.problems == ()
        again = read_ballots(path, path.name, seats=2, first=True)
        assert again.patterns == found.patterns
        names = found.candidates
        table = ",".join([*names, "票数"]) + "\n"
        papers = ",".join(["票号", *names]) + "\n"
        for pattern, times in found.patterns.items():
            marks = ["√" if name in pattern else "" for name in names]
            table += ",".join([*marks, str(times)]) + "\n"
            papers += "".join(f"{n},{','.join(marks)}\n" for n in range(times))
        words = {"seats": 2, "electors": 2000, "mode": "electors", "law": LAW}
        outcome = count_ballots(found, **words).outcome
        for text in (table, papers):
            assert count_ballots(read(text), **words).outcome == outcome


def test_an_assistant_judge_of_east_montpelier():
    path = data_folder("elections") / "vermont2014" / "00031-00000001.toc"
    found = read_ballots(path, path.name, seats=2)
    counted = count_ballots(found, seats=2, electors=1500, mode="electors", law=LAW)
    # Of 1,094 papers 548 are more than half.
    assert dict(counted.outcome.offices[0].tally) == {"Conlon": 598, "Kinzel": 464, "Lolli": 441}
    assert counted.outcome.elected == ("Conlon",)
    assert counted.outcome.offices[0].runoff_field == ("Kinzel", "Lolli")


def test_first_choices_of_burlington_whether_completed_or_not():
    folder = data_folder("elections") / "burlington"
    for number, most in (("00005-00000001", "Bob Kiss"), ("00005-00000002", "Kurt Wright")):
        told = []
        for kind in ("toc", "toi"):
            path = folder / f"{number}.{kind}"
            assert read_ballots(path, path.name, seats=1).problems
            found = read_ballots(path, path.name, seats=1, first=True)
            counted = count_ballots(found, seats=1, electors=20_000, mode="electors", law=LAW)
            assert not counted.outcome.valid
            told.append(counted.outcome.offices[0].tally)
        assert told[0] == told[1]
        assert told[0][0][0] == most


def test_first_choices_of_portland_from_the_workbook():
    path = data_folder("elections") / "portland2015" / "2015_portland_mayor_cvr.xlsx"
    assert codes(read_ballots(path, path.name, seats=1)) == [("rankings_are_no_marks", None)]
    found = read_ballots(path, path.name, seats=1, first=True)
    counted = count_ballots(found, seats=1, electors=150, mode="electors", law=LAW)
    tally = dict(counted.outcome.offices[0].tally)
    assert counted.papers.cast == 99
    assert counted.papers.offices[0].void == 1
    assert tally["Mavodones, Nicholas M. Jr."] == 13
    assert tally["Brennan, Michael F."] == tally["Vail, Christopher L."] == 6
