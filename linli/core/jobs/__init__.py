"""Long work that survives a restart, and what time does by itself once a minute."""
