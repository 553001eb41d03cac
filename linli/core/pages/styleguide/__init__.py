"""Every component with invented data, and whole pages made of them."""
