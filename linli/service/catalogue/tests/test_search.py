"""Whoever comes says it in their own words, and finds it."""

import pytest

from linli.service.catalogue.lists import national_list
from linli.service.catalogue.rules.search import Term, find

TERMS = [
    Term(item.key, (item.title,), item.words, (item.title_en, *item.words_en))
    for item in national_list().items
]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("无犯罪记录证明", "no_criminal_record"),
        ("开无犯罪记录证明", "no_criminal_record"),
        ("没有犯罪记录", "no_criminal_record"),
        ("孩子要政审，说没坐过牢", "no_criminal_record"),
        ("wufanzui", "no_criminal_record"),
        ("kaiwufanzuijilu zhengming", "no_criminal_record"),
        ("wfzjl", "no_criminal_record"),
        ("criminal record certificate", "no_criminal_record"),
        ("我还活着", "alive"),
        ("开个我还活着的证明", "alive"),
        ("jianzai", "alive"),
        ("wohaihuozhe", "alive"),
        ("proof that I am still alive", "alive"),
        ("房子是我的", "property"),
        ("我名下没房，开无房证明", "property"),
        ("the house is mine", "property"),
        ("证明我妈是我妈", "kinship"),
        ("亲属关系", "kinship"),
        ("单身", "marital"),
        ("danshen", "marital"),
        ("身份证丢了", "lost_document"),
        ("办狗证", "dog"),
        ("营业执照的地址", "business_premises"),
        ("继承老人留下的房", "inheritance"),
    ],
)
def test_what_people_say_leads_to_what_they_mean(said, meant):
    assert find(said, TERMS)[0] == meant, find(said, TERMS)[:3]


@pytest.mark.parametrize("item", national_list().items, ids=lambda item: item.key)
def test_each_is_found_by_its_title_in_both_languages(item):
    assert find(item.title, TERMS)[0] == item.key
    assert find(item.title_en, TERMS)[0] == item.key
    for word in item.words:
        assert find(word, TERMS)[0] == item.key, word


def test_no_words_list_everything_and_strange_words_nothing():
    assert len(find("", TERMS)) == len(find("开证明", TERMS)) == 20
    assert find("量子纠缠", TERMS) == []
    assert find("xyzxyz", TERMS) == []
