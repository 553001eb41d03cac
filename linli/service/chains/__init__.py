"""接龙: a list the neighbours wrote in a group chat, matched to dwellings, kept for a short term."""
