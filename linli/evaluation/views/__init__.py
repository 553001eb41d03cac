"""Pages of the evaluation: the six standards for everybody, the desk's reports of work."""
