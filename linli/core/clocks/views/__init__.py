"""Pages of the work calendar."""
