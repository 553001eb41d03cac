"""The pages of an election: for residents, and at the desk."""
