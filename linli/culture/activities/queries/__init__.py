"""What is read of activities: by everybody, and at the desk."""
