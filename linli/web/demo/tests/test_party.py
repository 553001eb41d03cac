"""The demo's Party organisation is played through the real acts."""

from pathlib import Path

import pytest
from django.utils import timezone

from linli.core.access.sign_in import account_called
from linli.partners.organisations.models import Project, Purchase
from linli.partners.party.models import Letter, Meeting, UnitCheckIn
from linli.partners.party.queries.calendar import affairs_of
from linli.web.command.demo import people
from linli.web.demo.party import play_party
from linli.web.demo.purchases import play_purchases
from linli.web.demo.units import play_units

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[4]


def test_the_party_organisation_publishes_meets_and_keeps_its_word(setting):
    at = timezone.now()
    play_party(setting, at)
    play_purchases(setting, at)
    here = setting.community
    late = [
        each for each in affairs_of(here, timezone.localdate(at)) if each.late and not each.affair
    ]
    assert len(late) == 1
    assert Meeting.objects.filter(community=here, held_on__isnull=False).count() == 18
    done = Project.objects.filter(community=here)
    assert sorted((row.done_by, row.state) for row in done) == [
        ("东湖第一党支部", "running"), ("区图书馆", "done"), ("湖滨供电所", "done"),
    ]  # fmt: skip
    assert UnitCheckIn.objects.filter(community=here).count() == 2
    letters = Letter.objects.filter(community=here).order_by("pk")
    assert [(row.taken, row.met) for row in letters] == [(1, 1), (1, 1)]
    assert [row.is_complete for row in Purchase.objects.filter(community=here)].count(False) == 1


def test_whoever_the_year_lets_in_later_is_in_the_list_of_accounts(setting):
    before = [each["key"] for each in people()]
    assert "party_secretary" not in before
    at = timezone.now()
    play_units(setting, at)
    play_party(setting, at)
    listed = {each["key"]: each for each in people()}
    assert set(listed) == {*before, "party_secretary", "school"}
    for key in ("party_secretary", "school"):
        login = listed[key]["login"]
        assert account_called(login) == setting.accounts[key]
        assert setting.accounts[key].label == listed[key]["name"]
        for page in ("README.md", "README.en.md", "docs/howto/demo.md"):
            assert login in (ROOT / page).read_text(encoding="utf-8")
