"""Foreign keys are strings, so the import contracts do not see them: they too point down only."""

from django.apps import apps

from tests.house.reading import app_of, may_know

# Django's own registers stand outside the house.
_OUTSIDE = {"auth", "contenttypes", "sessions"}


def test_foreign_keys_point_down_or_stay_within_their_app():
    wrong = []
    for model in apps.get_models():
        if not model.__module__.startswith("linli."):
            continue
        for field in (*model._meta.fields, *model._meta.many_to_many):
            target = field.related_model
            if target is None or target._meta.app_label in _OUTSIDE:
                continue
            app, other = app_of(model.__module__), app_of(target.__module__)
            if not other.startswith("linli.") or not may_know(app, other):
                wrong.append(f"{model._meta.label}.{field.name} points to {target._meta.label}")
    assert not wrong, "\n".join(wrong)


def test_no_foreign_key_offers_a_way_back_into_another_app():
    # place.matters would let core ask a domain; the way back stays closed with related_name="+".
    wrong = []
    for model in apps.get_models():
        if not model.__module__.startswith("linli."):
            continue
        for field in (*model._meta.fields, *model._meta.many_to_many):
            target = field.related_model
            if target is None or app_of(target.__module__) == app_of(model.__module__):
                continue
            if not field.remote_field.hidden and target.__module__.startswith("linli."):
                wrong.append(f'{model._meta.label}.{field.name} lacks related_name="+"')
    assert not wrong, "\n".join(wrong)


def test_no_index_or_constraint_bears_the_name_of_a_table():
    """PostgreSQL keeps tables and indexes, also those of unique constraints, under one roof."""
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    named = [
        each.name
        for model in apps.get_models()
        for each in (*model._meta.constraints, *model._meta.indexes)
    ]
    assert not tables & set(named)
