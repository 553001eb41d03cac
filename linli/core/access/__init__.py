"""Who may come in, and as what: accounts, the posts they hold at a place for a term, the gates."""
