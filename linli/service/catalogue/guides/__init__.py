"""What the guides, the directory and home service add to the room's addresses and words."""
