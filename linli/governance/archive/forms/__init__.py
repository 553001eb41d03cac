"""What people write: papers by hand, lines of the plan, loans, judgements, requests."""
