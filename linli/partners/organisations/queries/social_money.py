"""What of a grant was paid."""

from django.db.models import Sum

from linli.partners.organisations.models.social_grants import GrantApplication


def paid_fen(row: GrantApplication) -> int:
    """The instalments that were paid, together."""
    paid = row.instalments.filter(paid_on__isnull=False)
    return paid.aggregate(sum=Sum("fen"))["sum"] or 0
