"""Which projects the common money goes to: ideas, vetting, the vote, what came of it."""
