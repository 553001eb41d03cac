"""What we set out to do: diagnosis, needs, the development plan, the year's plan, its tasks."""
