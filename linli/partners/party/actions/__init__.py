"""What may be written in this room, and only through these."""
