"""Identifiers, numbers and names of persons and records: read, checked, masked, searched."""
