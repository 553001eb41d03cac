"""What people read in the place of a parameter's name."""

from linli.lib.law.packs import shipped
from linli.lib.law.titles import is_example, place_title, subject_of, subjects, title_of, untitled


def test_every_parameter_has_a_title_in_both_languages_and_a_subject():
    rules = set(shipped().rules)
    assert untitled(rules) == set()
    for rule in rules:
        title = title_of(rule)
        assert title.zh
        assert title.en
        assert title.en.isascii(), rule
        assert subject_of(rule)[0] in subjects()


def test_every_place_has_a_name_unless_its_pack_is_an_example():
    for row in shipped().rows:
        assert is_example(row.jurisdiction) or place_title(row.jurisdiction).zh != row.jurisdiction
