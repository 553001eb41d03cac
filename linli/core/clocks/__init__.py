"""Time: the calendar people work by, and the limits that run on it."""
