"""When an invitation may be used, as a pure function."""

from datetime import datetime

from linli.lib.law import Finding

INVITATION_DAYS = 30
"""A slip is good for this many days (a promise of the product, printed on the slip)."""


def invitation_good(
    at: datetime,
    *,
    expires_at: datetime,
    used_at: datetime | None,
    revoked_at: datetime | None,
) -> Finding:
    """Unused, not revoked, not past its last moment."""
    state = (
        "used" if used_at else "revoked" if revoked_at else "expired" if at > expires_at else "good"
    )
    return Finding(
        state == "good",
        "access.invitation_good",
        numbers={"state": state, "expires_at": expires_at},
    )
