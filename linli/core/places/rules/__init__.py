"""Codes, sizes, partitions and division tables: pure, over plain values."""
