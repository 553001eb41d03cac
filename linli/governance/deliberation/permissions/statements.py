"""Who may speak and vote: those who live here and those who speak for others; never the desk
for anybody. Whoever works here moderates, and types in what was said on paper."""

import rules

from linli.core.access.permissions import lives_here
from linli.core.audit.actor import anyone, clock
from linli.governance.deliberation.permissions.topics import speaks_for, works_here

rules.add_perm("deliberation.opine", lives_here | speaks_for)
rules.add_perm("deliberation.moderate", works_here)
rules.add_perm("deliberation.end_opinions", works_here | clock)
rules.add_perm("deliberation.see_opinions", anyone)
