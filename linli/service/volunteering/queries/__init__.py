"""What is read of volunteering, scoped by who reads."""
