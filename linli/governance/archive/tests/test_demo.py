"""The demo's archive is played through the acts, and every page of it has something."""

import pytest

from linli.governance.archive.models import Appraisal, CopyRequest, Item, Loan, LocalLine
from linli.web.demo.archive import PAPERS, play_archive

pytestmark = pytest.mark.django_db


def test_the_year_leaves_items_a_loan_copies_and_a_list_for_the_director(setting, at):
    play_archive(setting, at)
    ours = {"community": setting.community}
    assert Item.objects.filter(**ours, line__in=[paper[0] for paper in PAPERS]).count() == 8
    assert Loan.objects.get(**ours).returned_on is None
    assert sorted(CopyRequest.objects.filter(**ours).values_list("state", flat=True)) == [
        "asked", "given",
    ]  # fmt: skip
    assert Appraisal.objects.get(**ours).state == "judged"
    assert LocalLine.objects.get(**ours).name == "社区食堂台账"
