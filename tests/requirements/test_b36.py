"""B36: the committee has its five lines of work, each with a subcommittee or somebody it is
assigned to; offices say how work is divided; training is on record; a body is handed over item by
item; who holds an office sees the own page."""

import pytest

from linli.partners.organisations import actions
from linli.partners.organisations.queries.register import lines_of_work
from linli.partners.organisations.tests.conftest import *

ROW = "B36"
ROOM = "partners/organisations"
PAGES = ("organisations:desk", "organisations:handover", "organisations:own")

pytestmark = pytest.mark.django_db


def test_b36_five_lines_of_work_by_subcommittee_or_by_person(setting, add, office, today):
    committee = add("东湖居委会", "residents_committee")
    assert len([line for line in lines_of_work(setting.community, today) if line.open]) == 5
    add("治保委员会", subject="security", part_of=committee)
    office(committee, "卫生委员", subject="public_health")
    done = {line.subject: line for line in lines_of_work(setting.community, today) if not line.open}
    assert set(done) == {"security", "public_health"}
    assert done["public_health"].office.title == "卫生委员"


def test_b36_work_is_divided_training_kept_and_a_body_handed_over(
    add, office, seat, actor, at, today
):
    body = add()
    term = seat(office(body), "甲示范")
    by = {"by": actor("worker"), "at": at}
    post = actions.divide_work(term.office, duties="夜间巡逻", seats=1, seen_seats=1, **by)
    assert post.duties == "夜间巡逻"
    assert actions.record_training(term, on=today, half_hours=4, subject="消防", **by).term == term
    handover = actions.open_handover(body, on=today, **by)
    for item in handover.items.all():
        actions.sign_item(item, **by)
        actions.sign_item(item, by=actor("director"), at=at)
    handover.refresh_from_db()
    assert handover.closed_at


def test_b36_who_holds_an_office_sees_it_on_the_own_page(setting, add, office, seat, visit, url):
    person = setting.accounts["representative"].person
    seat(office(add()), person.name, person=person)
    page = visit("representative").get(url("own"))
    assert [each.office for each in page.context["offices"]] == ["治保主任"]
