from datetime import UTC, datetime, timedelta

from linli.core.messages.rules import WAITS, cleared_before, next_attempt

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_each_wait_is_longer_than_the_one_before():
    waits = [next_attempt(tries, AT) - AT for tries in range(1, len(WAITS) + 1)]
    assert waits == sorted(waits)
    assert waits[0] == timedelta(minutes=1)


def test_after_the_last_wait_it_is_given_up():
    assert next_attempt(len(WAITS) + 1, AT) is None
    assert next_attempt(len(WAITS) + 5, AT) is None


def test_a_message_is_kept_for_more_than_a_year():
    assert AT - cleared_before(AT) > timedelta(days=366)
