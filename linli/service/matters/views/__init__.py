"""The pages of 诉求."""
