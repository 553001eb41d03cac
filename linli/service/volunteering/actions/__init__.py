"""What is done with calls, shifts, volunteers and their hours."""
