"""Who may do what with plans.

The committee and its workers draft, work and keep the lists; the director puts a plan to
residents, records what they decided, and publishes. Anybody may wish, answer and read.
"""

import rules

from linli.core.audit.actor import anyone, clock, holds

works_here = holds("director", "deputy_director", "committee_member", "worker")
directs = holds("director")

rules.add_perm("planning.see_desk", works_here)
rules.add_perm("planning.draft", works_here)
rules.add_perm("planning.settle", directs)
rules.add_perm("planning.work", works_here)
rules.add_perm("planning.diagnose", works_here)
rules.add_perm("planning.tend_wishes", works_here)
rules.add_perm("planning.wish", anyone)
rules.add_perm("planning.survey", works_here)
rules.add_perm("planning.close_survey", works_here | clock)
rules.add_perm("planning.publish_results", directs)
rules.add_perm("planning.answer", anyone)
rules.add_perm("planning.type_in", works_here)
rules.add_perm("planning.report", works_here)
rules.add_perm("planning.publish_report", directs)
