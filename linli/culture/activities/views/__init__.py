"""Pages of activities: for everybody, and at the desk."""
