"""An index of many indicators, step by step: prepare, normalise, join by level, rank, doubt.

The steps of the OECD/JRC Handbook (2008) as the R package COINr takes them; its example is
reproduced to 1e-9 (tests/test_composite). Nothing is skipped: what cannot be reckoned raises
`NotReckoned` and names the column.
"""
