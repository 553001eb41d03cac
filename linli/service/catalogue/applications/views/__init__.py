"""The pages of help to apply."""
