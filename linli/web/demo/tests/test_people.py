"""The register in the demo's year: moves, a merge, two who are two, and what still waits."""

import pytest
from django.utils import timezone

from linli.core.people.models import Batch, Declaration, Merge, NotSamePerson, Person, Question
from linli.core.people.queries import answer_asked, resemblances
from linli.core.people.queries.book import book_of
from linli.lib.calendar import local_day
from linli.web.demo.cast import gather
from linli.web.demo.people import play_people

pytestmark = pytest.mark.django_db


def test_the_register_of_the_demo_has_lived():
    at = timezone.now()
    setting = gather(at, small=False)
    play_people(setting, at)
    mine = {"community": setting.community}
    assert [
        batch.counts["refused"] for batch in Batch.objects.filter(**mine).order_by("read_at")
    ] == [
        2,
        0,
    ]
    assert Merge.objects.filter(**mine, undone_at__isnull=True).count() == 1
    assert NotSamePerson.objects.filter(**mine).count() == 1
    assert resemblances(setting.community).count() >= 1
    told = Declaration.objects.filter(**mine)
    assert {*told.values_list("outcome", flat=True)} == {"confirmed", "refused", ""}
    elder = Person.objects.get(pk=setting.accounts["elder"].person_id, **mine)
    looks = {entry.action for entry in book_of(elder, looks_only=True)}
    assert looks == {"people.open", "people.look_at_stairs"}

    (kept,) = Question.objects.filter(**mine)
    assert answer_asked(setting.community, local_day(at), kept.asked).count == 3
