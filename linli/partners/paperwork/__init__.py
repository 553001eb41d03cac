"""一表通: their table, our facts."""
