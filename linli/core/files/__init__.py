"""What people upload: looked at before it is kept, kept outside the web root, shown to whom it
may be shown to, and forgotten with a trace that it once was."""
