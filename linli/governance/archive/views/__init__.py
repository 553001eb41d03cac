"""The pages of the archive: the desk's, and what residents see."""
