"""What we talk through first: topics, hearings, the opinion map, agreement, what came of it."""
