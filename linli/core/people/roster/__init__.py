"""A roster read from a table: its columns, its addresses, and what it would change."""
