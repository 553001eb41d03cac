"""Questions, slips and answer sheets: people are asked, and nobody can say who answered what."""
