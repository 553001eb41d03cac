"""What the law and good order ask of an archive: pure functions over plain values."""
