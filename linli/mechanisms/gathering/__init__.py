"""Gatherings: who was asked, when notice was given, who came, who spoke, what was decided."""
