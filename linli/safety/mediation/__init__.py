"""调解: how a quarrel ends."""
