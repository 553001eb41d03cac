"""Pages of this room: for residents, and at the desk."""
