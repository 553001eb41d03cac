"""Indicators that a community composes itself out of what its rooms record: tried on last year's
facts before they count, shown in a section of their own, never scored in the nine groups."""
