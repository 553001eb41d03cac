"""The catalogue of indicators and the six standards: whole, consistent, in two languages."""

import re
from datetime import date

import pytest
from django.utils.translation import override

from linli.evaluation.choices import IN_GROUP, OF_GROUP, UNITS
from linli.evaluation.definitions import Catalogue, catalogue, read_indicators
from linli.evaluation.engine.counting import Counts
from linli.evaluation.engine.values import reckon_values
from linli.evaluation.groups import groups
from linli.evaluation.own.choices import PERSON_WORDS
from linli.evaluation.periods import plan_span
from linli.evaluation.presentation import UNIT_WORDS, show_figure
from linli.evaluation.sources import kinds_declared
from linli.evaluation.standards import criteria, read_standards, standard_of, standards
from linli.evaluation.tests.made_up import a_catalogue, definition
from linli.evaluation.words import Words

NINE = {"SG": 12, "MG": 12, "SV": 12, "SF": 12, "EN": 11, "CU": 12, "OP": 12, "PB": 10, "BS": 10}


def test_the_six_standards_are_the_books_and_every_sentence_is_there_in_both_languages():
    assert [str(standard.title) for standard in standards()] == [
        "居民自治", "管理有序", "服务完善", "治安良好", "环境优美", "文明祥和",
    ]  # fmt: skip
    assert [len(standard.criteria) for standard in standards()] == [3, 4, 4, 3, 6, 5]
    for criterion in criteria().values():
        assert criterion.title.en
        assert criterion.says.en
    with override("en"):
        assert str(criteria()["S3.4"].title) == "Residents satisfied"
    assert standard_of("S3.4").code == "S3"


def test_codes_out_of_order_are_refused():
    texts = 'title = "甲"\ntitle_en = "A"\nsays = "乙"\nsays_en = "B"'
    text = f'[[standard]]\ncode = "S2"\n{texts}\ncriterion = []\n'
    with pytest.raises(ValueError, match="S2: its codes"):
        read_standards(text)


def test_all_hundred_and_eighteen_are_there_and_of_them_the_nine_groups_are_scored():
    rows = catalogue().rows
    by_group = {code: [row for row in rows if row.group == code] for code in groups()}
    assert {code: len(by_group[code]) for code in NINE} == NINE
    assert [row.id for row in by_group["CX"]] == [f"CX{number:02d}" for number in range(1, 13)]
    assert [row.id for row in by_group["DQ"]] == ["DQ01", "DQ02", "DQ03"]
    for code, number in NINE.items():
        assert [row.id for row in by_group[code]] == [
            f"{code}{n:02d}" for n in range(1, number + 1)
        ]
    assert sum(row.is_scored for row in rows) == 103
    assert all(row.is_scored for code in NINE for row in by_group[code])
    assert not any(row.is_own for row in rows)
    marks = [row.mark for row in rows if row.group != "WK"]
    told = {mark: marks.count(mark) for mark in ("book", "standard", "to_verify", "ours")}
    assert told == {"book": 36, "standard": 44, "to_verify": 10, "ours": 28}


def test_every_indicator_reads_what_a_room_tells_or_says_what_it_waits_for():
    known = set(kinds_declared())
    held = {name for name, kind in kinds_declared().items() if kind.held_back}
    for row in catalogue().rows:
        kinds = {*row.kinds, *row.known_by, *(row.against.kinds if row.against else ())}
        if row.within or row.aggregator == "parity":
            kinds |= set() if row.awaits else {OF_GROUP, IN_GROUP}
        assert kinds <= known, row.key
        assert bool(kinds) != (bool(row.awaits) or row.aggregator == "survey"), row.key
        if row.aggregator in ("distinct", "share_at_least", "kinds_each", "parity"):
            # What is held back has no tokens, so nobody could be told apart in it.
            assert not any(kind in held for kind in row.kinds), row.key


def test_every_indicator_says_in_both_languages_what_it_counts_and_on_what_ground():
    for row in catalogue().rows:
        texts = (row.title, row.says, row.numerator, row.source, *_given(row))
        for words in texts:
            assert (words.zh and words.en and words.zh != words.en) or words.zh == "100%", row.key
            assert not re.search(r"[一-鿿]", words.en), f"{row.key}: {words.en}"
        assert row.is_quotient == bool(row.denominator), row.key
        assert row.says.zh.endswith("。"), row.key
        assert row.says.en.endswith("."), row.key
        assert UNIT_WORDS[row.unit] is not None
    assert set(UNIT_WORDS) == UNITS


def _given(row):
    return [
        words for words in (row.denominator, row.target, row.note, row.awaits, row.guard) if words
    ]


def test_no_indicator_is_about_what_somebody_is_or_has():
    # Named to be ruled out ("by branch, never by member"), they may stand in a guard.
    for row in catalogue().rows:
        told = (
            f"{row.title.zh}{row.says.zh}{row.numerator.zh}{row.title.en} {row.says.en}".casefold()
        )
        found = [word for word in PERSON_WORDS if word in told and row.id != "CX05"]
        assert not found, f"{row.key}: {found}"
        if row.aggregator in ("distinct", "share_at_least", "parity"):
            assert row.people or row.minimum >= 10, row.key
            assert row.floor >= 10, row.key


def test_people_are_told_apart_within_a_year_only():
    for row in catalogue().rows:
        if row.aggregator in ("distinct", "share_at_least"):
            assert set(row.period_kinds) <= {"month", "quarter", "year"}


