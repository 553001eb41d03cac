"""The forms of an election: what the desk fills in, and what residents do."""
