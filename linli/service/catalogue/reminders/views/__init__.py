"""The pages of reminders and service cards."""
