"""Objecting to a notice: in its window, with a receipt, answered by whoever decides."""

from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from linli.core.access.models import Account
from linli.core.audit.actor import NOBODY
from linli.core.audit.door import Replayed
from linli.core.audit.models import Entry
from linli.core.clocks.models import Clock
from linli.core.clocks.tests.cast import at
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.mechanisms.publication import actions
from linli.mechanisms.publication.due import run
from linli.mechanisms.publication.models import Objection
from linli.mechanisms.publication.tests.notices import AID

pytestmark = pytest.mark.django_db

WORDS = "家里不是三口人，是两口。"


@pytest.fixture
def aid(publish, owner, worker, director):
    """A notice about help, up from 2 March: objections until 9 March."""
    fields = {"name": "张*", "members": 3, "amount": 120000}
    draft = publish.draft(owner, by=worker, at=at(3, 2), template=AID, fields=fields)
    return publish.release(draft, by=director, at=at(3, 2), on=date(2026, 3, 2))


def _object(notice, moment, **more):
    objected = actions.Objected(WORDS, contact="楼下小卖部转")
    return actions.object_to(notice, objected=objected, by=NOBODY, at=moment, **more)


def _rule(call, *args, **more):
    with pytest.raises(Refused) as caught:
        call(*args, **more)
    return caught.value.finding.rule


def test_an_objection_is_taken_to_the_last_moment_and_no_later(aid, posted):
    assert _object(aid, at(3, 9, 23, 59)).state == "open"
    assert _rule(_object, aid, at(3, 10, 0)) == "publication.still_up"
    assert _rule(_object, posted(at(3, 2)), at(3, 3)) == "publication.objected_in_time"


def test_the_form_is_carried_out_once_and_its_words_stand_in_no_entry(aid, community):
    key = uuid4()
    made = _object(aid, at(3, 3), once=key)
    with pytest.raises(Replayed) as again:
        _object(aid, at(3, 3), once=key)
    assert again.value.subject == made.pk
    (entry,) = Entry.objects.filter(action="publication.object")
    assert WORDS not in str(entry.note)
    assert made.receipt not in str(entry.note)
    clock = Clock.objects.get(community=community, owner=made.pk)
    assert (clock.length, clock.state) == (5, "running")


def test_it_is_answered_once_and_the_clock_is_settled(aid, worker, director, community):
    made = _object(aid, at(3, 3))
    answer = {"outcome": "upheld", "answer": "核实了，已更正。", "at": at(3, 4)}
    assert _rule(actions.answer_objection, made, by=worker, **{**answer, "answer": " "}) == (
        "publication.reasoned"
    )
    actions.answer_objection(made, by=worker, **answer)
    assert made.state == "answered"
    assert Clock.objects.get(community=community, owner=made.pk).state == "met"
    again = {"by": director, **answer}
    assert _rule(actions.answer_objection, made, **again) == "publication.unchanged"


def test_only_who_bears_the_receipt_takes_it_back(aid, community):
    made = _object(aid, at(3, 3))
    assert _rule(actions.withdraw_objection, made, by=NOBODY, at=at(3, 3)) == "access.permitted"
    actions.withdraw_objection(made, by=NOBODY.bearing(made.pk), at=at(3, 3))
    assert made.state == "withdrawn"
    assert Clock.objects.get(community=community, owner=made.pk).state == "dropped"


def test_what_was_said_is_forgotten_a_year_after_the_answer(aid, worker):
    made = _object(aid, at(3, 3))
    actions.answer_objection(made, outcome="upheld", answer="好。", by=worker, at=at(3, 4))
    assert "objections_forgotten" not in run(at(3, 4, year=2027, hour=9))
    assert run(at(3, 4, year=2027))["objections_forgotten"] == 1
    made = Objection.objects.get(community=made.community_id, pk=made.pk)
    assert (made.words, made.answer, made.contact, made.outcome) == ("", "", "", "upheld")


@pytest.mark.django_db(transaction=True)
def test_of_two_answers_at_once_one_is_told_of_the_other(aid, worker, director, tmp_path):
    made = _object(aid, at(3, 3))

    def reply(by, outcome):
        row = Objection.objects.get(community=made.community_id, pk=made.pk)
        given = {"outcome": outcome, "answer": "好。", "at": at(3, 4)}
        return lambda: actions.answer_objection(row, by=by, **given)

    with shared_database(tmp_path):
        results = together([reply(worker, "upheld"), reply(director, "not_upheld")])
    (refused,) = [result for result in results if isinstance(result, Refused)]
    assert refused.finding.rule == "publication.unchanged"


def _sign_in(client, actor):
    account = Account.objects.get(pk=actor.account)
    client.force_login(account, backend="linli.core.access.sign_in.AccountBackend")


def test_a_visitor_objects_and_reads_the_answer_by_receipt(aid, client, community, worker):
    def url(name, *more):
        return reverse(f"publication:{name}", args=[community.code, *more])

    with time_machine.travel(at(3, 3), tick=False) as travel:
        assert url("object", aid.pk) in client.get(url("notice", aid.pk)).content.decode()
        assert client.post(url("object", aid.pk), {"words": ""}).status_code == 422
        sent = {"words": WORDS, "contact": "", "once": uuid4()}
        response = client.post(url("object", aid.pk), sent)
        own = response["Location"]
        assert WORDS in client.get(own).content.decode()
        receipt = own.rstrip("/").rpartition("/")[2]
        found = client.post(url("find_objection"), {"receipt": receipt.lower().replace("-", " ")})
        assert found["Location"] == own
        assert client.post(url("find_objection"), {"receipt": "不对"}).status_code == 422
        _sign_in(client, worker)
        desk = client.get(url("objections")).content.decode()
        made = Objection.objects.get(community=community)
        assert url("objection", made.pk) in desk
        assert WORDS in client.get(url("objection", made.pk)).content.decode()
        client.post(url("reply", made.pk), {"outcome": "upheld", "answer": "改好了。"})
        typed = {"words": "来窗口说的", "channel": "walk_in", "contact": "", "once": uuid4()}
        response = client.post(url("type_in_objection", aid.pk), typed)
        assert response.status_code == 302
        client.logout()
        page = client.get(own)
        assert "改好了。" in page.content.decode()
        assert "异议成立" in page.content.decode()
        assert page["Cache-Control"] == "no-store"
        travel.move_to(at(3, 10, 0))
        assert client.get(url("object", aid.pk)).status_code == 404
        assert client.get(own).status_code == 200
