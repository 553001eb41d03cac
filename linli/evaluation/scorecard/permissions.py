"""Who may do what with score-card meetings: who works here prepares them and writes down what was
said; the director publishes; anybody may read and remark."""

import rules

from linli.core.audit.actor import anyone, holds

works_here = holds("director", "deputy_director", "committee_member", "worker")

rules.add_perm("scorecard.keep", works_here)
rules.add_perm("scorecard.publish", holds("director"))
rules.add_perm("scorecard.comment", anyone)
