"""The opinion map: what everybody agrees on, who thinks alike, what marks each group.

Arithmetic after the published formulae of Polis (Small et al. 2021, *Recerca* 26; the method notes
of compdemocracy.org), written anew. Two things differ on purpose: the groups begin from a start
that is always the same, so that the same votes give the same map whoever reckons it; and no group
of fewer than five people is ever formed. See ADR 0048.

`votes` and `counting` need nothing but whole numbers; `plane`, `clusters` and `reckoning` need
numpy and are imported where a map is reckoned, never when the house starts.
"""
