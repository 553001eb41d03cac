"""What a table would do, counted before anything is taken in, and its problems in words."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.utils.translation import gettext, gettext_lazy as _

from linli.lib.tables import SENTENCES, Problem, Sheet, sentence_of
from linli.service.matters.actions.importing import kinds_known
from linli.service.matters.importing.reading import Incoming, verdicts
from linli.service.matters.importing.rows import fold, sort_rows

OWN_SENTENCES = {
    "duplicate_key": _("这个编号和第 {first} 行重复。请核对，同一件只留一行。"),
    "time_in_future": _("时间晚于现在，这不可能。请核对。"),
    "answered_before_raised": _("答复时间早于提出时间，这不可能。请核对这两个时间。"),
}
CHUNK = 1000


def say(problem: Problem) -> str:
    """A problem in the reader's language."""
    own = OWN_SENTENCES.get(problem.code)
    if own is not None:
        return str(own).format(**problem.numbers)
    assert problem.code in SENTENCES
    return sentence_of(problem, gettext)


def look_at_rows(community: Any, sheet: Sheet, now: datetime) -> dict[str, Any]:
    """Counts of read, new, changed, same, held and refused rows, and the kinds that are new."""
    kinds = kinds_known(community)
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    new_kinds: Counter[str] = Counter()
    chunk: list[Incoming] = []

    def compare() -> None:
        found = sort_rows(community, chunk, kinds)
        counts["new"] += len(found.new)
        counts["changed"] += len(found.changed)
        counts["same"] += found.same
        counts["held"] += found.held
        chunk.clear()

    for verdict in verdicts(sheet, now):
        counts["read"] += 1
        if verdict.incoming is None:
            counts["refused"] += 1
            reasons.update(problem.code for problem in verdict.problems)
            continue
        if fold(verdict.incoming.kind) not in kinds:
            new_kinds[verdict.incoming.kind] += 1
        chunk.append(verdict.incoming)
        if len(chunk) == CHUNK:
            compare()
    compare()
    names = ("read", "new", "changed", "same", "held", "refused")
    return {
        **{name: counts[name] for name in names},
        "reasons": dict(reasons),
        "new_kinds": dict(new_kinds.most_common(100)),
    }
