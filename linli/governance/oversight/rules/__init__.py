"""What the law asks of disclosure, of money shown, and of residents' inquiries."""

from linli.governance.oversight.rules.disclosure import (
    Period,
    checked_by_another,
    digest_of,
    due_day,
    left_out_openly,
    may_drop,
    often_enough,
    on_time,
    period_ended,
    period_now,
    shown_long_enough,
    something_said,
    still_so,
)
from linli.governance.oversight.rules.inquiries import (
    consents_to_send,
    question_clear,
    rests_on_what_is_up,
)
from linli.governance.oversight.rules.money import (
    carried_over,
    not_overspent,
    one_side_each,
    sums_of_accounts,
    sums_of_donations,
    used_within,
    with_what_is_left,
)

__all__ = [
    "Period",
    "carried_over",
    "checked_by_another",
    "consents_to_send",
    "digest_of",
    "due_day",
    "left_out_openly",
    "may_drop",
    "not_overspent",
    "often_enough",
    "on_time",
    "one_side_each",
    "period_ended",
    "period_now",
    "question_clear",
    "rests_on_what_is_up",
    "shown_long_enough",
    "something_said",
    "still_so",
    "sums_of_accounts",
    "sums_of_donations",
    "used_within",
    "with_what_is_left",
]
