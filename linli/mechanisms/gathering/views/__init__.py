"""Pages of a gathering: the door, the floor, the minutes; the hall, the invitation, signing in."""
