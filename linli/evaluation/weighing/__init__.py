"""What the groups weigh: equal, unless a community has decided otherwise by a resolution."""
