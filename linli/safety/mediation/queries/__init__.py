"""Reading mediations. Loading is the check: a case that is not one's own is not there, and asking
for it costs the same query as asking for an id that never was."""
