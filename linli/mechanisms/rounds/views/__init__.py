"""The desk that plans and decides, and what is carried to the doors."""
