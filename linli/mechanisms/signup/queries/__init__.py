"""Reads of sheets: dates to come, the line, who came."""
