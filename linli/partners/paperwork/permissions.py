"""Who fills other offices' forms: those who work here. A second person is not needed; numbers of
children leave only by the director's hand (`rules.children_by_director`)."""

import rules

from linli.core.audit.actor import clock, holds

works_here = holds("worker", "director")

rules.add_perm("paperwork.see", works_here)
rules.add_perm("paperwork.fill", works_here)
rules.add_perm("paperwork.expire", clock)
