"""The pages: a mediator's desk, one's own mediations, what anybody may read."""
