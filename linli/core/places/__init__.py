"""Where: the division tree from country to community, and the community down to the dwelling."""
