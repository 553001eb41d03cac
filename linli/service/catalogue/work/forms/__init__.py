"""The forms of openings and cards: what is parsed, and nothing decided."""
