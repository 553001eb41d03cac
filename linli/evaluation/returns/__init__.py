"""Values that travel upward: a signed file of numerators and denominators, checked and answered."""
