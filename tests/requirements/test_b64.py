"""B64: Party building in the community: the Party organisation publishes its affairs by a list,
with a day for each item, so that what is overdue is seen; its meetings are a calendar of days and
counts. Posts are claimed by whoever likes, wishes are met without knowing whose they are, units
and members check in. No field of dues, discipline or a personal file exists, and what a member
wrote of their service is seen by them and the branch's secretary alone."""

import pytest
from django.apps import apps

from linli.core.people.sealed import SealedTextField
from linli.lib.law import Refused
from linli.partners.party.actions import serving
from linli.partners.party.queries.calendar import affairs_of
from linli.partners.party.queries.serving import row_for_secretary, row_of_own
from linli.partners.party.tests.conftest import (
    actor,
    at,
    branch,
    secretary,
    today,
)

ROW = "B64"
ROOM = "partners/party"
PAGES = ("party:public", "party:together", "party:mine", "party:calendar", "party:affairs")

FORBIDDEN = {
    "due", "dues", "fee", "fees", "discipline", "punishment", "file", "files", "dossier", "member",
    "membership", "joined", "admitted", "introducer", "score", "points", "rank", "rating", "star",
    "national", "birth", "political", "appraisal",
}  # fmt: skip


def test_b64_no_field_of_dues_discipline_or_a_personal_file_exists():
    wrong, names = [], []
    for model in apps.get_app_config("party").get_models():
        for field in model._meta.concrete_fields:
            label = f"{model.__name__}.{field.name}"
            parts = set(field.name.split("_")) - ({"due"} if field.name == "due_on" else set())
            if parts & FORBIDDEN:
                wrong.append(label)
            if field.name in {"name", "contact", "told", "words"} and isinstance(
                field, SealedTextField
            ):
                names.append(model.__name__)
            related = getattr(field, "related_model", None)
            if related is not None and related._meta.label == "people.Person":
                wrong.append(f"{label} leads to a person")
    assert not wrong
    assert {"PostClaim", "CheckIn", "Service"} == set(names)


@pytest.mark.django_db
def test_b64_a_service_record_is_seen_by_its_owner_and_the_secretary_alone(
    setting,
    secretary,
    branch,
    actor,
    at,
    today,
):
    here, me = setting.community, actor("tenant")
    row = serving.check_in(here, name="本人", consents=True, by=me, at=at)
    serving.record_service(row, on=today, minutes=60, told="值班", by=me, at=at)
    assert row_of_own(me, here, row.pk) == row
    assert row_for_secretary(secretary, here, row.pk) == row
    from django.http import Http404

    for key in ("worker", "director", "supervisor", "representative", "elder"):
        with pytest.raises(Http404):
            row_of_own(actor(key), here, row.pk)
        with pytest.raises(Http404):
            row_for_secretary(actor(key), here, row.pk)
    with pytest.raises(Refused):
        serving.record_service(row, on=today, minutes=1, told="x", by=secretary, at=at)


@pytest.mark.django_db
def test_b64_what_is_not_published_in_time_is_seen_as_overdue(
    setting,
    secretary,
    branch,
    at,
    today,
):
    late = [each for each in affairs_of(setting.community, today) if each.late]
    assert late
    assert all(each.due_on < today and each.affair is None for each in late)
