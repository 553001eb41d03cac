"""The forms of this room: what is parsed, and nothing decided."""
