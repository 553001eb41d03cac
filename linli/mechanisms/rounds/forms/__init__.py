"""What is typed at the desk and at a door."""
