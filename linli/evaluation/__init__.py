"""How are we doing: the six standards, indicators over facts, and what may be shown of them."""
