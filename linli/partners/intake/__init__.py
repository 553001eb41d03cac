"""减负准入: what departments ask of the committee, against the list of what is done here."""
