"""Two who act at once: one of them does it, the other is told."""

import pytest

from linli.core.audit.actor import NOBODY, the_clock
from linli.core.clocks.tests.together import shared_database, together
from linli.governance.oversight.actions import disclosure as actions, inquiries as asking
from linli.governance.oversight.models import Disclosure, Inquiry
from linli.governance.oversight.tests.opening import draft, last_month, line_of
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.mechanisms.publication.models import Posting

pytestmark = pytest.mark.django_db(transaction=True)


def loaded(model, row):
    return model.objects.select_related("community").get(community=row.community_id, pk=row.pk)


def test_an_item_published_twice_at_once_is_posted_once(setting, actor, at, tmp_path):
    item = actions.check_item(draft(setting, actor, at), by=actor("supervisor"), at=at)
    rows, director = [loaded(Disclosure, item) for _each in range(2)], actor("director")
    with shared_database(tmp_path):
        results = together(
            [lambda row=row: actions.publish_item(row, days=30, by=director, at=at) for row in rows]
        )
        posted = Posting.objects.filter(community=item.community_id).count()
    assert posted == 1
    refused = [each.finding.rule for each in results if isinstance(each, Refused)]
    assert refused in (["flow.fresh"], ["flow.move_open"])


def test_one_round_is_opened_by_one_of_two_processes(setting, at, tmp_path):
    since, until = last_month(local_day(at))
    given = {"line": line_of(setting, "donations"), "since": since, "until": until}
    given |= {"due_on": local_day(at), "by": the_clock(), "at": at}
    with shared_database(tmp_path):
        results = together(
            [lambda: actions.open_round(setting.community, **given) for _each in range(2)]
        )
        opened = Disclosure.objects.filter(community=setting.community).count()
    assert opened == 1
    (refused,) = [each for each in results if isinstance(each, Refused)]
    assert refused.finding.rule == "oversight.disclosed_once"


def test_an_answer_and_a_withdrawal_at_once_are_one_of_the_two(setting, actor, at, tmp_path):
    made = asking.ask(setting.community, question="捐款呢，用在哪里？", by=NOBODY, at=at)
    first, second, worker = loaded(Inquiry, made), loaded(Inquiry, made), actor("worker")
    bearer = NOBODY.bearing(made.pk)
    with shared_database(tmp_path):
        results = together(
            [
                lambda: asking.answer(first, text="见公布。", seen=1, by=worker, at=at),
                lambda: asking.withdraw(second, seen=1, by=bearer, at=at),
            ]
        )
        kept = loaded(Inquiry, made)
    assert len([each for each in results if isinstance(each, Refused)]) == 1
    assert (kept.state, bool(kept.answer)) in {("answered", True), ("withdrawn", False)}
