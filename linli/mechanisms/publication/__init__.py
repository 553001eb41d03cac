"""Postings from whitelist templates: what is made public, for how long, and what became of it."""
