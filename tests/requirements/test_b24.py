"""B24: the navigator never says that somebody is entitled, only what they may apply for; whoever
leaves its pages leaves nothing behind."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.core.audit.models import Entry
from linli.service.catalogue.schemes import shelf
from linli.service.catalogue.tests.test_navigator_pages import SHE, carried_in, line, walk

ROW, ROOM, PAGES = "B24", "service/catalogue", ("catalogue:navigator",)
pytestmark = pytest.mark.django_db


def test_b24_the_answer_is_what_one_may_apply_for(line, visit, url):
    page, _asked = walk(visit(), url("catalogue:navigator"), "", SHE)
    assert "可以申请" in page
    for forbidden in ("您符合", "你符合", "符合条件，可以领取", "您有资格"):
        assert forbidden not in page


def test_b24_nothing_is_written_anywhere(line, visit, url):
    entries, sessions = Entry.objects.count(), Session.objects.count()
    with CaptureQueriesContext(connection) as asked:
        page, _asked = walk(visit(), url("catalogue:navigator"), "", {**SHE, "income": "617.31"})
    assert "617.31" in page
    said = " ".join(query["sql"] for query in asked.captured_queries)
    assert not re.search(r"\b(INSERT|UPDATE|DELETE)\b", said)
    assert (Entry.objects.count(), Session.objects.count()) == (entries, sessions)
