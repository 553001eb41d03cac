"""Reading forms. Loading is the permission check: every query names the community."""
