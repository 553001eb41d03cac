"""Reminders of what runs out (到期提醒) and the service card (服务卡): what a resident wishes to be
told in time, and how they wish to be met. Set by themselves, or by a worker at their wish;
destroyed when they say so. No list of people but of those who asked for a call."""
