"""The catalogue of facts: nothing in it contradicts itself or asks what has no ground."""

from linli.core.people.roster.groundless import GROUNDLESS as KINDS, WITHOUT_GROUND as WORDS
from linli.lib.tables.headings import normal_heading
from linli.partners.paperwork.asked import ENTITIES, FACTS, FIELDS, GROUNDLESS, WITHOUT_GROUND


def test_every_word_rosters_are_read_past_has_its_reason():
    assert set(GROUNDLESS) == set(KINDS) == WITHOUT_GROUND
    assert len(WORDS) == len(set(WORDS))
    for kind in GROUNDLESS.values():
        assert kind.reason.endswith("。"), kind.name
        assert kind.reason_en.endswith("."), kind.name


def test_no_heading_means_two_things_in_one_form():
    for entity in ENTITIES:
        said: dict[str, str] = {}
        for fact in FACTS.values():
            if entity not in fact.of:
                continue
            for synonym in fact.field.synonyms:
                known = said.setdefault(normal_heading(synonym), fact.name)
                assert known == fact.name, (entity, synonym, known, fact.name)


def test_a_heading_without_ground_is_no_fact_of_ours():
    """职务 alone is both: of a resident work, of who holds a post the post."""
    groundless = {
        normal_heading(synonym) for kind in GROUNDLESS.values() for synonym in kind.field.synonyms
    }
    ours = {
        (fact.name, synonym)
        for fact in FACTS.values()
        for synonym in fact.field.synonyms
        if normal_heading(synonym) in groundless
    }
    assert ours == {("post", "职务")}


def test_names_are_unique_and_every_entity_can_be_told_of():
    assert len({field.name for field in FIELDS}) == len(FIELDS)
    for entity in ENTITIES.values():
        assert set(entity.asks) <= set(FACTS)
        assert any(entity.name in fact.of for fact in FACTS.values())
        assert set(entity.bare.values()) <= set(FACTS)
