"""Reading the archive. Loading is the permission check."""
