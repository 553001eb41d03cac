"""Who prepares, checks and posts what is disclosed. Everybody may read it."""

import rules

from linli.core.audit.actor import anyone, clock, holds
from linli.governance.oversight import words

directs = holds("director")

rules.add_perm("oversight.see_catalogue", anyone)
rules.add_perm(
    "oversight.see_desk",
    holds("worker", "director", "deputy_director", "committee_member", "supervisor"),
)
rules.add_perm("oversight.prepare", holds(*words.PREPARERS))
rules.add_perm("oversight.check", holds(*words.CHECKERS))
rules.add_perm("oversight.publish", directs)
rules.add_perm("oversight.keep_catalogue", directs)
rules.add_perm("oversight.open_round", clock | directs)
