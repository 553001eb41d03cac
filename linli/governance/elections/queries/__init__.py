"""Reading elections. Loading is the permission check: what is not yours is not there."""
