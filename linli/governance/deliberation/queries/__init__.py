"""Reading topics, talks and what came of them."""
