"""Who an account is called, from the table a view has loaded."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import template
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def of_account(names: Mapping[UUID, str], account: Any) -> str:
    """The name of one account; who left has none any more."""
    return names.get(account, "") or _("已离开的人")
