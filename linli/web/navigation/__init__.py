"""The ways through the site: which entries a reader sees, and which is the present one."""
