"""统筹 (book ch. 2): what the community sets out to do, and with what."""
