from datetime import date

import pytest

from linli.lib.law import all_citations, cite
from linli.lib.law.citations import Status, read_law

_LAW = """
[law]
title = "某法"
title_en = "Some Law"
in_force_from = 2026-01-01
verified_on = 2026-11-23
"""
_ARTICLE = """
[articles.7]
status = "verified"
paraphrase = "说明"
paraphrase_en = "What it says"
"""


def test_an_article_is_cited_by_law_and_number():
    citation = cite("rcl2025.34")
    assert citation.key == "rcl2025.34"
    assert citation.title == "城市居民委员会组织法"
    assert citation.article == "34"
    assert citation.in_force_from == date(2026, 1, 1)
    assert "十五日" in citation.paraphrase
    assert "15 days" in citation.paraphrase_en
    assert citation.status is Status.VERIFIED


@pytest.mark.parametrize(
    ("key", "chinese"),
    [
        ("rcl2025.3", "《城市居民委员会组织法》第三条"),
        ("rcl2025.10", "《城市居民委员会组织法》第十条"),
        ("rcl2025.19", "《城市居民委员会组织法》第十九条"),
        ("rcl2025.20", "《城市居民委员会组织法》第二十条"),
        ("civil_code.200", "《民法典》第二百条"),
        ("civil_code.203", "《民法典》第二百零三条"),
        ("eco_code.598", "《生态环境法典》第五百九十八条"),
        ("civil_code.990", "《民法典》第九百九十条"),
        ("civil_code.1032", "《民法典》第一千零三十二条"),
        ("civil_code.1259", "《民法典》第一千二百五十九条"),
    ],
)
def test_a_citation_reads_as_people_write_it(key, chinese):
    assert cite(key).reference == chinese


def test_a_citation_reads_in_english_too():
    assert cite("civil_code.203").reference_en == "Civil Code, Art. 203"


def test_a_wrong_key_is_answered_with_the_nearest():
    with pytest.raises(KeyError, match=r"civil_code\.1259"):
        cite("civil_code.1295")
    with pytest.raises(KeyError, match=r"rcl2025\.34"):
        cite("rcl2025-34")


def test_the_articles_the_house_stands_on_are_there():
    needed = {
        "rcl2025": [3, *range(8, 11), *range(12, 41), 42, 43],
        "sichuan2026": [12, 14, 16, 17, 20, 22, 26, *range(28, 34), 35, 36, 38, 39, 40, 43],
        "civil_code": [*range(200, 205), 990, 1032, *range(1034, 1040), 1045, 1259],
        "pipl": [5, 6, 13, 16, 17, 19, 23, 24, 25, 28, 29, *range(44, 51), 51, 55, 56, 57],
        "petition": [22, 23, 34, 35, 36],
        "gov_info": [33],
        "eco_code": [598, 599],
        "public_security": [88],
        "social_assistance": [5, 39, 44],
        "barrier_free": [40, 48],
    }
    for law, articles in needed.items():
        for article in articles:
            assert cite(f"{law}.{article}")


def test_all_citations_come_law_by_law_in_the_order_of_articles():
    citations = all_citations()
    assert len({citation.key for citation in citations}) == len(citations)
    pipl = [int(citation.article) for citation in citations if citation.title == "个人信息保护法"]
    assert pipl == sorted(pipl)


def test_every_paraphrase_is_said_in_both_languages():
    for citation in all_citations():
        assert citation.paraphrase.endswith("。"), citation.key
        assert any("一" <= letter <= "鿿" for letter in citation.paraphrase), citation.key
        assert citation.paraphrase_en.endswith("."), citation.key
        assert not any("一" <= letter <= "鿿" for letter in citation.paraphrase_en), citation.key


def test_no_law_is_cited_before_it_was_read():
    for citation in all_citations():
        if citation.status is Status.VERIFIED:
            assert citation.verified_on is not None, citation.key


@pytest.mark.parametrize(
    "text",
    [
        _ARTICLE,  # no law
        _LAW,  # no articles
        _LAW + _ARTICLE.replace("verified", "believed"),
        _LAW + _ARTICLE.replace('paraphrase_en = "What it says"', ""),
        _LAW + _ARTICLE + 'note = "?"',
        _LAW.replace("2026-01-01", '"2026-01-01"') + _ARTICLE,
        _LAW.replace("2026-01-01", "2026-01-01T00:00:00") + _ARTICLE,
        _LAW.replace("verified_on = 2026-11-23", "") + _ARTICLE,
        _LAW + _ARTICLE.replace("articles.7", "articles.seven"),
        "[law\n",
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_refused_by_name(text):
    with pytest.raises(ValueError, match="some_law"):
        read_law("some_law", text)


def test_a_file_that_is_as_it_should_be_is_read():
    (citation,) = read_law("some_law", _LAW + _ARTICLE)
    assert citation.reference == "《某法》第七条"
