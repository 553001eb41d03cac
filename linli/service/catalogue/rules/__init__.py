"""What the law and the papers ask of what can be got here: pure functions over plain values."""
