"""What is near: services on the community's own map, what is missing, and the service days."""
