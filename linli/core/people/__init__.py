"""Who: persons, households, ties to dwellings, agents, consents; nothing without a ground."""
