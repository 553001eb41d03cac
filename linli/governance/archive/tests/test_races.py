"""Two at once, for real: each item has its own number, and an original goes out once."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import the_clock
from linli.core.clocks.tests.together import shared_database, together
from linli.governance.archive import actions
from linli.governance.archive.models import Item, Loan
from linli.governance.archive.queries.filing import unfiled
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db(transaction=True)


def loaded(item):
    return Item.objects.select_related("community").get(community=item.community_id, pk=item.pk)


def test_two_who_file_a_year_at_once_file_each_piece_once_without_gaps(
    setting, letters, file_paper, at, year, tmp_path
):
    pieces = list(unfiled(setting.community, year))

    def file():
        return actions.file_pieces(
            setting.community, year=year, pieces=pieces, by=the_clock(), at=at
        )

    with shared_database(tmp_path):
        results = together([file, file, lambda: file_paper("handover", title="交接清单")])
        items = list(Item.objects.filter(community=setting.community).order_by("serial"))
    assert not [each for each in results if isinstance(each, Exception)], results
    assert [item.serial for item in items] == [1, 2, 3]
    assert len({item.owner for item in items}) == 3


def test_of_two_who_lend_one_original_at_once_one_does(
    setting, file_paper, actor, at, today, tmp_path
):
    item = file_paper(shelf="一号柜")
    first, second = loaded(item), loaded(item)
    to, back = setting.accounts["director"], today + timedelta(days=3)

    def lend(row):
        return lambda: actions.lend(
            row, to=to, purpose="审计", due_on=back, by=actor("worker"), at=at
        )

    with shared_database(tmp_path):
        results = together([lend(first), lend(second)])
        out = Loan.objects.filter(community=setting.community, returned_on__isnull=True).count()
    refused = [each.finding.rule for each in results if isinstance(each, Refused)]
    assert (out, refused) == (1, ["archive.may_be_lent_lent"])
