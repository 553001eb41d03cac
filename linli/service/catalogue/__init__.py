"""What can be got here and where else: certificates (开证明)."""
