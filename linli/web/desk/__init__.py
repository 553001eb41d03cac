"""工作台: what a worker has before them today."""
