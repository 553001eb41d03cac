"""What is typed about residents' meetings, checked for shape only; the acts judge."""
