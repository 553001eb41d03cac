"""What is held about me: for everybody to read, take along, put right and have deleted."""
