"""Several at once, for real: on a SQLite file and on PostgreSQL every seal gets its own number,
none is left out, and of two who seal one paper one is told that it is done."""

import pytest
from django.utils import timezone

from linli.core.audit.actor import NOBODY
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.service.catalogue import actions
from linli.service.catalogue.models import AskedNotOurs, Certificate, SealUse

pytestmark = pytest.mark.django_db(transaction=True)
NEEDED = ("item", "community", "person")


def loaded(certificate):
    """The certificate as each of them has it on the screen."""
    rows = Certificate.objects.filter(community=certificate.community_id)
    return rows.select_related(*NEEDED).get(pk=certificate.pk)


def test_of_five_sealed_at_once_each_has_its_number_and_none_is_missing(
    drafted, actor, at, tmp_path, setting
):
    made = [drafted() for _number in range(5)]
    director = actor("director")

    def seal(certificate):
        return lambda: actions.seal_certificate(loaded(certificate), by=director, at=at).serial

    with shared_database(tmp_path):
        results = together([seal(certificate) for certificate in made])
        assert sorted(results) == [1, 2, 3, 4, 5], results
        assert SealUse.objects.filter(community=setting.community).count() == 5


def test_of_two_who_seal_one_paper_one_wins_and_no_number_is_lost(
    drafted, actor, at, tmp_path, deputy
):
    made, other = drafted(), drafted()
    both = [actor("director"), actor("deputy")]

    def seal(by):
        return lambda: actions.seal_certificate(loaded(made), by=by, at=at)

    with shared_database(tmp_path):
        results = together([seal(by) for by in both])
        refusals = [each for each in results if isinstance(each, Refused)]
        assert len(refusals) == 1, results
        assert loaded(made).serial == 1
        assert actions.seal_certificate(loaded(other), by=both[0], at=at).serial == 2
        assert SealUse.objects.filter(certificate=made, community=made.community_id).count() == 1


def test_a_count_loses_nobody_who_asked(setting, at, tmp_path):
    def ask():
        actions.tell_not_ours(
            setting.community, item="alive", at_desk=False, by=NOBODY, at=timezone.now()
        )
        return True

    with shared_database(tmp_path):
        assert together([ask] * 6) == [True] * 6
        row = AskedNotOurs.objects.get(community=setting.community, item="alive")
        assert row.on_portal == 6
