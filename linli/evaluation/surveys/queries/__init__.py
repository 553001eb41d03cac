"""Reads: the frame, the waves of a community, what came of them."""
