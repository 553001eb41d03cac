"""Who may let others in."""

import rules

from linli.core.audit.actor import anyone, holds, operator, signed_in

rules.add_perm("access.invite", holds("director", "worker", "registrar") | operator)
rules.add_perm("access.appoint", holds("director") | operator)
rules.add_perm("access.accept_invitation", anyone)
rules.add_perm("access.prefer", signed_in)
rules.add_perm("access.see_posts", holds("director", "supervisor"))
