"""应急: who is called, where the risks and shelters are, what lies in store, drills, and the day
something happens, to the last list destroyed."""
