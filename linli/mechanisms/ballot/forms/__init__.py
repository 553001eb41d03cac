"""What the pages of a vote ask for."""
