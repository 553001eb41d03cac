"""My rights: what a resident may elect, ask, propose, attend, vote, supervise and appeal."""
