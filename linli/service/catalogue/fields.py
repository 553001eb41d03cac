"""What the fields of a template are called, and how the roster stands to a statement."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.service.catalogue.rules.certificates import AGREES, DISAGREES, FIELDS, NOT_KNOWN

_TITLES = {
    "name": _("姓名"),
    "address": _("住址"),
    "tie": _("与住房的关系"),
    "since": _("起始日期"),
    "household": _("户号"),
}
FOUND = {
    AGREES: (_("与名册一致"), "done"),
    DISAGREES: (_("与名册不一致"), "late"),
    NOT_KNOWN: (_("名册里没有"), "waiting"),
}


def field_titles() -> dict[str, Any]:
    """The title of each field of the whitelist."""
    assert set(_TITLES) == set(FIELDS.values())
    return _TITLES
