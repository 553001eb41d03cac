"""A past year by later definitions: beside the figure of record, never in its place."""

from dataclasses import replace
from datetime import date

import pytest
import time_machine

from linli.core.audit.actor import the_clock, the_operator
from linli.evaluation.actions import ask_recast, fill_recast
from linli.evaluation.actions.recasts import mark_recasts
from linli.evaluation.definitions import Catalogue, read_indicators
from linli.evaluation.models import Figure, Recast, RecastFigure
from linli.evaluation.recasting import recast_at_once
from linli.evaluation.rules import differs_by_few
from linli.evaluation.tests.graded import AT, go_by, lay
from linli.evaluation.tests.made_up import definition
from linli.lib.law import Refused


def two_versions():
    """What was counted by all answers is counted, since 2026, by those of one field."""
    former = read_indicators(definition("AA01", "ratio_of_sums", ["matters.answered"]))[0]
    later = replace(former, version=2, valid_from=date(2026, 1, 1), field="basic")
    same = replace(former, id="AA02")
    return Catalogue([former, later, same])


def test_two_cuts_that_differ_by_a_few_are_not_shown_beside_each_other():
    assert differs_by_few((59, 100), (50, 100), 10)
    assert not differs_by_few((60, 100), (50, 100), 10)
    assert differs_by_few((50, 109), (50, 100), 10)
    assert differs_by_few((60, 119), (50, 100), 10)  # nine more were left over
    assert not differs_by_few((50, 100), (50, 100), 10)


@pytest.mark.django_db
def test_a_past_year_is_recast_apart_and_labelled(client, scene, monkeypatch):
    go_by(monkeypatch, two_versions())
    community = scene.community
    for field, part, times in (("basic", 1, 40), ("basic", 0, 60), ("development", 1, 100)):
        scene.room.add(
            community, date(2025, 6, 3), "matters.answered", part, 1, field=field, times=times
        )
    lay(community, "AA01", "2025", 140, 200)
    by = the_operator()
    for year, by_year in ((2025, 2025), (2026, 2026), (2025, 2027), (2023, 2024)):
        with pytest.raises(Refused):
            ask_recast(community, year=year, by_year=by_year, job=False, by=by, at=AT)
    recast = ask_recast(community, year=2025, by_year=2026, job=False, by=by, at=AT)
    recast_at_once(recast, by=the_clock(), at=AT)
    again = ask_recast(community, year=2025, by_year=2026, job=False, by=by, at=AT)
    recast_at_once(again, by=the_clock(), at=AT)
    row = RecastFigure.objects.get(community=community)
    assert (row.indicator, row.version, row.numerator, row.denominator) == ("AA01", 2, 40, 100)
    # Another recast that differs from it by five is not shown; nor are those of a year whose
    # figure of record came to differ by few.
    other = Recast.objects.create(
        community=community, year=2025, by_year=2027, state="done", asked_at=AT, at=AT
    )
    RecastFigure.objects.create(
        community=community, recast=other, indicator="AA01", version=2, numerator=45,
        denominator=105, n=105,
    )  # fmt: skip
    hidden = RecastFigure.objects.filter(community=community, suppressed=True)
    mark_recasts(community, {2025})
    assert [each.recast_id for each in hidden] == [other.pk]
    other.delete()
    own = Figure.objects.get(community=community)
    own.numerator, own.denominator = 41, 101
    own.save()
    mark_recasts(community, {2025})
    assert hidden.count() == 1
    own.numerator, own.denominator = 140, 200
    own.save()
    mark_recasts(community, {2025})
    assert (own.version, own.numerator, own.denominator) == (1, 140, 200)
    with time_machine.travel(AT, tick=False):
        page = client.get(f"{scene.url}AA01/").content.decode()
        told = client.get(f"{scene.url}AA01.json").json()
        assert client.get(f"{scene.url}recasts/").status_code == 302
        client.force_login(scene.account("director"), "linli.core.access.sign_in.AccountBackend")
        desk = client.get(f"{scene.url}recasts/").content.decode()
        asked = client.post(f"{scene.url}recasts/ask/", {"year": "2025", "by_year": "2026"})
    assert "按 2026 年的定义" in page
    assert "40 / 100" in page
    assert [(each["version"], len(each["points"])) for each in told["series"]] == []
    assert told["recast"][0]["by_definitions_of"] == 2026
    assert "已算出" in desk
    assert "140 / 200" in desk  # the figure of record beside the recast one, a step away from none
    assert desk.index("140 / 200") < desk.index("40 / 100")
    assert f'href="{scene.url}AA01/"' in desk
    assert asked.status_code == 302


@pytest.mark.django_db
def test_a_recast_without_a_changed_definition_says_so(client, scene):
    asked = {"year": 2025, "by_year": 2026, "job": False, "by": the_operator(), "at": AT}
    lay(scene.community, "AA01", "2025", 140, 200)
    fill_recast(ask_recast(scene.community, **asked), values=(), by=the_clock(), at=AT)
    with time_machine.travel(AT, tick=False):
        client.force_login(scene.account("director"), "linli.core.access.sign_in.AccountBackend")
        desk = client.get(f"{scene.url}recasts/").content.decode()
    assert "没有一个指标的定义变过" in desk
