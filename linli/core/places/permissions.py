"""Who may change the tree, and what lies in a community."""

import rules

from linli.core.audit.actor import anyone, holds, operator

rules.add_perm("places.view", anyone)
rules.add_perm("places.import", operator)
# RCL 3: the street proposes and the district government approves; the operator enters it with
# the approval's number. Nobody inside a community redraws communities.
rules.add_perm("places.divide", operator)
rules.add_perm("places.lay_out", operator | holds("director", "registrar"))
rules.add_perm("places.tag", operator | holds("director", "registrar", "worker"))
# Where a building lies is no secret and is entered by whoever keeps the guides.
rules.add_perm(
    "places.point", operator | holds("director", "deputy_director", "registrar", "worker")
)
