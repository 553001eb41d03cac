"""Who may hand out and count papers of a vote on projects."""

from linli.core.access.models import Account
from linli.lib.law import Finding
from linli.mechanisms.ballot.models import Poll


def may_serve(poll: Poll, account: Account) -> Finding:
    """Nobody stands for anything here, so nobody with an account is barred from counting."""
    return Finding(account.is_active, "budgeting.may_serve")
