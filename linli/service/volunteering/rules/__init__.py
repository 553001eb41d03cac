"""What the Regulations on Volunteer Services and the place itself ask: pure."""
