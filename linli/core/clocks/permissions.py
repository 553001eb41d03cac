"""Who may change the days people work by, and who sees what falls due."""

import rules

from linli.core.audit.actor import clock, holds, operator

# The calendar of one community is its director's; that of the whole instance its operator's.
rules.add_perm("clocks.edit_calendar", holds("director") | operator)
rules.add_perm(
    "clocks.see",
    holds("director", "worker", "registrar", "mediator", "property_manager", "department_officer"),
)
# Those who share the committee's work; a property manager or a department sees only its own.
rules.add_perm("clocks.see_all", holds("director", "worker"))
rules.add_perm("clocks.run", clock)
