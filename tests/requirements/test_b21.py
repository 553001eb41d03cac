"""B21: what goes to another office says for what, and which fields; the office sees those and no
others; no page gives the residents away as a list."""

import pytest
from django.urls import get_resolver

from linli.lib.law import Refused
from linli.service.matters import actions
from linli.service.matters.tests.conftest import *

ROW, ROOM, PAGES = "B21", "service/matters", ("matters:queue",)
pytestmark = pytest.mark.django_db


def test_b21_a_referral_carries_its_purpose_and_its_fields(matter, forwarded, actor, at, setting):
    with pytest.raises(Refused, match="all_given"):
        forwarded(matter, purpose=" ")
    with pytest.raises(Refused, match="forward_complete"):
        forwarded(matter, fields=["receipt"])
    sent = forwarded(matter, fields=["title", "place"])
    row = sent.forwardings.get() if hasattr(sent, "forwardings") else sent
    assert row.purpose
    assert set(row.fields) == {"title", "place"}


def test_b21_no_address_gives_all_residents_away():
    names = {
        f"{space}:{name}"
        for space, (_prefix, inner) in get_resolver().namespace_dict.items()
        for name in inner.reverse_dict
        if isinstance(name, str)
    }
    roster = {name for name in names if name.startswith(("people:", "roster:"))}
    assert not {
        name for name in roster if any(w in name for w in ("export", "csv", "xlsx", "json"))
    }
