"""What there is, when it is free, and who has it when, as far as each reader may know."""
