"""The pages of openings and cards."""
