"""A community's own indicators: whoever works here may compose and try one; that it counts, or no
longer does, is for the director."""

import rules

from linli.core.audit.actor import clock, holds

rules.add_perm("evaluation.compose_own", holds("worker", "director"))
rules.add_perm("evaluation.keep_own_trial", holds("worker", "director") | clock)
rules.add_perm("evaluation.adopt_own", holds("director"))
