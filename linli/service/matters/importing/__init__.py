"""Matters out of a table somebody brings: which column is what, and every row judged."""
