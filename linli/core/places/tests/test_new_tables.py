"""What concerns one model alone is drawn alone; who looks for the way back finds it."""

from django.db import models
from django.db.migrations.operations import (
    AddConstraint,
    AddField,
    AlterField,
    CreateModel,
    RemoveField,
)

from linli.core.places.new_tables import NewcomerAlone


def _add(state, name, **fields):
    made = CreateModel(name, [("id", models.AutoField(primary_key=True)), *fields.items()])
    made.state_forwards("yard", state)
    return state.apps.get_model("yard", name)


def test_a_newcomer_is_drawn_alone_and_known_once_a_step_looks_back():
    state = NewcomerAlone()
    assert list(state.apps.get_models()) == []
    stair = _add(state, "Stair")
    flat = _add(state, "Flat", stair=models.ForeignKey("yard.Stair", models.CASCADE))
    assert flat._meta.get_field("stair").related_model is stair
    assert state.apps.get_model("yard", "Stair") is stair, "what stood before is not drawn anew"

    before = state.clone()
    AddField("stair", "steps", models.IntegerField(default=0)).state_forwards("yard", state)
    assert state.apps.get_model("yard", "Stair")._meta.get_field("steps")
    assert state.apps.get_model("yard", "Flat") is flat, "nobody else is drawn anew"
    few = models.CheckConstraint(condition=models.Q(steps__lt=99), name="stair_is_low")
    AddConstraint("stair", few).state_forwards("yard", state)
    assert state.apps.get_model("yard", "Stair")._meta.constraints == [few]
    assert state.apps.get_model("yard", "Flat") is flat

    # A step that touches what others point at is given all of them.
    AlterField("stair", "id", models.BigAutoField(primary_key=True)).state_forwards("yard", state)
    drawn = state.apps.get_model("yard", "Stair")
    assert [each.related_model.__name__ for each in drawn._meta.related_objects] == ["Flat"]
    assert drawn._meta.get_field("steps")

    # A step that runs code is given the picture before it, and may follow any relation.
    before.clear_delayed_apps_cache()
    earlier = before.apps.get_model("yard", "Stair")
    assert [each.related_model.__name__ for each in earlier._meta.related_objects] == ["Flat"]
    assert "steps" not in {field.name for field in earlier._meta.get_fields()}


def test_a_model_that_others_are_made_of_is_drawn_with_them():
    state = NewcomerAlone()
    _add(state, "Stair", steps=models.IntegerField(default=0))
    own = [
        (
            "stair_ptr",
            models.OneToOneField("yard.Stair", models.CASCADE, parent_link=True, primary_key=True),
        )
    ]
    CreateModel("Ramp", own, bases=("yard.stair",)).state_forwards("yard", state)
    assert state.apps.get_model("yard", "Ramp")._meta.get_field("steps")
    RemoveField("stair", "steps").state_forwards("yard", state)
    ramp = state.apps.get_model("yard", "Ramp")
    assert "steps" not in {field.name for field in ramp._meta.get_fields()}
