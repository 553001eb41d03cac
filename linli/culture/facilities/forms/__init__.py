"""What is typed about facilities and bookings."""
