"""Who may do what with the work that comes from above.

The worker records and logs, the director decides and signs; the supervisory committee reads the
burden; the list is everybody's. The street office sees counts on its own page (`street.see`).
"""

import rules

from linli.core.audit.actor import anyone, holds

works_here = holds("worker", "director")
directs = holds("director")

rules.add_perm("intake.see_desk", works_here)
rules.add_perm("intake.record", works_here)
rules.add_perm("intake.log_minutes", works_here)
rules.add_perm("intake.decide", directs)
rules.add_perm("intake.keep_list", directs)
rules.add_perm("intake.see_burden", works_here | holds("supervisor", "deputy_director"))
rules.add_perm("intake.see_list", anyone)
