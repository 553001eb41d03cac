"""What is sealed stays sealed: tampering, swapping, wrong keys, lists, logs, look-ups."""

import base64
import logging
import secrets

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.test import override_settings

from linli.core.audit.actor import the_operator
from linli.core.people.actions import reseal
from linli.core.people.actions.resealing import count_older
from linli.core.people.keys import KeyRing, new_data_key, ring, ring_of_one
from linli.core.people.models import Person
from linli.core.people.sealed import (
    KeyMissing,
    PlainTextRefused,
    SealBroken,
    Sealed,
    blind_index,
    blind_index_or_none,
)
from linli.core.people.tests.conftest import AT

PHONE = "+8613812345678"


def a_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def raw(person, column="phone") -> str:
    with connection.cursor() as cursor:
        key = person.pk.hex if connection.vendor == "sqlite" else str(person.pk)
        cursor.execute(f"SELECT {column} FROM people_person WHERE id = %s", [key])
        return cursor.fetchone()[0]


def overwrite(person, text, column="phone"):
    with connection.cursor() as cursor:
        key = person.pk.hex if connection.vendor == "sqlite" else str(person.pk)
        cursor.execute(f"UPDATE people_person SET {column} = %s WHERE id = %s", [text, key])


def again(person) -> Person:
    return Person.objects.get(community=person.community_id, pk=person.pk)


@pytest.fixture
def person(resident):
    return resident(phone="138 1234 5678")


def test_the_database_never_sees_the_number(person):
    assert "13812345678" not in raw(person)
    assert raw(person).startswith("s1.")
    assert again(person).phone == PHONE


def test_nothing_stays_nothing(resident):
    assert raw(resident()) == ""
    assert again(resident("李建国")).phone == ""


def test_the_same_number_is_sealed_differently_in_each_row(resident):
    one, other = resident(phone="13812345678"), resident("李建国", phone="13812345678")
    assert raw(one) != raw(other)
    assert bytes(again(one).phone_index) == bytes(again(other).phone_index)


def test_a_sealed_text_copied_to_another_row_does_not_open(resident, person):
    other = resident("李建国", phone="13900001111")
    overwrite(other, raw(person))
    with pytest.raises(SealBroken):
        _ = again(other).phone


def test_a_sealed_text_copied_to_another_column_does_not_open(person):
    overwrite(person, raw(person, "phone"), "id_number")
    with pytest.raises(SealBroken):
        _ = again(person).id_number


@pytest.mark.parametrize("place", [12, 30, -4])
def test_one_changed_letter_breaks_the_seal(person, place):
    text = raw(person)
    swapped = "A" if text[place] != "A" else "B"
    position = place % len(text)
    overwrite(person, text[:position] + swapped + text[position + 1 :])
    with pytest.raises(SealBroken):
        _ = again(person).phone


def test_text_in_the_clear_in_a_sealed_column_is_not_taken_for_a_value(person):
    overwrite(person, "13812345678")
    with pytest.raises(SealBroken, match="not a sealed value"):
        _ = again(person).phone


def test_without_its_key_a_value_is_an_error_and_never_ciphertext(person):
    with override_settings(FIELD_KEYS=(a_key(),)), pytest.raises(KeyMissing, match="FIELD_KEYS"):
        _ = again(person).phone


def test_a_wrong_key_of_the_right_name_does_not_open():
    ring = KeyRing([a_key()])
    sealed = ring.seal("x", "here")
    other = KeyRing([a_key()])
    forged = sealed.replace(ring.newest, other.newest)
    with pytest.raises(SealBroken):
        other.open(forged, "here")


@pytest.mark.parametrize(
    "keys", [(), ("short",), (base64.b64encode(b"16 bytes, no more").decode(),)]
)
def test_keys_that_are_no_keys_stop_the_house(keys, person):
    with override_settings(FIELD_KEYS=keys), pytest.raises(ImproperlyConfigured):
        _ = again(person).phone


def test_a_row_read_and_saved_keeps_its_seal(person):
    before = raw(person)
    loaded = again(person)
    loaded.name = "王秀英英"
    loaded.save()
    assert raw(person) == before


def test_a_list_loads_sealed_values_and_only_opens_what_is_read(person, community):
    (value,) = Person.objects.filter(community=community).values_list("phone", flat=True)
    assert isinstance(value, Sealed)
    assert Person._meta.get_field("phone").open(value, person.pk) == PHONE


