"""Pages of coming in, of the slips that let people in, and of who holds which post."""
