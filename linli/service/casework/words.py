"""Words that several modules say."""

from django.utils.translation import gettext_lazy as _

NEXT_STEP = _("不公开的事：下一步")
"""What a clock is called, in a list that lies open on a desk."""
