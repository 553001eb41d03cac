"""What is typed on a sheet."""
