"""文化 culture: what people learn, play and celebrate, and where (book chapter 7)."""
