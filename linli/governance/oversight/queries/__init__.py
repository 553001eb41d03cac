"""Reading what is disclosed and what is asked."""
