"""The pages of surveys: the desk, and what everybody sees."""
