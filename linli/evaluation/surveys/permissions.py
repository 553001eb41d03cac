"""Who may do what with surveys: workers and committee compose, draw, ask and type in; the director
publishes; anybody with a slip answers, and anybody reads what was published."""

import rules

from linli.core.audit.actor import clock, holds, operator

asks_here = holds("director", "deputy_director", "committee_member", "worker")
directs = holds("director")

rules.add_perm("evaluation.survey", asks_here)
rules.add_perm("evaluation.close_survey", asks_here | clock)
rules.add_perm("evaluation.reckon_survey", operator | clock)
rules.add_perm("evaluation.publish_survey", directs)
