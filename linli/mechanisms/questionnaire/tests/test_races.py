"""Two at once, for real: one of them wins, and the other is told what happened."""

from dataclasses import replace

import pytest

from linli.core.audit.actor import NOBODY
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.lib.numbers import FLOOR
from linli.mechanisms.questionnaire import actions
from linli.mechanisms.questionnaire.models import AnswerSheet, PaperEntry
from linli.mechanisms.questionnaire.queries.answers import rate_of

pytestmark = pytest.mark.django_db(transaction=True)


def rules_of(results):
    return [each.finding.rule for each in results if isinstance(each, Refused)]


def test_a_slip_counts_once_and_paper_is_typed_a_second_time_once(asked, who, at, tmp_path):
    one, two, three, four = actions.print_slips(asked, count=4, **who("worker"))
    said = {"answers": {"1": ["4"]}}
    other = {"answers": {"1": ["0"]}}
    worker, director = who("worker"), who("director")
    deputy = {**director, "by": replace(director["by"], account=new_id())}
    actions.type_paper(asked, code=two, **said, **worker)
    with shared_database(tmp_path):
        answered = together(
            [
                lambda: actions.answer(asked, code=one, **said, by=NOBODY, at=at),
                lambda: actions.answer_for(asked, code=one, **said, channel="phone", **worker),
            ]
        )
        seconds = together(
            [
                lambda: actions.type_paper(asked, code=two, **said, **director),
                lambda: actions.type_paper(asked, code=two, **said, **deputy),
            ]
        )
        firsts = together(
            [
                lambda: actions.type_paper(asked, code=three, **said, **worker),
                lambda: actions.type_paper(asked, code=three, **other, **director),
            ]
        )
        mixed = together(
            [
                lambda: actions.type_paper(asked, code=four, **said, **worker),
                lambda: actions.answer(asked, code=four, **said, by=NOBODY, at=at),
            ]
        )
        here = {"community": asked.community_id, "questionnaire": asked}
        sheets = AnswerSheet.objects.filter(**here).count()
        waiting = PaperEntry.objects.filter(**here).count()
        rate = rate_of(asked, FLOOR)
    assert rules_of(answered) == ["questionnaire.slip_good"]
    assert sorted(map(str, seconds)).count("counted") == 1, seconds
    assert len([each for each in seconds if isinstance(each, Refused)]) == 1
    assert sorted(firsts) == ["differs", "first"], firsts
    assert rules_of(mixed) == ["questionnaire.slip_good"]
    on_web = rate.by_channel.get("web", 0) + rate.by_channel.get("phone", 0)
    assert sheets == rate.by_channel["paper"] + on_web
    assert (rate.by_channel["paper"], sheets + waiting) == (1, 4)
