"""The rules of a participatory budget: pure, exact, cited."""
