"""个案: who needs care; confidential, and invisible to everybody else."""
