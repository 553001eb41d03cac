"""SQLite as this house runs it: writers queue fairly instead of polling for the lock."""
