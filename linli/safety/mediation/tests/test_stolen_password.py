"""Somebody with a mediator's password, on a browser of their own; who opens a case by a paper."""

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.core.audit.models import ClosedEntry
from linli.safety.mediation.tests.conftest import FACTS
from linli.safety.mediation.urls import urlpatterns

pytestmark = pytest.mark.django_db


def test_no_address_of_the_desk_shows_a_thing_to_an_unknown_browser(
    visit, url, in_force, registered, person, monkeypatch
):
    case, new = in_force(), registered()
    side, record = case.sides[0], case.records.filter(community=case.community_id).first()
    point = case.agreement.points.get(community=case.community_id)
    given = {
        "case_id": case.pk, "party_id": side.pk, "record_id": record.pk, "point_id": point.pk,
        "subject": new.pk, "term_id": case.pk, "form": "pdf", "paper": "record", "what": "rights",
    }  # fmt: skip
    monkeypatch.undo()  # no browser is known
    client, again = visit("mediator"), reverse("account_reauthenticate")
    names, walked = [person(key).name for key in ("tenant", "elder")], 0
    for pattern in urlpatterns:
        if "desk/" not in str(pattern.pattern):
            continue
        steps = {"new_case": "", "give": "take", "step": "extend"}
        parts = {
            part: given.get(part, steps.get(pattern.name)) for part in pattern.pattern.converters
        }
        address = url(pattern.name, **parts)
        for answer in (client.get(address), client.post(address)):
            html = answer.content.decode()
            assert not [each for each in (*names, FACTS, "八百元") if each in html], pattern.name
            named = {"case_id", "subject"} & parts.keys()
            if named:
                assert answer["Location"].startswith(again), pattern.name
                walked += 1
    assert walked >= 30
    assert client.get(url("cases"))["Location"].startswith(again)
    assert not ClosedEntry.objects.filter(action="mediation.open_case").exists()


def test_a_case_opened_by_its_papers_or_a_step_is_as_opened_as_by_its_page(visit, url, in_force):
    case = in_force()
    for name, more in (("paper", {"paper": "record"}), ("step", {"step": "note"}), ("papers", {})):
        ClosedEntry.objects.filter(action="mediation.open_case").delete()
        visit("mediator").get(url(name, case_id=case.pk, **more))
        seen = ClosedEntry.objects.filter(
            subject=case.pk, action="mediation.open_case", at__date=timezone.localdate()
        )
        assert {entry.about for entry in seen} == {side.person_id for side in case.sides}, name
