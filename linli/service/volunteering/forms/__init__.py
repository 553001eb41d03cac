"""What is typed in for volunteering."""
