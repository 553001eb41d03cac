"""The pages of estates and property."""
