"""No field about a person without a ground."""

import importlib

import pytest
from django.apps import apps

from tests.house.reading import module_of, python_files


@pytest.fixture(scope="module")
def grounds():
    for path in python_files():
        if path.stem == "grounds":
            importlib.import_module(module_of(path))
    from linli.core.people import grounds

    return grounds


def test_every_field_about_a_person_has_a_ground(grounds):
    models = apps.get_app_config("people").get_models()
    assert not grounds.fields_without_ground(models)


def test_every_sealed_field_of_any_app_has_a_ground(grounds):
    from linli.core.people.sealed import SealedTextField

    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, SealedTextField) and grounds.ground_of(model, field.name) is None
    ]
    assert not wrong, "\n".join(wrong)


def test_no_ground_is_left_over_from_a_field_that_is_gone(grounds):
    fields = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
    }
    assert sorted(set(grounds.GROUNDS) - fields) == []


def test_the_house_keeps_nothing_it_has_sworn_not_to_keep():
    # Fields that must never be built: scores of people, faces, tracks, census curiosity. (A
    # service may be rated; only of people there is no score.)
    nowhere = {"face", "religion", "income", "political", "gps", "risk", "blacklist", "redlist"}
    of_people = {"score", "points", "level", "rank", "star", "grade", "rating"}
    wrong = []
    for model in apps.get_models():
        if not model.__module__.startswith("linli."):
            continue
        never = nowhere | (of_people if model._meta.app_label in {"people", "access"} else set())
        wrong += [
            f"{model._meta.label}.{field.name}"
            for field in model._meta.get_fields()
            if set(field.name.split("_")) & never
        ]
    assert not wrong, "\n".join(wrong)


def test_the_catalogue_links_the_health_station_and_keeps_no_health_of_anybody():
    # No diagnosis, no test, no contact traced: so there is no emergency health data either that
    # would have to be destroyed when the emergency is over (突发事件应对法 85).
    from linli.service.catalogue.postings import HEALTH_NOTICE

    words = (
        "diagnos", "disease", "illness", "infect", "symptom", "patient", "vaccinat", "medical",
        "test_result", "quarantine", "trace", "诊断", "病", "感染", "症状", "患者", "接种", "核酸",
        "密接", "隔离", "行程",
    )  # fmt: skip
    said = [
        f"{model.__name__}.{field.name} {field.verbose_name}"
        for model in apps.get_app_config("catalogue").get_models()
        for field in model._meta.concrete_fields
    ]
    assert [each for each in said if any(word in each.lower() for word in words)] == []
    # Of a notice: the authority, its paper and the last day; nobody can be named in it.
    keys = {field.key for field in HEALTH_NOTICE.fields}
    assert {"authority", "document", "number", "until"} <= keys
    assert not keys & {"name", "person", "patient", "address", "home", "age", "sex"}
    assert not HEALTH_NOTICE.names_persons
