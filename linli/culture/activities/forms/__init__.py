"""What is asked where an activity is drafted, moved, closed."""
