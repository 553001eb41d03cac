"""The demo: one invented community whose year of life is played through the real acts."""
