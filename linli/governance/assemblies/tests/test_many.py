"""A meeting of many costs as many queries as a meeting of a few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from linli.core.people.models import Person
from linli.governance.assemblies import actions
from linli.governance.assemblies.tests.test_pages import now
from linli.governance.assemblies.tests.test_secret import meeting
from linli.mechanisms.gathering.models import Attendance, Expected

pytestmark = pytest.mark.django_db
__all__ = ["meeting", "now"]
MANY = 500


def come_in_crowds(gathering, number, at):
    """So many more representatives are expected and have come, each of the register."""
    here = {"community_id": gathering.community_id}
    people = Person.objects.bulk_create(
        Person(name=f"居民{place}", registered_at=at, changed_at=at, **here)
        for place in range(number)
    )
    of = {**here, "gathering": gathering, "capacity": "representative"}
    expected = Expected.objects.bulk_create(
        Expected(name=each.name, name_keys=each.name, person=each, slip=f"S{place}", **of)
        for place, each in enumerate(people)
    )
    Attendance.objects.bulk_create(
        Attendance(name=each.name, person=each.person, expected=each, at=at, way="desk", **of)
        for each in expected
    )


def test_the_pages_of_a_meeting_of_five_hundred_ask_no_more_than_those_of_five(
    meeting, visit, url, now
):
    now(meeting.at)
    gathering = meeting.assembly.gathering
    code = meeting.assembly.community.code

    def of_gathering(name):
        return reverse(f"gathering:{name}", args=[code, gathering.pk])

    desk = [
        url("meeting", assembly_id=meeting.assembly.pk),
        url("open_vote", topic_id=meeting.topic.pk),
        *map(of_gathering, ("door", "floor", "minutes", "slips")),
        f"{of_gathering('door')}?q=居民",
        url("representatives"),
    ]
    public = [url("public_meeting", assembly_id=meeting.assembly.pk), of_gathering("wall")]

    def counted(paths, browser):
        found = {}
        for path in paths:
            with CaptureQueriesContext(connection) as queries:
                assert browser.get(path).status_code == 200, path
            found[path] = len(queries)
        return found

    worker, anybody = visit("worker"), visit()
    counted(desk, worker)  # what is kept between requests is kept from here on
    few = counted(desk, worker) | counted(public, anybody)
    come_in_crowds(gathering, MANY, gathering.starts_at)
    many = counted(desk, worker) | counted(public, anybody)
    assert {path: many[path] for path in many if many[path] > few[path]} == {}


def test_a_secret_vote_of_hundreds_is_opened_and_closed_with_few_queries_each(meeting):
    come_in_crowds(meeting.assembly.gathering, 100, meeting.at)
    with CaptureQueriesContext(connection) as opening:
        meeting.do(actions.open_vote)
    assert meeting.topic.poll.electorate.size == 105
    with CaptureQueriesContext(connection) as closing:
        meeting.close()
    assert len(closing) < 60
    assert len(opening) < 60 + 12 * 102  # a mark on the roll for each who takes a paper
