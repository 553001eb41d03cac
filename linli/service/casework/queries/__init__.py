"""Reading cases; loading is the check."""
