from typing import ClassVar

import pytest
from django.db import models

from linli.mechanisms.flow import checks
from linli.mechanisms.flow.declaration import Flow, Move, State, Within
from linli.mechanisms.flow.flaws import find_flaws
from linli.mechanisms.flow.models import FlowRow
from linli.mechanisms.flow.tests.parcels import PARCEL, Parcel


def _found(monkeypatch, *found):
    monkeypatch.setattr(checks, "flow_models", lambda: list(found))
    return {message.id: message.msg for message in checks.check_flows(None)}


def test_every_flow_of_the_house_is_sound_and_held_by_its_tables():
    assert checks.check_flows(None) == []


def test_every_flow_names_permissions_that_exist():
    import rules

    for model in checks.flow_models():
        assert find_flaws(model.flow, rules.permissions.permissions) == []


def test_a_model_that_does_not_hold_to_its_flow_is_named(monkeypatch):
    flow = Flow(
        "flow.loose",
        {"open": State("办理中"), "done": State("已办结", open=False)},
        (
            Move("open", (), "open", who="nobody.may", title="登记", starts=(Within("limit"),)),
            Move("close", ("open",), "done", who="nobody.may", title="办结", settles=("limit",)),
        ),
    )

    class Loose(FlowRow):
        flow: ClassVar[Flow]
        note = models.TextField()

        class Meta:
            app_label = "flow_loose"
            managed = False

    assert set(_found(monkeypatch, Loose)) == {"flow.E001"}
    Loose.flow = flow
    found = _found(monkeypatch, Loose)
    assert set(found) == {"flow.E002", "flow.E003", "flow.E004", "flow.E005"}
    assert "nobody.may" in found["flow.E002"]


def test_a_sound_model_passes(monkeypatch):
    assert _found(monkeypatch, Parcel) == {}
    assert PARCEL.has_clocks


@pytest.mark.parametrize("name", ["state", "state_since", "version"])
def test_a_flow_row_brings_its_columns(name):
    assert Parcel._meta.get_field(name)
