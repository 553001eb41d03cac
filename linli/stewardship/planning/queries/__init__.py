"""Reading plans. Loading is the permission check: what is not public, the desk alone reads."""
