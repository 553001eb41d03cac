"""From facts to figures: an Arrow table, Ibis expressions over it, exact numbers out of them.

Expressions only count and add, so they mean the same on every backend; no expression divides.
Quotients are made at the very end, of whole numbers, and are kept as numerator and denominator.
"""
