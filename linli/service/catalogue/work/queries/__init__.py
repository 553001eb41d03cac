"""Reading openings, and the cards one may see."""
