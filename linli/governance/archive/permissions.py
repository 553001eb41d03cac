"""Who may do what with the archive.

Worker and director keep it; the director adds to the plan, approves what is destroyed and takes
packages out. The supervisory committee and the members read what is no person's; a resident sees
what is open and asks for copies. What is confidential is seen by whoever it is entrusted to.
"""

from typing import Any

import rules

from linli.core.access.permissions import lives_here
from linli.core.audit.actor import Actor, anyone, clock, holds, operator
from linli.core.files.filing import series_called
from linli.core.files.owners import register_owner
from linli.governance.archive.filing_plan import shipped
from linli.governance.archive.models import CopyRequest, Item

keeps = holds("director", "worker")
directs = holds("director")
reads = keeps | holds("supervisor", "deputy_director", "committee_member")


@rules.predicate
def sent_it(actor: Actor, subject: Any) -> bool:
    """Bears the receipt, or was signed in when asking."""
    return isinstance(subject, CopyRequest) and (
        subject.pk in actor.bears
        or (actor.account is not None and subject.sender_id == actor.account)
    )


@rules.predicate
def may_read_it(actor: Actor, subject: Any) -> bool:
    """Over an item: open ones everybody who works with the archive, confidential ones whoever
    they are entrusted to, all others the posts its line of the plan names."""
    if not isinstance(subject, Item):
        return False
    if subject.access == "confidential":
        return actor.account is not None and subject.entrusted_to_id == actor.account
    named = readers_of(subject.line)
    if subject.access == "open" or not named:
        return bool(rules.test_rule("archive.reads", actor, subject))
    return actor.holds(*named, over=subject)


@rules.predicate
def nobody(actor: Actor, subject: Any = None) -> bool:
    """By its bare address no file of the archive opens: its own page writes down who looked."""
    return False


def readers_of(line: str) -> tuple[str, ...]:
    """The posts a line of the plan, or a series, is left to; none where to all who work here."""
    series = series_called(line)
    if series is not None:
        return series.readers
    return next((each.readers for each in shipped().lines if each.key == line), ())


rules.add_rule("archive.reads", reads)

rules.add_perm("archive.see_open", anyone)
rules.add_perm("archive.see", reads)
rules.add_perm("archive.read", may_read_it)
rules.add_perm("archive.keep", keeps)
rules.add_perm("archive.direct", directs)
rules.add_perm("archive.hold", keeps | holds("supervisor"))
rules.add_perm("archive.see_looks", holds("director", "supervisor"))
rules.add_perm("archive.export", directs | operator)
rules.add_perm("archive.carry", clock | operator)
rules.add_perm("archive.ask_copy", lives_here | keeps)
rules.add_perm("archive.answer_copy", keeps)
rules.add_perm("archive.follow_copy", sent_it | keeps)
rules.add_perm("archive.take_back_copy", sent_it)
rules.add_perm("archive.forget_sender", clock)
rules.add_perm("archive.by_address", nobody)

register_owner("archive.Item", permission="archive.by_address")
register_owner("archive.Package", permission="archive.by_address")
