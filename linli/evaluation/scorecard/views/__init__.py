"""Pages of score-card meetings and of comments on figures."""
