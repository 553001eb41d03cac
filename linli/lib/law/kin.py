"""Who is a near relative in the sense of the law (CC 1045): one list for every bar that asks."""

NEAR_RELATIVES = frozenset({"spouse", "parent", "child", "sibling", "grandparent", "grandchild"})
"""Grandparents and grandchildren on either side. In-laws are none of them."""
