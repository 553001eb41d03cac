"""Certificates people teach by, and who counts as having taught in a year."""

from datetime import date, timedelta

from linli.lib.law import Finding

VALID, SOON, EXPIRED, LASTING = "valid", "soon", "expired", "lasting"
YEAR = timedelta(days=365)


def standing(valid_until: date | None, on: date, *, soon_days: int) -> str:
    """How a certificate stands on a day. Its last day still counts (CC 1259: 届满); from
    `soon_days` before it on it is told that it runs out."""
    if valid_until is None:
        return LASTING
    if on > valid_until:
        return EXPIRED
    return SOON if (valid_until - on).days <= soon_days else VALID


def may_be_named(name: str, way: str) -> Finding:
    """A teacher's name is public only by their own consent."""
    return Finding(not name.strip() or bool(way), "activities.teacher_consents", cites=("pipl.25",))


def taught_lately(last: date | None, on: date) -> bool:
    """Whether somebody was active in the year that ends on `on`, both ends included."""
    return last is not None and on - YEAR < last <= on


def not_ahead(day: date, on: date) -> Finding:
    """What has been is not told of a day to come."""
    return Finding(day <= on, "activities.learning_not_ahead", numbers={"day": day, "on": on})
