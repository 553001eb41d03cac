"""自治: residents elect, decide, talk things through, and watch over their committee (book ch. 4)."""
