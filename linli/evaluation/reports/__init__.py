"""Reports of work that write themselves: read from the facts, told to a reader, put on paper."""