AWAITS = 'awaits = "等记录"\nawaits_en = "records"'
KINDS_OF_KINDS = 'against = { by = "count", kinds = ["a.d"] }'


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        (definition("AA01", "average", ["a.b"]), "no aggregator"),
        (definition("A1", "count", ["a.b"]), "an id is"),
        (definition("AA01", "count", []), "no kind"),
        (definition("AA01", "count", ["a.b"], unit="percent"), "percent of what"),
        (definition("AA01", "count", ["a.b"], unit="stars"), "no unit"),
        (definition("AA01", "count", ["a.b"], extra="interval = true"), "an interval needs"),
        (definition("AA01", "count", ["a.b"], extra="minimum = 5"), "from the first"),
        (definition("AA01", "count", ["a.b"], extra='every = "week"'), "no period"),
        (definition("AA01", "share_at_least", ["a.b"]), "how many months"),
        (definition("AA01", "ratio_of_sums", ["a.b"], extra='goalposts = ["1", "2"]'), "context"),
        (
            definition("AA01", "count", ["a.b"], extra='against = { by = "count" }'),
            "against a kind",
        ),
        (definition("AA01", "count", ["a.b"], extra="weight = 3"), "unknown: weight"),
        (definition("AA01", "count", ["a.b"], extra="capped = true"), "capped at the whole"),
        (definition("AA01", "count", ["a.b"], extra='basis = "guessed"'), "no basis"),
        (definition("AA01", "count", ["a.b"], extra='basis = "survey"'), "asks a sample"),
        (definition("AA01", "survey", [], extra='basis = "survey"'), "asks for an item"),
        (
            definition("AA01", "survey", ["a.b"], extra='basis = "survey"\nitem = "safe"'),
            "reads no kinds",
        ),
        (definition("AA01", "count", ["a.b"], extra=AWAITS), "awaits a source reads no"),
        (
            definition("AA01", "distinct", ["a.b"], extra='within = "age60"\npeople = true'),
            "denominator is not named",
        ),
        (
            definition("AA01", "count", ["a.b"], extra='within = "age60"\n# against'),
            "only persons are counted within",
        ),
        (
            definition("AA01", "distinct", ["a.b"], extra='within = "left-handed"\n# against'),
            "no such group of residents",
        ),
        (definition("AA01", "parity", ["a.b"], unit="ratio"), "parity of groups of how many"),
        (
            definition("AA01", "parity", ["a.b"], extra='minimum = 50\nbetween = ["male", "male"]'),
            "two different groups",
        ),
        (
            definition("AA01", "parity", ["a.b"], extra='minimum = 50\nbetween = ["male"]'),
            "between two groups",
        ),
        (definition("AA01", "kinds_each", ["a.b"]), "where there are several"),
        (definition("AA01", "kinds_present", ["a.b", "a.c"], extra=KINDS_OF_KINDS), "could be"),
        (definition("AA01", "ratio_of_sums", ["a.b"], unit="index"), "an index comes of"),
        (definition("AA01", "count", ["a.b"]).replace('title_en = "Some figure"', ""), "both lang"),
        (definition("AA01", "count", ["a.b"]).replace('"S2.2"', '"S9.9"'), "no such criterion"),
    ],
)
def test_a_definition_that_cannot_be_reckoned_is_refused_with_its_name(text, flaw):
    with pytest.raises(ValueError, match=flaw) as refused:
        read_indicators(text)
    assert str(refused.value).startswith(("AA01@1", "A1@1"))


def test_letters_name_the_group_and_whatever_awaits_its_records_is_never_reckoned():
    text = definition("SV01", "last", [], extra=AWAITS)
    (row,) = read_indicators(text)
    assert row.group == "SV"
    assert not row.has_source
    assert not row.is_counted
    assert str(show_figure(row, None, sees_all=False).note).startswith("还没有来源")
    (other,) = read_indicators(definition("AA01", "count", ["a.b"]))
    assert other.group == "WK"
    assert not other.is_scored
    assert reckon_nothing(Catalogue([row])) == []


def reckon_nothing(known):
    span = plan_span(date(2026, 11, 23))
    return list(reckon_values(known, span.periods, Counts()))


def test_goalposts_stand_in_the_order_of_the_direction():
    text = definition("AA01", "ratio_of_sums", ["a.b"], extra='goalposts = ["90", "10"]')
    with pytest.raises(ValueError, match="goalposts: worst, best"):
        read_indicators(text.replace('direction = "context"', 'direction = "higher"'))
    assert read_indicators(text.replace('direction = "context"', 'direction = "lower"'))


def test_versions_follow_each_other_in_number_and_time():
    first = definition("AA01", "count", ["a.b"])
    second = definition("AA01", "count", ["a.c"], version=2, since="2026-07-01")
    known = a_catalogue(first, second)
    assert known.in_force("AA01", date(2026, 6, 30)).version == 1
    assert known.in_force("AA01", date(2026, 7, 1)).version == 2
    assert known.in_force("AA01", date(2019, 1, 1)) is None
    with pytest.raises(ValueError, match="version 3 follows"):
        a_catalogue(first, second.replace("version = 2", "version = 3"))
    with pytest.raises(ValueError, match="begins before"):
        a_catalogue(first, second.replace("2026-07-01", "2019-07-01"))
    assert isinstance(known, Catalogue)


def test_texts_speak_the_readers_language():
    words = Words("户数", "households")
    with override("zh-hans"):
        assert str(words) == "户数"
    with override("en"):
        assert str(words) == "households"
