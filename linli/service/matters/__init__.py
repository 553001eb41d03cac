"""诉求: what residents ask, report and complain of: one desk, a receipt, a promise, a reply."""
