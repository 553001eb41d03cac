"""共建: who else is here, what is asked of the committee, and what it gives (book ch. 8-10)."""
