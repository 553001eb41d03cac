"""The pages of what can be got here: for residents, for whoever holds a paper, for the desk."""
