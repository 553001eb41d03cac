"""Who runs the committee: one change of term from the plan to the handover, and what follows it."""
