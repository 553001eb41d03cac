"""Who may take a notice down beside its own domain, and what time does by itself."""

import rules

from linli.core.audit.actor import clock, holds

rules.add_perm("publication.withdraw", holds("director", "worker"))
rules.add_perm("publication.expire", clock)
