"""Pages of polling day: stations, the counting table, the checking of two entries, the wall."""
