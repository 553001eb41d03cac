"""党务: what the community's Party organisation publishes, its calendar, posts claimed, wishes met,
and units and members who check in. Membership files, dues and discipline are kept elsewhere."""
