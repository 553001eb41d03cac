"""A number of money, that the country leaves to places: entered in yuan, kept in fen."""

import pytest

from linli.core.local_law.forms import ValueForm
from linli.core.local_law.queries import rules_left_to_places, unit_of
from linli.core.local_law.words import tell_value

pytestmark = pytest.mark.django_db
LINE = "assistance.living_line"


def form(setting, on, rule, unit, value):
    sent = {
        "value": value, "in_force_from": on.isoformat(), "issuer": "cn-99", "status": "promise",
        "source": "示例", "signed": "周明华", "declares": "on",
        "once": "01a222402d797501ba76ad045d908972",
    }  # fmt: skip
    return ValueForm(sent, community=setting.community, rule=rule, unit=unit, unit_words="")


def test_yuan_is_typed_and_fen_is_kept(setting):
    from django.utils import timezone

    on = timezone.localdate()
    assert LINE in rules_left_to_places(on)
    assert unit_of(LINE) == "fen"
    assert tell_value(85050, "fen") == "¥850.50"
    for typed, kept in (("850.5", 85050), ("0.01", 1), ("850.505", None), ("0", None)):
        asked = form(setting, on, LINE, "fen", typed)
        asked.is_valid()
        assert asked.cleaned_data.get("value") == kept, typed


def test_a_multiple_may_be_more_than_the_whole_and_a_part_may_not(setting):
    from django.utils import timezone

    on = timezone.localdate()
    for rule, typed, right in (
        ("assistance.marginal_times", "2/1", True),
        ("assistance.marginal_times", "11/1", False),
        ("assistance.necessary_share", "3/5", True),
        ("assistance.necessary_share", "6/5", False),
    ):
        asked = form(setting, on, rule, "share", typed)
        asked.is_valid()
        assert ("value" in asked.cleaned_data) is right, (rule, typed)
