"""Who is asked about a lift or a business, and that nobody reads anybody's answer in figures."""

from datetime import timedelta

import pytest

from linli.core.audit.models import Entry
from linli.governance.property import due
from linli.governance.property.actions import scopes
from linli.governance.property.models import Owner, Ownership, ScopeHousehold, Unit
from linli.governance.property.queries.scopes import units_asked
from linli.governance.property.tests.test_acts import refused
from linli.governance.property.tests.test_pages import read, send

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LIFT = {"kind": "lift", "title": "加装电梯", "about": "外挂一台"}


@pytest.fixture
def unit(setting, old_estate, today):
    def added(label, use="home", **where):
        here = {"community": setting.community}
        row = Unit.objects.create(
            **here,
            estate=old_estate,
            label=label,
            use=use,
            area=5000,
            area_from="register",
            **where,
        )
        owner = Owner.objects.create(**here, estate=old_estate, name="业主", added_on=today)
        Ownership.objects.create(**here, unit=row, owner=owner, since=today)
        return row

    return added


def test_business_in_a_home_asks_the_whole_building(setting, old_estate, owners, worker):
    asks = {"kind": "business", "title": "住改商", "about": "开书店"}
    assert refused(
        lambda: scopes.open_scope(old_estate, place=setting.stair, **asks, **worker)
    ) == "whole_building"  # fmt: skip
    case = scopes.open_scope(old_estate, place=setting.stair.parent, **asks, **worker)
    assert case.asked == len(owners)


def test_a_home_whose_place_nobody_knows_stops_the_asking(
    setting, old_estate, owners, unit, worker
):
    building = setting.stair.parent
    lost = unit("顶层")

    def ask(place):
        return scopes.open_scope(old_estate, place=place, **LIFT, **worker)

    assert refused(lambda: ask(building)) == "homes_placed"
    lost.sharing = building
    lost.save(update_fields=["sharing"])
    assert refused(lambda: ask(setting.stair)) == "homes_placed"
    lost.sharing = setting.stair
    lost.save(update_fields=["sharing"])
    assert ask(setting.stair).asked == len(owners) + 1


def test_parking_counts_for_a_lift_as_it_does_in_votes(
    setting, old_estate, owners, unit, today, monkeypatch
):
    from linli.governance.property.queries import vote_law

    space = unit("B1-001", use="parking", sharing=setting.stair)
    for counts in (True, False):
        monkeypatch.setattr(vote_law, "counts_parking", lambda *_given, it=counts: it)
        asked = units_asked(old_estate, setting.stair, "lift", today)
        assert (space in asked) is counts
    assert space in units_asked(old_estate, setting.stair, "business", today)


def test_the_desk_reads_no_figure_that_tells_an_answer_and_corrects_papers(
    setting, old_estate, owners, url, visit, worker, actor, at, today
):
    case = scopes.open_scope(old_estate, place=setting.stair, **LIFT, **worker)
    desk, here = visit("worker"), {"community": setting.community}
    paper, own = (
        case.households.order_by("pk").exclude(owner__person__isnull=False).first(),
        (
            ScopeHousehold.objects.get(
                **here, case=case, owner__person=setting.accounts["elder"].person
            )
        ),
    )
    send(desk, url("enter_answer", paper.pk), answer="object")
    scopes.answer_scope(own, answer="agree", by=actor("elder"), at=at)
    own.refresh_from_db()
    assert refused(
        lambda: scopes.enter_answer(own, answer="object", **worker)
    ) == "answered_already"  # fmt: skip
    assert refused(
        lambda: scopes.correct_answer(own, answer="object", **worker)
    ) == "came_on_paper"  # fmt: skip
    assert desk.get(url("correct_answer", own.pk)).status_code == 404
    page = desk.get(url("scope_desk", case.pk))
    assert [row.pk for row in page.context["papers"]] == [paper.pk]
    assert page.context["enough"] is None
    form = desk.get(url("correct_answer", paper.pk)).context["form"]
    assert form["answer"].value() is None
    send(desk, url("correct_answer", paper.pk), answer="agree")
    paper.refresh_from_db()
    assert paper.answer == "agree"
    entry = Entry.objects.get(community=setting.community.pk, action="property.correct_answer")
    assert entry.account == worker["by"].account
    assert "agree" not in str(entry.note)
    case = scopes.advance_scope(case, to="posted", on=today, **worker)
    later = {"by": worker["by"], "at": at + 11 * DAY}
    short = refused(lambda: scopes.advance_scope(case, to="agreed", on=today + 11 * DAY, **later))
    assert short == "enough_agree"
    assert scopes.enough_of(case).numbers == {}
    case = scopes.advance_scope(case, to="dropped", on=today, **worker)
    page = desk.get(url("scope_desk", case.pk))
    assert not page.context["enough"]
    assert page.context["enough"] is not None
    assert page.context["figures"] is False
    assert "还没有达到法定的同意要求" in read(page)


def test_answers_go_a_year_after_the_case_is_over(
    setting, old_estate, owners, url, visit, worker, at, today
):
    case = scopes.open_scope(old_estate, place=setting.stair, **LIFT, **worker)
    for row in case.households.all():
        scopes.enter_answer(row, answer="agree", **worker)
    assert refused(lambda: scopes.forget_answers(case, **worker)) == "day_has_come"
    case = scopes.advance_scope(case, to="dropped", on=today, **worker)
    due.run(at + 365 * DAY)
    assert case.households.count() == len(owners)
    due.run(at + 366 * DAY)
    due.run(at + 367 * DAY)
    assert case.households.count() == 0
    shown = visit().get(url("scope", case.pk))
    assert shown.context["households"] == len(owners)
    assert visit("worker").get(url("scope_desk", case.pk)).context["enough"] is None


def test_a_shop_whose_place_nobody_knows_stops_asking_about_business_and_parking_does_not(
    setting, old_estate, owners, unit, worker, today, monkeypatch
):
    from linli.governance.property.queries import vote_law
    from linli.governance.property.queries.scopes import units_without_place

    building = setting.stair.parent
    shop = unit("底商", use="shop")
    unit("B1-002", use="parking")
    asks = {"kind": "business", "title": "住改商", "about": "开书店", "place": building}
    assert refused(lambda: scopes.open_scope(old_estate, **asks, **worker)) == "homes_placed"
    for counts in (True, False):
        monkeypatch.setattr(vote_law, "counts_shops", lambda *_given, it=counts: it)
        assert units_without_place(old_estate, building, "lift", today) == int(counts)
    shop.sharing = building
    shop.save(update_fields=["sharing"])
    assert scopes.open_scope(old_estate, **asks, **worker).asked == len(owners) + 1
