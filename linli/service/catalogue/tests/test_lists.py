"""The list that comes with the house: twenty items, each with an office that does it."""

from linli.lib.law.packs import ParameterStatus
from linli.service.catalogue.lists import national_list, office_kinds


def test_the_list_has_its_twenty_items_in_order_each_once():
    items = national_list().items
    assert [item.number for item in items] == list(range(1, 21))
    assert len({item.key for item in items}) == len({item.title for item in items}) == 20


def test_every_banned_item_names_an_office_that_can_be_reached_and_what_to_bring():
    kinds = office_kinds()
    for item in national_list().items:
        assert kinds[item.office].hotline, item.key
        assert item.papers, item.key
        assert len(item.papers) == len(item.papers_en), item.key
        assert all((item.way_on, item.way_on_en, item.title_en)), item.key


def test_what_nobody_has_held_against_the_document_says_so():
    assert national_list().status is ParameterStatus.TO_VERIFY
    assert national_list().document == "民发〔2020〕20号"
