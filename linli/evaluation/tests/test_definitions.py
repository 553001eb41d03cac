"""The catalogue of indicators and the six standards: whole, consistent, in two languages."""

from datetime import date

import pytest
from django.utils.translation import override

from linli.evaluation.definitions import Catalogue, catalogue, read_indicators
from linli.evaluation.sources import kinds_declared
from linli.evaluation.standards import criteria, read_standards, standard_of, standards
from linli.evaluation.tests.made_up import a_catalogue, definition
from linli.evaluation.words import Words

# Registers kept below the rooms; a figure measured against one that is not there says so.
REGISTERS = {"people.residents", "places.households"}


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


def test_every_indicator_can_be_reckoned_from_facts_the_house_declares():
    known = set(kinds_declared()) | REGISTERS
    for row in catalogue().rows:
        kinds = {*row.kinds, *row.known_by, *(row.against.kinds if row.against else ())}
        declared = {kind for kind in kinds if kind.partition(".")[0] in _rooms(known)}
        assert declared <= known, row.key


def _rooms(kinds):
    return {kind.partition(".")[0] for kind in kinds} - {"people", "places"}


def test_every_indicator_names_its_source_and_says_what_it_counts():
    for row in catalogue().rows:
        assert row.source.zh
        assert row.source.en
        assert row.mark in ("book", "standard", "to_verify", "ours")
        assert row.standards


def test_people_are_told_apart_within_a_year_only():
    for row in catalogue().rows:
        if row.aggregator in ("distinct", "share_at_least"):
            assert set(row.period_kinds) <= {"month", "quarter", "year"}


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
        (definition("AA01", "count", ["a.b"]).replace('title_en = "Some figure"', ""), "both lang"),
        (definition("AA01", "count", ["a.b"]).replace('"S2.2"', '"S9.9"'), "no such criterion"),
    ],
)
def test_a_definition_that_cannot_be_reckoned_is_refused_with_its_name(text, flaw):
    with pytest.raises(ValueError, match=flaw) as refused:
        read_indicators(text)
    assert str(refused.value).startswith(("AA01@1", "A1@1"))


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
