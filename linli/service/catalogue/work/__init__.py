"""Work: openings and training from employers somebody rang, and the job-seeker's card, which is its
owner's alone. Openings are found by people; people are never found by openings."""
