"""Benchmarks: what pages, imports and intake cost, beside the bare database in the same run."""
