"""The desk's pages of other offices' forms."""
