"""The statistics of the evaluation: pure functions over numbers, each with its formula and source.

No Django, no clock, and no chance but what a seed gives. numpy and scipy are imported here and
nowhere above (ADR 0042); docs/statistics.md tells every formula in plain words.
"""
