"""Nothing is held about anybody without a ground, and the person can read it."""

import json

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder

from linli.core.people.grounds import (
    CONSENT,
    GROUNDS,
    PURPOSES,
    fields_without_ground,
    ground_of,
)
from linli.core.people.models import Person
from linli.core.people.queries import held_about
from linli.core.people.tests.conftest import ON
from linli.lib.law.citations import cite


def test_every_field_about_a_person_has_a_ground():
    assert fields_without_ground(apps.get_app_config("people").get_models()) == []


def test_the_numbers_themselves_are_seen_by_the_check(monkeypatch):
    monkeypatch.delitem(GROUNDS, "people.Person.phone")
    assert fields_without_ground([Person]) == ["people.Person.phone"]


def test_every_ground_stands_on_articles_that_exist():
    for name, ground in GROUNDS.items():
        assert ground.cites, name
        for key in ground.cites:
            assert cite(key)


def test_what_rests_on_consent_is_optional_and_names_its_purpose():
    resting = [ground for ground in GROUNDS.values() if ground.item == CONSENT]
    assert resting
    assert all(ground.optional and ground.consent in PURPOSES for ground in resting)


def test_sensitive_needs_rest_on_a_separate_consent():
    needs = ground_of(Person, "needs")
    assert needs is not None
    assert needs.sensitive
    assert PURPOSES[needs.consent].sensitive
    assert "pipl.29" in needs.cites


def test_there_is_no_place_for_what_must_not_be_kept():
    fields = {field.name for field in Person._meta.get_fields()}
    assert not fields & {
        "religion",
        "politics",
        "party",
        "income",
        "health",
        "disability",
        "marriage",
        "photo",
        "tags",
        "risk",
        "score",
        "note",
        "notes",
        "remarks",
        "former_name",
        "nationality",
    }


def test_the_person_reads_every_value_with_ground_purpose_and_term(resident, dwelling):
    person = resident("王秀英", phone="13812345678", needs=["large_print"], home=dwelling())
    held = held_about(person, ON)
    by_field = {item.field: item for item in held.own}
    assert by_field["people.Person.phone"].value == "13812345678"
    assert [str(word) for word in by_field["people.Person.needs"].value] == ["大字材料"]
    for item in held.own:
        assert str(item.ground.ground)
        assert str(item.ground.purpose)
        assert str(item.ground.kept_until)
    assert [tie.dwelling.name for tie in held.ties] == ["101"]
    assert {consent.purpose for consent in held.consents} == {"contact", "service_needs"}


def test_the_copy_to_take_along_is_whole_and_plain_data(resident, dwelling):
    person = resident("王秀英", phone="13812345678", home=dwelling())
    copy = json.loads(json.dumps(held_about(person, ON).as_dict(), cls=DjangoJSONEncoder))
    assert copy["person"]["phone"] == "+8613812345678"
    assert copy["ties"][0]["kind"] == "usual_resident"
    assert copy["grounds"]["people.Person.phone"]["cites"]
