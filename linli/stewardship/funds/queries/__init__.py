"""Reading money. What everybody reads is reckoned from the books' turnovers alone; loading what
lies on the desk is the permission check."""
