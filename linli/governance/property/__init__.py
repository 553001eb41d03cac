"""业主与物业: estates and their owners, owners' bodies and votes, contracts, common income and the
maintenance fund, lifts added to old buildings."""
