"""What the law asks of residents' inquiries, without a database."""

from datetime import date

from linli.governance.oversight import rules
from linli.lib.law import parameter


def test_a_question_has_some_words():
    assert rules.question_clear("捐款呢？")
    assert not rules.question_clear(" ？ ")


def test_an_answer_rests_on_what_can_be_seen():
    assert rules.rests_on_what_is_up(attached=False, up=False)
    assert rules.rests_on_what_is_up(attached=True, up=True)
    assert not rules.rests_on_what_is_up(attached=True, up=False)


def test_nothing_goes_to_the_street_without_consent():
    assert rules.consents_to_send(send=False, consents=False)
    assert not rules.consents_to_send(send=True, consents=False)


def test_five_working_days_are_a_promise_and_no_law():
    found = parameter("disclosure.query_answered_within", date(2026, 6, 1), ())
    assert (found.value, found.unit, found.status.value) == (5, "working_days", "promise")
