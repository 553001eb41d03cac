"""What handlers open a case for; a kind may have its own beside these."""

from django.utils.translation import gettext_lazy as _

USUAL = (
    ("next_step", _("做下一步工作")),
    ("contact", _("与本人联系、见面之前")),
    ("review", _("复核、督导")),
    ("refer", _("转介")),
    ("correct", _("补记或更正")),
)
