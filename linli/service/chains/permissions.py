"""Who may work with lists of neighbours: those who work at the desk, in their own community."""

import rules

from linli.core.audit.actor import clock, holds

works_here = holds("worker", "director")

rules.add_perm("chains.handle", works_here)
rules.add_perm("chains.close", works_here | clock)
rules.add_perm("chains.forget", works_here | clock)
