"""That two rows belong together: a typed pair across domains that know nothing of each other."""
