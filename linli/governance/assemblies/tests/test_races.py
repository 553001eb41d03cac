"""The last signatures at once, for real: the number is reached once."""

import pytest

from linli.core.clocks.models import Clock
from linli.core.clocks.tests.together import shared_database, together
from linli.governance.assemblies import actions
from linli.governance.assemblies.models import Petition
from linli.governance.assemblies.queries import signatures_on
from linli.governance.assemblies.tests.test_petitions import figure, start
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["figure", "start"]


def test_two_last_signatures_reach_the_number_once(figure, start, actor, at, tmp_path):
    figure(20)
    petition = start()

    def signing(key):
        row = Petition.objects.select_related("community", "base").get(
            community=petition.community_id, pk=petition.pk
        )
        by = actor(key)
        return lambda: actions.sign(row, by=by, at=at)

    steps = [signing(key) for key in ("tenant", "elder", "tenant")]
    with shared_database(tmp_path):
        results = together(steps)
        kept = Petition.objects.get(community=petition.community_id, pk=petition.pk)
        signed = signatures_on(kept)
        clocks = Clock.objects.filter(community=kept.community_id, owner=kept.pk).count()
    refused = [each.finding.rule for each in results if isinstance(each, Refused)]
    assert refused == ["assemblies.signed_once"], results
    assert (kept.state, signed, clocks) == ("enough", 2, 1)
