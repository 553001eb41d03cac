"""What may be posted, how long it must be up, and the form in which it is kept for the archive."""

from linli.mechanisms.publication.rules.archive import (
    canonical,
    digest,
    read_digest,
    read_number,
    read_snapshot,
    short_code,
    text_digest,
)
from linli.mechanisms.publication.rules.health import speaks_of_health
from linli.mechanisms.publication.rules.objections import (
    objected_in_time,
    passed_on_first,
    reasoned,
)
from linli.mechanisms.publication.rules.periods import (
    EARLY_GROUNDS,
    GROUNDS,
    agreed_by_all,
    comes_down,
    long_enough,
    not_backdated,
    objections_end,
    seen_by_two,
    stood_long_enough,
)
from linli.mechanisms.publication.rules.whitelist import (
    UnlistedField,
    clean_fields,
    complete,
    explained,
    short_enough,
    without_health,
    without_private_numbers,
)

__all__ = [
    "EARLY_GROUNDS",
    "GROUNDS",
    "UnlistedField",
    "agreed_by_all",
    "canonical",
    "clean_fields",
    "comes_down",
    "complete",
    "digest",
    "explained",
    "long_enough",
    "not_backdated",
    "objected_in_time",
    "objections_end",
    "passed_on_first",
    "read_digest",
    "read_number",
    "read_snapshot",
    "reasoned",
    "seen_by_two",
    "short_code",
    "short_enough",
    "speaks_of_health",
    "stood_long_enough",
    "text_digest",
    "without_health",
    "without_private_numbers",
]
