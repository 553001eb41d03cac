"""The one door to a write, and the book it keeps: who did what, when, under which post."""
