"""Communities and the levels above them: counts and shares, own records and returns together."""
