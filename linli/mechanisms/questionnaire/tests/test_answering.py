"""A questionnaire from draft to close: slips know nobody, answers know no slip."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from linli.core.audit.actor import NOBODY
from linli.core.audit.door import Act
from linli.core.audit.models import Entry
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Refused
from linli.lib.numbers import FLOOR
from linli.mechanisms.questionnaire import actions
from linli.mechanisms.questionnaire.actions import StratumGiven
from linli.mechanisms.questionnaire.models import AnswerSheet, PaperEntry, Slip, SlipTaken
from linli.mechanisms.questionnaire.queries import answers, asking, slips
from linli.mechanisms.questionnaire.queries.results import results_of

LATER = datetime(2026, 12, 21, 9, 0, tzinfo=SHANGHAI)


def refused(rule):
    return pytest.raises(Refused, match=rule)


def sheets(asked):
    return AnswerSheet.objects.filter(community=asked.community_id, questionnaire=asked)


def test_an_answer_shares_no_key_and_no_order_with_its_slip(db, request):
    fields = {model: {field.name for field in model._meta.concrete_fields} for model in
              (AnswerSheet, Slip, SlipTaken)}  # fmt: skip
    here = {"id", "community", "questionnaire"}
    assert fields == {
        AnswerSheet: here | {"channel", "stratum", "answers"},
        Slip: here | {"digest", "stratum", "used"},
        SlipTaken: here | {"taker"},
    }
    unordered = (AnswerSheet, Slip, SlipTaken, PaperEntry)
    assert {model(community_id=None).pk.version for model in unordered} == {4}
    if connection.vendor == "sqlite" and not request.config.getoption("nomigrations"):
        with connection.cursor() as cursor:
            for table in (model._meta.db_table for model in unordered):
                cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [table])
                assert cursor.fetchone()[0].endswith("WITHOUT ROWID"), table


def test_questions_that_cannot_be_answered_are_not_written(drafted, step):
    with refused("asked_in_order"):
        first = {"text": "先？", "options": ["是", "否"], "asked_if": {"question": "2"}}
        step(actions.write, drafted, questions=[first])
    with refused("well_formed"):
        step(actions.write, drafted, questions=[{"text": "几分？", "kind": "scale"}])
    with refused("public_words"):
        step(actions.write, drafted, questions=[{"text": "打 13800138000", "kind": "words"}])
    step(actions.write, drafted, questions=[])
    with refused("asks_something"):
        step(actions.open_up, drafted)


def test_a_draft_is_mended_or_dropped_and_answers_wait_for_the_first_day(drafted, step, who, at):
    about = {"title": " 改 ", "title_en": "", "per": "person"}
    step(actions.set_sample, drafted, [StratumGiven("a", "甲", 200, 30)])
    with refused("runs_forward"):
        days = {"opens_on": date(2026, 12, 9), "closes_on": date(2026, 12, 8)}
        step(actions.amend, drafted, **about, **days)
    days = {"opens_on": date(2026, 12, 9), "closes_on": date(2026, 12, 10)}
    step(actions.amend, drafted, **about, **days)
    assert (drafted.title, drafted.drawn, asking.strata_of(drafted)) == ("改", None, [])
    with refused("runs_forward"):
        late = Act("planning.draft_survey", **who("worker", LATER), subject=drafted)
        actions.open_up(late, drafted)
    asked = step(actions.open_up, drafted)
    (code,) = actions.print_slips(asked, count=1, **who("worker"))
    given = {"code": code, "answers": {"1": ["1"]}, "by": NOBODY}
    with refused("takes_answers"):
        actions.answer(asked, **given, at=at)
    actions.answer(asked, **given, at=at + timedelta(days=1))
    with refused("stands"):
        step(actions.drop, asked)
    other = step(actions.draft, asked.community, asked.kind, title="乙",
                 opens_on=date(2026, 12, 9), closes_on=date(2026, 12, 9))  # fmt: skip
    step(actions.drop, other)
    assert [each.pk for each in asking.questionnaires_in(asked.community)] == [asked.pk]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps no order at all")
def test_the_close_writes_answers_anew_so_that_no_transaction_ties_them(asked, step, who, at):
    for code in actions.print_slips(asked, count=12, **who("worker")):
        actions.answer(asked, code=code, answers={"1": ["3"]}, by=NOBODY, at=at)
    before = sorted(str(each.pk) for each in sheets(asked))
    step(actions.close, asked)
    with connection.cursor() as cursor:
        cursor.execute("SELECT xmin::text, id::text FROM questionnaire_answersheet ORDER BY ctid")
        rows = cursor.fetchall()
    assert len({xmin for xmin, _key in rows}) == 1
    assert [key for _xmin, key in rows] == before


def test_a_slip_is_good_for_one_answer_in_every_channel_and_nothing_half_is_kept(asked, who, at):
    codes = actions.print_slips(asked, count=4, **who("worker"))
    given = {"code": codes[0], "answers": {"1": ["3"], "3": ["0"], "5": "树，找 13800138000"}}
    actions.answer(asked, **given, by=NOBODY, at=at)
    sheet = sheets(asked).get()
    assert set(sheet.answers) == {"1", "5"}, "what was not asked of this person is not kept"
    assert "13800138000" not in str(sheet.answers)
    with refused("slip_good"):
        actions.answer_for(asked, **given, channel="phone", **who("worker"))
    with refused("answers_fit"):
        actions.answer(asked, code=codes[1], answers={"1": ["5"]}, by=NOBODY, at=at)
    assert slips.slip_open(asked, codes[1]), "what was refused does not use a slip up"
    said = {"2": ["1"], "3": ["dk"]}
    actions.answer_for(asked, code=codes[1], answers=said, channel="door", **who("worker"))
    entry = Entry.objects.get(action="questionnaire.answer_for")
    assert (entry.account, entry.at.astimezone(SHANGHAI).hour) == (None, 0)
    with refused("access.permitted"):
        actions.answer_for(asked, code=codes[2], answers=said, channel="door", **who("elder"))
    with refused("takes_answers"):
        actions.answer(asked, code=codes[2], answers={"1": ["0"]}, by=NOBODY, at=LATER)
    tally = answers.tallies_of(asked, "repaired")[""]
    assert (tally.counts, tally.dont_know, tally.n) == ((0, 0), 1, 0)
    assert sorted(profile.get("overall_satisfied", ["-"])
                  for _stratum, profile in answers.profiles_of(asked, "overall_satisfied")
                  ) == [["-"], ["3"]]  # fmt: skip


def test_paper_counts_once_two_people_have_typed_it(asked, who, step):
    one, two, three = actions.print_slips(asked, count=3, **who("worker"))
    said = {"1": ["4"], "5": "多种树，谢谢"}
    assert actions.type_paper(asked, code=one, answers=said, **who("worker")) == "first"
    assert not sheets(asked).exists(), "typed once does not count"
    with refused("typed_by_two"):
        actions.type_paper(asked, code=one, answers=said, **who("worker"))
    alike = said | {"5": "多种树 谢谢。"}
    assert actions.type_paper(asked, code=one, answers=alike, **who("director")) == "counted"
    assert (sheets(asked).get().channel, asking.waiting(asked)) == ("paper", 0)

    actions.type_paper(asked, code=two, answers={"1": ["4"], "2": ["0"]}, **who("worker"))
    other = {"1": ["3"], "2": ["0"]}
    assert actions.type_paper(asked, code=two, answers=other, **who("director")) == "differs"
    with refused("paper_untouched"):
        actions.type_paper(asked, code=two, answers=other, **who("director"))
    (entry,) = slips.entries_in_doubt(asked)
    with refused("paper_all_settled"):
        actions.settle_paper(entry, answers={}, **who("director"))
    assert sheets(asked).count() == 1
    actions.settle_paper(entry, answers={"1": ["3"]}, **who("worker"))
    assert {str(sheet.answers) for sheet in sheets(asked)} >= {str({"1": ["3"], "2": ["0"]})}
    with refused("paper_untouched"):
        actions.settle_paper(entry, answers={"1": ["4"]}, **who("director"))

    actions.type_paper(asked, code=three, answers=said, **who("worker"))
    actions.drop_paper(slips.entry_of(asked, three), **who("worker"))
    assert slips.slip_open(asked, three), "typed under the wrong code: the slip is good again"
    for name in ("type_paper", "settle_paper", "drop_paper"):
        entries = Entry.objects.filter(action=f"questionnaire.{name}")
        assert {entry.account for entry in entries} == {None}


def test_paper_that_waits_keeps_it_open_for_a_while_and_is_counted_as_left_out(asked, who, step):
    (code,) = actions.print_slips(asked, count=1, **who("worker"))
    given = {"code": code, "answers": {"1": ["4"]}}
    actions.type_paper(asked, **given, **who("worker", LATER))  # paper is typed after the day
    on = date(2026, 12, 20)
    assert [asking.is_over(asked, on + timedelta(days=days)) for days in (0, 1, 7, 8)] == [
        False, False, False, True,
    ]  # fmt: skip
    with refused("paper_counted"):
        step(actions.close, asked)
    actions.type_paper(asked, code=code, answers={"1": ["0"]}, **who("director", LATER))
    (entry,) = slips.entries_in_doubt(asked)
    step(actions.close, asked, leaving=1)
    with refused("paper_untouched"):  # a moment later, in words
        actions.settle_paper(entry, answers={"1": ["4"]}, **who("worker", LATER))
    assert (asked.state, asked.unsettled) == ("closed", 1)
    here = {"community": asked.community_id, "questionnaire": asked}
    left = [model.objects.filter(**here).count() for model in (PaperEntry, Slip, SlipTaken)]
    assert (left, sheets(asked).count()) == ([0, 0, 0], 0)
    with refused("stands"):
        step(actions.close, asked)


def test_a_stratum_stands_on_a_sheet_only_where_it_was_drawn_large_enough(drafted, who, step, at):
    with refused("sample_fits"):
        step(actions.set_sample, drafted, [StratumGiven("a", "甲", 5, 6)])
    groups = [StratumGiven("a", "甲", 200, 30), StratumGiven("b", "乙", 60, 29)]
    step(actions.set_sample, drafted, groups)
    asked = step(actions.open_up, drafted)
    with refused("slip_by_sample"):
        actions.take_slip(asked, **who("elder"))
    with refused("stratum_known"):
        actions.print_slips(asked, count=1, stratum="c", **who("worker"))
    for stratum in ("a", "b"):
        (code,) = actions.print_slips(asked, count=1, stratum=stratum, **who("worker"))
        actions.answer(asked, code=code, answers={"1": ["4"]}, by=NOBODY, at=at)
    assert set(answers.tallies_of(asked, "overall_satisfied")) == {"a", ""}
    actions.count_unreached(asked, refused=3, not_reached=2, **who("worker"))
    with refused("counts_from_nought"):
        actions.count_unreached(asked, refused=-4, **who("worker"))
    rate = answers.rate_of(asked, FLOOR)
    assert (rate.asked, rate.valid, rate.refused, rate.not_reached) == (59, 2, 3, 2)
    assert not rate.enough, "two of fifty-nine"
    assert rate.valid_told is None
    assert {count for _code, _words, count in rate.channels_told} == {None}
    assert rate.beyond is None
    actions.print_slips(asked, count=58, stratum="a", **who("worker"))
    again = asking.questionnaire_in(asked.community, asked.pk)
    assert answers.rate_of(again, FLOOR).beyond.numbers == {"handed_out": 60, "drawn": 59}


def test_a_question_that_hangs_on_a_hidden_count_does_not_tell_it(asked, who, at):
    codes = actions.print_slips(asked, count=60, **who("worker"))
    for number, code in enumerate(codes[:50]):  # nine of fifty had nothing repaired
        said = {"2": ["1"], "3": ["0" if number % 2 else "dk"]} if number < 41 else {"2": ["0"]}
        actions.answer(asked, code=code, answers=said, by=NOBODY, at=at)
    second, third = results_of(asked, FLOOR).results[1:3]
    assert second.shown.counts[1] is None
    assert (third.shown.answered, third.shown.counts) == (None, (None, None))
    assert results_of(asked, 51).answered_told is None, "a place may hide more"
    assert answers.rate_of(asked, 51).valid_told is None
    (only,) = results_of(asked, FLOOR, wanted=lambda each: each.key == "3").results
    assert only.shown == third.shown
