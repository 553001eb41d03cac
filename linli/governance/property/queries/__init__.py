"""What is read of estates; each is called by its module."""
