"""The rules of 诉求, without a database."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from linli.service.matters import rules
from linli.service.matters.rules import Candidate, Line, RoutedMatter

SHANGHAI = ZoneInfo("Asia/Shanghai")


def line(number, **conditions):
    plain = {
        "kinds": (),
        "words": (),
        "channels": (),
        "path": "",
        "handling": "assist",
        "body": None,
        "assignee": None,
        "promise_days": None,
    }
    return Line(id=UUID(int=number), name=str(number), **{**plain, **conditions})


MATTER = RoutedMatter("stair_light", "三楼的灯不亮", "tag", "a/b/c")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("厨房着火了快来", "119"),
        ("楼道有煤气味", "119"),
        ("老人晕倒了", "120"),
        ("有人持刀", "110"),
        ("ＦＩＲＥ in the kitchen", "119"),
    ],
)
def test_words_of_danger_name_the_number_to_call(text, number):
    assert number in [call.number for call in rules.emergencies(text)]


@pytest.mark.parametrize("text", ["楼道灯不亮", "希望安装灭火器", "广场舞太吵", "消防通道被占"])
def test_everyday_words_do_not_stop_the_form(text):
    assert rules.emergencies(text) == ()


def test_every_word_of_the_script_stops_the_form_on_the_server_too():
    for word in rules.emergency_words():
        assert rules.emergencies(f"这里{word}了"), word


def test_the_first_line_that_fits_decides():
    lines = [line(1, kinds=("lift",)), line(2, words=("灯",)), line(3)]
    assert rules.route(lines, MATTER).name == "2"


def test_a_line_without_conditions_fits_everything_and_no_line_means_none():
    assert rules.route([line(1)], MATTER).name == "1"
    assert rules.route([], MATTER) is None


@pytest.mark.parametrize(
    ("path", "fits"), [("a", True), ("a/b", True), ("a/b/c", True), ("a/bc", False), ("b", False)]
)
def test_a_place_covers_what_lies_under_it_and_not_what_is_called_alike(path, fits):
    assert line(1, path=path).fits(MATTER) is fits


def test_all_conditions_of_a_line_must_hold():
    both = line(1, kinds=("stair_light",), channels=("phone",))
    assert not both.fits(MATTER)


def test_the_line_promises_before_the_kind_and_the_kind_before_the_pack():
    assert rules.promise_days(line=2, kind=5, pack=15) == 2
    assert rules.promise_days(line=None, kind=5, pack=15) == 5
    assert rules.promise_days(line=None, kind=None, pack=15) == 15


@pytest.mark.parametrize(("days", "open_"), [(0, True), (29, True), (30, True), (31, False)])
def test_a_poor_rating_reopens_up_to_and_with_the_last_day(days, open_):
    answered = date(2026, 3, 1)
    finding = rules.may_reopen(answered, answered + timedelta(days=days), window_days=30)
    assert finding.holds is open_
    assert finding.numbers["last_day"] == date(2026, 3, 31)


def test_only_a_poor_rating_reopens():
    assert [score for score in ("good", "fair", "poor") if rules.reopens(score)] == ["poor"]


def test_nothing_can_be_raised_after_it_was_written_down():
    moment = datetime(2026, 3, 1, 9, tzinfo=SHANGHAI)
    assert rules.timely(moment, moment)
    assert not rules.timely(moment + timedelta(seconds=1), moment)


def digest(words):
    return words.hex().ljust(64, "0")


def test_one_spot_however_it_is_typed():
    assert rules.spot_of(None, "３号楼 门口", digest) == rules.spot_of(None, "3号楼门口", digest)
    assert rules.spot_of(None, "  ", digest) == ""
    assert rules.spot_of(UUID(int=7), "随便", digest) == f"p:{UUID(int=7).hex}"


def candidate(number, **parts):
    plain = {"kind": "noise", "path": "", "spot": "", "text": ""}
    return Candidate(id=UUID(int=number), **{**plain, **parts})


def test_the_same_fault_on_the_same_stair_is_a_likely_duplicate():
    found = rules.likely_duplicates(
        "三楼的灯不亮",
        "stair_light",
        "a/b/c",
        "p:1",
        [candidate(1, kind="stair_light", path="a/b/c", spot="p:1", text="楼道灯坏了")],
    )
    assert [each.id for each, _weight in found] == [UUID(int=1)]


def test_another_kind_in_another_compound_is_none():
    found = rules.likely_duplicates(
        "三楼的灯不亮", "stair_light", "a/b/c", "p:1", [candidate(1, path="x/y/z", text="太吵")]
    )
    assert found == []


@given(st.lists(st.integers(0, 3), max_size=12), st.text("灯楼坏黑", max_size=12))
def test_duplicates_come_likeliest_first_and_never_more_than_asked(spots, text):
    candidates = [
        candidate(number, kind="stair_light", spot=f"p:{spot}", text=text)
        for number, spot in enumerate(spots)
    ]
    found = rules.likely_duplicates(text, "stair_light", "", "p:1", candidates)
    weights = [weight for _each, weight in found]
    assert len(found) <= 4
    assert weights == sorted(weights, reverse=True)
    assert all(weight >= Fraction(1, 2) for weight in weights)
