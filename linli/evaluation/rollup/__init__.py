"""Values of every community below a place and of every level up to it, from the store alone."""
