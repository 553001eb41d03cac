"""Who: persons, their households, ties to dwellings, agents and consents; nothing without a ground."""
