"""What is typed, by noun."""
