"""The rules of money: who must agree, what it may be spent on, when a month is over."""

from linli.stewardship.funds.rules.hands import (
    another_hand,
    below_assembly,
    decided_where_needed,
    hands_needed,
    looked_at_by_another,
    three_hands,
    yuan,
)
from linli.stewardship.funds.rules.months import (
    all_have_vouchers,
    closed_by_another,
    in_open_month,
    month_is_over,
    next_to_close,
    not_ahead,
    still_as_prepared,
)
from linli.stewardship.funds.rules.spending import (
    after_all_entries,
    enough_free,
    fits_purpose,
    for_its_purpose,
    line_keeps_committed,
    line_named,
    more_than_nothing,
    not_before_approved,
    not_more_than_approved,
    reserve_decided,
    since_opened,
    source_is_open,
    within_line,
    within_reserve,
    words_name_nobody,
)

__all__ = [
    "after_all_entries", "all_have_vouchers", "another_hand", "below_assembly",
    "closed_by_another", "decided_where_needed", "enough_free", "fits_purpose",
    "for_its_purpose", "hands_needed", "in_open_month", "line_keeps_committed", "line_named",
    "looked_at_by_another", "month_is_over", "more_than_nothing", "next_to_close", "not_ahead",
    "not_before_approved", "not_more_than_approved", "reserve_decided", "since_opened",
    "source_is_open", "still_as_prepared", "three_hands", "within_line", "within_reserve",
    "words_name_nobody", "yuan",
]  # fmt: skip
