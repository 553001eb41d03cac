"""What is typed in at the desk of this room."""
