"""What residents download and run on their own machines: one file, no library, no network."""
