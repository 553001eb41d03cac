"""What a place has laid down itself where the law leaves it a choice, entered with its source."""