def test_a_deferred_value_opens_when_it_is_read(person, community):
    light = Person.objects.filter(community=community).defer("phone").get()
    assert light.phone == PHONE


def test_values_print_as_dots(person, caplog):
    loaded = again(person)
    fresh = Person(community=person.community, name="李", phone=PHONE)
    logging.getLogger("linli").warning("%r %s %s", loaded, vars(loaded), vars(fresh))
    assert "13812345678" not in caplog.text
    assert "王秀英" not in repr(loaded)
    assert "‹…›" in caplog.text


def test_looking_up_by_readable_text_is_refused(community, person):
    rows = Person.objects.filter(community=community)
    loaded = again(person)
    with pytest.raises(PlainTextRefused):
        list(rows.filter(phone=PHONE))
    with pytest.raises(PlainTextRefused), transaction.atomic():
        rows.update(phone=PHONE)
    with pytest.raises(PlainTextRefused), transaction.atomic():
        rows.bulk_update([loaded], ["phone"])


def test_many_rows_at_once_are_sealed_each_for_itself(community):
    rows = [
        Person(
            community=community,
            name=f"张{n}",
            phone=f"+861380000000{n}",
            registered_at=AT,
            changed_at=AT,
        )
        for n in range(3)
    ]
    Person.objects.bulk_create(rows)
    found = Person.objects.filter(community=community).order_by("name")
    assert [person.phone for person in found] == [row.phone for row in rows]


def test_a_row_copied_under_a_new_id_is_not_sealed_again_unread(person):
    copy = again(person)
    copy.pk = copy.id = Person().pk
    copy.id_index = None
    with pytest.raises(SealBroken):
        copy.save(force_insert=True)


def test_the_blind_index_separates_columns_and_forgives_spelling():
    assert blind_index("138-1234 5678", "people.phone") == blind_index(PHONE, "people.phone")
    assert blind_index(PHONE, "people.phone") != blind_index(PHONE, "account.phone")
    assert blind_index("11010119900307001x", "people.id_number") == blind_index(
        "１１０１０１１９９００３０７００１Ｘ", "people.id_number"
    )
    assert len(blind_index(PHONE, "people.phone")) == 32


def test_an_index_of_nothing_does_not_exist():
    with pytest.raises(ValueError, match="nothing to index"):
        blind_index(" - ", "people.phone")
    assert blind_index_or_none("", "people.phone") is None


def test_another_index_key_makes_another_index():
    before = blind_index(PHONE, "people.phone")
    with override_settings(INDEX_KEY=a_key()):
        assert blind_index(PHONE, "people.phone") != before


def test_turning_the_ring_seals_everything_anew_and_reads_all_the_while(
    resident, settings, community
):
    old = settings.FIELD_KEYS
    people = [resident(f"张{n}", phone=f"1380000000{n}") for n in range(5)]
    new = a_key()
    with override_settings(FIELD_KEYS=(new, *old)):
        assert count_older() == 5
        steps = reseal(by=the_operator(), at=AT, chunk=2)
        for step in steps:
            if step.column == "people.Person.phone" and step.done == 2:
                break
        # Stopped half-way: both old and new still open, and the rest is done by starting again.
        assert [again(person).phone for person in people] == [p.phone for p in people]
        assert count_older() == 3
        list(reseal(by=the_operator(), at=AT, chunk=2))
        assert count_older() == 0
    with override_settings(FIELD_KEYS=(new,)):
        assert again(people[4]).phone == "+8613800000004"
    with override_settings(FIELD_KEYS=old), pytest.raises(KeyMissing):
        _ = again(people[4]).phone


def test_each_compartment_has_a_ring_of_its_own_which_the_others_do_not_open():
    sealed = {name: ring(name).seal("x", "here") for name in ("", "casework", "mediation")}
    for name, text in sealed.items():
        assert ring(name).open(text, "here") == "x"
        for other in sealed.keys() - {name}:
            with pytest.raises(KeyMissing, match=other or "FIELD_KEYS"):
                ring(other).open(text, "here")
    with pytest.raises(ImproperlyConfigured, match="nowhere"):
        ring("nowhere")


def test_destroying_a_rows_key_destroys_what_it_sealed():
    key = new_data_key()
    sealed = ring_of_one(key).seal("x", "here")
    assert ring_of_one(key).open(sealed, "here") == "x"
    with pytest.raises(SealBroken, match="destroyed"):
        ring_of_one("").open(sealed, "here")
    with pytest.raises(KeyMissing):
        ring_of_one(new_data_key()).open(sealed, "here")
