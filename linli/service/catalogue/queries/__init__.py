"""Reading lists, offices and certificates. Loading is the permission check."""
