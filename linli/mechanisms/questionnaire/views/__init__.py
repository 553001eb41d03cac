"""The desk of a questionnaire, and what a room's own answering page calls (`answering`)."""
