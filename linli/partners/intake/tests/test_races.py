"""Two at once, for real: one of them wins, and the other is told what happened."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.partners.intake import actions
from linli.partners.intake.models import Letter, Request

pytestmark = pytest.mark.django_db(transaction=True)


def loaded(request):
    return Request.objects.select_related("body", "community", "item").get(
        community=request.community_id, pk=request.pk
    )


def test_of_approving_and_refusing_at_once_one_is_so(ask, actor, at, tmp_path, grounded):
    request = ask(ground=grounded)
    first, second, director = loaded(request), loaded(request), actor("director")
    with shared_database(tmp_path):
        results = together(
            [
                lambda: actions.approve(first, seen=1, by=director, at=at),
                lambda: actions.refuse(second, ground="off_list", seen=1, by=director, at=at),
            ]
        )
        kept = loaded(request)
        letters = Letter.objects.filter(community=request.community_id).count()
    refused = [each.finding.rule for each in results if isinstance(each, Refused)]
    assert refused in (["flow.fresh"], ["flow.move_open"])
    assert (kept.state, letters) in {("accepted", 0), ("refused", 1)}


def test_two_letters_at_once_have_two_numbers(ask, actor, at, tmp_path):
    rows = [loaded(ask()), loaded(ask())]
    with shared_database(tmp_path):
        results = together(
            [
                lambda row=row: actions.refuse(row, ground="no_basis", by=actor("director"), at=at)
                for row in rows
            ]
        )
        serials = Letter.objects.filter(community=rows[0].community_id).values_list(
            "serial", flat=True
        )
        found = sorted(serials)
    assert not [each for each in results if isinstance(each, Exception)]
    assert found == [1, 2]
