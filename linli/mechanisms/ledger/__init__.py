"""Double entry over any unit: a line joins two accounts, is reversed and never edited."""
