"""Two at once, for real: one of them wins, and the other is told."""

import pytest

from linli.core.audit.door import Replayed
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.partners.paperwork import actions
from linli.partners.paperwork.models import Asking, HandedRow, HandOver, Line
from linli.partners.paperwork.queries import filled
from linli.partners.paperwork.queries.filled import typed_of

pytestmark = pytest.mark.django_db(transaction=True)


def loaded(row):
    found = type(row).objects.filter(community=row.community_id, pk=row.pk)
    wanted = ("asking__form",) if isinstance(row, Line) else ("form", "body", "community")
    return found.select_related(*wanted).get()


def sorted_out(results):
    known = Refused | Replayed
    unexpected = [each for each in results if isinstance(each, Exception)
                  and not isinstance(each, known)]  # fmt: skip
    assert not unexpected, unexpected
    done = [each for each in results if not isinstance(each, Exception)]
    return done, [each.finding.rule for each in results if isinstance(each, Refused)]


def test_of_two_who_take_the_same_file_in_one_wins(receive, actor, tmp_path, setting):
    by = [actor("worker"), actor("director")]
    with shared_database(tmp_path):
        results = together([lambda who=who: receive(by=who) for who in by])
        count = Asking.objects.filter(community=setting.community).count()
    done, rules = sorted_out(results)
    assert (len(done), rules, count) == (1, ["paperwork.not_here_yet"], 1)


def test_of_two_who_answer_for_one_row_one_wins(listed, actor, at, tmp_path):
    row = filled.fill(listed, local_day(at)).rows[0]
    key = row.open_keys[0]
    said = {"住院": actor("worker"), "出院": actor("director")}

    def answer(words, by):
        line = loaded(row.line)
        return lambda: actions.answer(line, answers={key: words}, seen=line.version, by=by, at=at)

    with shared_database(tmp_path):
        results = together([answer(words, by) for words, by in said.items()])
        kept = typed_of(loaded(row.line))[key]["v"]
    done, rules = sorted_out(results)
    assert (len(done), rules) == (1, ["paperwork.fresh_line"])
    assert kept in said


def test_a_form_is_handed_over_once_also_when_two_sign_at_once(listed, give, actor, tmp_path):
    copies = [(loaded(listed), actor(key)) for key in ("worker", "director")]
    with shared_database(tmp_path):
        results = together([lambda c=c, by=by: give(c, by=by) for c, by in copies])
        counts = (
            HandOver.objects.filter(community=listed.community_id).count(),
            HandedRow.objects.filter(community=listed.community_id).count(),
        )
    done, rules = sorted_out(results)
    assert (len(done), len(rules), counts) == (1, 1, (1, 16))


def test_a_form_sent_twice_is_handed_over_once_and_answers_the_same(listed, give, tmp_path):
    key, copies = new_id(), [loaded(listed), loaded(listed)]
    with shared_database(tmp_path):
        results = together([lambda c=c: give(c, once=key) for c in copies])
        count = HandOver.objects.filter(community=listed.community_id).count()
    assert count == 1
    assert sum(isinstance(each, Replayed) for each in results) == 1


def test_an_answer_is_in_the_form_handed_over_or_refused(listed, give, actor, at, tmp_path):
    row = filled.fill(listed, local_day(at)).rows[0]
    key, line, copy = row.open_keys[0], loaded(row.line), loaded(listed)
    with shared_database(tmp_path):
        results = together(
            [
                lambda: actions.answer(line, answers={key: "住院"}, by=actor("worker"), at=at),
                lambda: give(copy, by=actor("director")),
            ]
        )
        kept = HandedRow.objects.filter(community=listed.community_id, number=1).get()
        said = filled.cells_of(kept)[key].content
    done, rules = sorted_out(results)
    answered = not isinstance(results[0], Exception)
    assert isinstance(results[1], HandOver)
    assert (said == "住院") is answered, (rules, done)
