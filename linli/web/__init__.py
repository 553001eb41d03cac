"""Where people meet the house: residents' portal, workers' desk, the street's counts, commands."""
