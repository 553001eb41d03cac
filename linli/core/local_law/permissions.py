"""Who lays down what holds in a community, and who else must agree.

A director answers for their own community and enters what holds there; whoever runs the machine
enters what a whole county, city or province has laid down. Neither is in force before somebody of
the community's own committee, or of those who supervise it, has looked as well.
"""

import rules

from linli.core.audit.actor import holds, operator

COLLEAGUES = ("director", "deputy_director", "committee_member", "supervisor")

rules.add_perm("local_law.see", holds(*COLLEAGUES, "worker"))
rules.add_perm("local_law.enter", holds("director") | operator)
rules.add_perm("local_law.confirm", holds(*COLLEAGUES))
rules.add_perm("local_law.withdraw", holds(*COLLEAGUES) | operator)
