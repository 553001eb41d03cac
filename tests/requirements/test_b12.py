"""B12: Who may do what is told in one place, and a matter of weight is first studied by the
community Party organisation and then decided by residents: two steps, each recorded on its own.
Without the record of the study it cannot be put to the vote, and the study has nowhere to say how
the vote goes."""

from datetime import date, timedelta

import pytest

from linli.governance.assemblies import rules
from linli.governance.assemblies.models import Study, Topic
from linli.lib.tellers import Tellers
from linli.partners.party.studies import Study as Due, studies_of, tell_studies
from linli.partners.party.tests.conftest import (
    actor,
    at,
    secretary,
    today,
    url,
    visit,
)

ROW = "B12"
ROOM = "governance/assemblies"
PAGES = ("assemblies:study", "party:studies")
MEETS = date(2026, 10, 1)


@pytest.mark.parametrize("matter", ["charter", "covenant"])
def test_b12_a_major_matter_waits_for_its_study(matter):
    assert not rules.studied_first(matter, None, MEETS)
    assert not rules.studied_first(matter, MEETS + timedelta(days=1), MEETS)
    assert rules.studied_first(matter, MEETS, MEETS)


def test_b12_the_study_has_nowhere_to_say_how_the_vote_goes():
    fields = {field.name for field in Study._meta.concrete_fields}
    assert fields == {"id", "community", "topic", "on", "by", "opinion", "at"}
    assert not {"votes_for", "result", "outcome"} & {
        field.name for field in Topic._meta.concrete_fields
    }


@pytest.mark.django_db
def test_b12_the_secretary_sees_what_waits_for_a_study(
    setting,
    visit,
    url,
    monkeypatch,
    today,
):
    waits = Tellers(lambda _here, on: [Due("修订居民公约", on + timedelta(days=9), "/study/")])
    monkeypatch.setattr("linli.partners.party.studies._TELLERS", waits)
    assert [each.title for each in studies_of(setting.community, today)] == ["修订居民公约"]
    page = visit("party").get(url("studies"))
    assert "修订居民公约" in page.content.decode()
    assert visit("elder").get(url("studies")).status_code == 404
