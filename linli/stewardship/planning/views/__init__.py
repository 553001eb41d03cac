"""The pages of plans: the desk's, and those for everybody."""
