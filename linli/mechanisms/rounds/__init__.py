"""走访: who is visited, what is asked at the door, with or without a network."""
