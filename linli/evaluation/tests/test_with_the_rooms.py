"""The figures out of a real desk: matters raised, answered, rated and left lying."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import the_clock
from linli.core.people.models import Tie
from linli.evaluation.actions import reckon
from linli.evaluation.models import Evidence, Figure
from linli.evaluation.outcome import reckon_community
from linli.evaluation.periods import plan_span
from linli.service.matters.actions import accept, answer, raise_matter, rate
from linli.service.matters.actions.raising import Raised
from linli.service.matters.queries import kinds_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(setting):
    """Three matters of a resident: one answered at once and liked, one answered late, one left
    lying past its limit."""
    now = timezone.now()
    on = timezone.localdate(now)
    elder, worker = setting.actor("elder", on), setting.actor("worker", on)
    kind = kinds_of(setting.community).get(code="stair_light")

    def raise_one(days_ago):
        raised = Raised(
            kind=kind,
            title="楼道灯坏了",
            text="灯不亮",
            channel="web",
            place=setting.stair,
            sender=setting.accounts["elder"],
        )
        return raise_matter(
            setting.community, raised=raised, by=elder, at=now - timedelta(days=days_ago)
        )

    for days_ago, answered in ((40, 39), (38, 1)):
        matter = raise_one(days_ago)
        at = now - timedelta(days=answered)
        matter = accept(matter, by=worker, at=at)
        matter = answer(matter, text="修好了", by=worker, at=at)
        if answered == 39:
            rate(matter, score="good", by=elder, at=at + timedelta(hours=1))
    raise_one(60)
    outcome = reckon_community(setting.community, plan_span(on, since_year=on.year - 1))
    reckon(setting.community, by=the_clock(), at=now, outcome=outcome)
    return setting


def total(setting, indicator):
    """Numerators and denominators over the years the matters may lie in."""
    figures = Figure.objects.filter(
        community=setting.community, indicator=indicator, period_kind="year"
    ).exclude(numerator=None)
    return sum(each.numerator for each in figures), sum(each.denominator for each in figures)


def test_the_desk_is_counted_as_it_was(desk):
    assert total(desk, "MT01") == (1, 2)
    assert total(desk, "MT05")[0] == 3
    assert total(desk, "MG05") == (1, 1)
    assert total(desk, "MT03") == (0, 2)
    now = timezone.localdate()
    present = Figure.objects.get(
        community=desk.community,
        indicator="MT04",
        period_kind="month",
        starts=now.replace(day=1),
    )
    assert present.numerator == 1


def test_each_bears_on_its_standard(desk):
    found = dict(
        Evidence.objects.filter(
            community=desk.community, kind="", period_kind="recent"
        ).values_list("criterion", "records")
    )
    assert found["S2.2"] == 3
    assert found["S3.4"] == 1


def test_a_register_that_is_not_there_is_said(setting):
    Tie.objects.filter(community=setting.community).delete()
    now, on = timezone.now(), timezone.localdate()
    kind = kinds_of(setting.community).get(code="stair_light")
    raised = Raised(kind=kind, title="灯", text="灯不亮", channel="web", place=setting.stair)
    raise_matter(setting.community, raised=raised, by=setting.actor("elder", on), at=now)
    outcome = reckon_community(setting.community, plan_span(on))
    (found,) = {value.gap for value in outcome.values if value.indicator.id == "BS01"}
    assert found == "no_register"


def test_the_cast_opens_what_each_may(client, sign_in, desk):
    url = f"/c/{desk.community.code}/standards/"
    assert client.get(url).status_code == 200
    assert client.get(f"{url}MT05/records/").status_code == 302
    for key, opens in (("elder", False), ("outsider", False), ("street", False),
                       ("worker", True), ("supervisor", True)):  # fmt: skip
        page = sign_in(key).get(f"{url}MT05/records/")
        assert page.status_code == (200 if opens else 404), key
        if opens:
            # The supervisor sees what was counted, but not the matters themselves.
            linked = f"/c/{desk.community.code}/desk/matters/" in page.content.decode()
            assert linked is (key == "worker")
    street = f"/street/{desk.street.code}/"
    page = sign_in("street").get(street)
    assert page.status_code == 200
    assert "王秀兰" not in page.content.decode()
    assert sign_in("director").get(street).status_code == 404
