"""What is held about me, who looked, and what changed: the pages."""
