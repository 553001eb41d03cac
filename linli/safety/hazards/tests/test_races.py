"""Two who close one hazard at once, and two who note one at once, for real."""

import pytest

from linli.core.audit.actor import NOBODY
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.safety.hazards.actions import finding, fire, limits, mending, police
from linli.safety.hazards.actions.finding import Seen, Shots
from linli.safety.hazards.models import FireCovenant, FireKeeper, Hazard, PoliceOffice

pytestmark = pytest.mark.django_db(transaction=True)


def refusals(results):
    wrong = [
        each for each in results if isinstance(each, Exception) and not isinstance(each, Refused)
    ]
    assert not wrong, wrong
    return [each.finding.rule for each in results if isinstance(each, Refused)]


def test_two_closers_of_one_hazard_close_it_once(setting, find, by, tmp_path):
    hazard = find()
    mending.assign(hazard, post="worker", **by("worker"))
    mending.mend(hazard, how="清走了", shots=Shots(none_for="夜里"), **by("worker"))
    with shared_database(tmp_path):
        rows = [Hazard.objects.get(community=setting.community, pk=hazard.pk) for _n in range(2)]
        results = together(
            [
                lambda row=row, good=good: mending.look_again(
                    row, good=good, reason="还有", **by("director")
                )
                for row, good in zip(rows, (True, False), strict=True)
            ]
        )
        row = Hazard.objects.get(community=setting.community, pk=hazard.pk)
        seen, steps = row.mendings.get().good, row.steps.count()
    assert refusals(results) == ["flow.fresh"]
    assert (row.state, seen, steps) in (("closed", True, 4), ("owed", False, 4))
    assert (row.closed_on is not None) is (row.state == "closed")


def test_hazards_noted_at_once_are_numbered_without_a_gap(setting, find, tmp_path):
    with shared_database(tmp_path):
        results = together([lambda: find() for _n in range(3)])
        rows = Hazard.objects.filter(community=setting.community)
        serials = sorted(rows.values_list("serial", flat=True))
    assert refusals(results) == []
    assert serials == [1, 2, 3]


def test_two_who_name_what_there_is_one_of_come_one_after_the_other(setting, by, today, tmp_path):
    ours = setting.community
    works = [
        lambda: fire.name_fire_keeper(
            ours, office="副主任", office_phone="", paper="1 号文", since=today, **by("director")
        ),
        lambda: fire.adopt_covenant(
            ours, text="不占通道。", adopted_on=today, adopted_by="居民会议", **by("worker")
        ),
        lambda: police.set_police_office(
            ours, station="示范派出所", room="一楼", office_phone="0838-0002", hours="周三",
            offers="", **by("worker"),
        ),
    ]  # fmt: skip
    with shared_database(tmp_path):
        results = together([*works, *works])
        kept = [model.objects.filter(community=ours).count()
                for model in (FireKeeper, FireCovenant, PoliceOffice)]  # fmt: skip
        standing = FireKeeper.objects.filter(community=ours, until__isnull=True).count()
    assert refusals(results) == []
    assert (kept, standing) == ([2, 2, 2], 1)


def test_reports_at_once_do_not_pass_the_cap(setting, lane, at, tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "reports_most", lambda _community, _on: 2)

    def tell():
        seen = Seen("fire_lane", "停了车", lane.place, lane, source="resident")
        return finding.report(setting.community, seen=seen, by=NOBODY, at=at)

    with shared_database(tmp_path):
        results = together([tell for _n in range(4)])
        came = Hazard.objects.filter(community=setting.community).count()
    assert refusals(results) == ["hazards.reports_enough"] * 2
    assert came == 2
