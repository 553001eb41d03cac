"""States and legal moves as data: one engine for every procedure, a table for each domain."""
