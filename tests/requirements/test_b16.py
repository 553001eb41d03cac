"""B16: only the worker, the second and the client (a copy of their own) open a file of social work;
it ends after it was evaluated; months are counted without names."""

import pytest

from linli.core.access.tests.browsers import know_browsers
from linli.service.casework.actions import end_case
from linli.service.casework.facts import KINDS
from linli.service.casework.queries import cases
from linli.service.casework.tests.conftest import NOON, case, house

ROW, ROOM, PAGES = "B16", "service/casework", ("casework:mine",)
pytestmark = pytest.mark.django_db


def test_b16_nobody_but_its_hands_finds_the_file(house, case):
    assert [row.role for row in cases.handlers_of(case)] == ["lead", "second"]
    for key, finds in (
        ("worker", True),
        ("colleague", True),
        ("third", False),
        ("director", False),
    ):
        found = cases.of(house.actor(key), house.community)
        assert (case.pk in {row.pk for row in found}) is finds, key


def test_b16_a_file_ends_after_it_was_evaluated(house, case, refused):
    refused(
        "casework.evaluated_first",
        end_case, case, ending="reached", by=house.actor("worker"), at=NOON,
    )  # fmt: skip


def test_b16_what_is_counted_of_files_tells_no_person():
    assert KINDS
    assert all(not getattr(kind, "person", False) for kind in KINDS)
