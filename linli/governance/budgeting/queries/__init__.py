"""Reading rounds, ideas, results and projects, scoped by who asks."""
