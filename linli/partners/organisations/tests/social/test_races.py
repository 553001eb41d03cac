"""Two at once, for real: one filing, numbers without a gap."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.partners.organisations.actions import social
from linli.partners.organisations.models.social import SocialOrganisation

pytestmark = pytest.mark.django_db(transaction=True)


def sorted_out(results):
    unexpected = [
        each for each in results if isinstance(each, Exception) and not isinstance(each, Refused)
    ]
    assert not unexpected, unexpected
    refused = [each.finding.rule for each in results if isinstance(each, Refused)]
    return len(results) - len(refused), refused


def test_one_organisation_filed_by_two_at_once_is_filed_once(propose, actor, at, tmp_path):
    row = propose()
    social.hand_in_social(row, by=actor("tenant"), at=at)
    here, director = row.community_id, actor("director")
    with shared_database(tmp_path):
        mine = [SocialOrganisation.objects.get(community=here, pk=row.pk) for _n in range(2)]
        results = together(
            [
                lambda each=each: social.file_social(each, filed_with="street", by=director, at=at)
                for each in mine
            ]
        )
        kept = SocialOrganisation.objects.get(community=here, pk=row.pk)
    assert sorted_out(results) == (1, ["flow.fresh"])
    assert (kept.state, kept.serial) == ("filed", 1)


def test_filings_at_once_are_numbered_without_a_gap(propose, actor, at, tmp_path):
    rows = [propose(name=f"邻里组织{letter}") for letter in "甲乙丙"]
    for row in rows:
        social.hand_in_social(row, by=actor("tenant"), at=at)
    here, director = rows[0].community_id, actor("director")
    with shared_database(tmp_path):
        results = together(
            [
                lambda each=each: social.file_social(each, filed_with="street", by=director, at=at)
                for each in rows
            ]
        )
        kept = SocialOrganisation.objects.filter(community=here, serial__isnull=False)
        serials = sorted(kept.values_list("serial", flat=True))
    assert sorted_out(results) == (3, [])
    assert serials == [1, 2, 3]
