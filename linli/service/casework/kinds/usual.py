"""What several kinds share: what handlers open a case for, the sheet on which a step is noted, and
the ground on which a life comes before consent. A kind may have its own beside these."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.service.casework.kinds.declaration import LONG, Field, Form, Override

USUAL = (
    ("next_step", _("做下一步工作")),
    ("contact", _("与本人联系、见面之前")),
    ("review", _("复核、督导")),
    ("refer", _("转介")),
    ("correct", _("补记或更正")),
)

LIFE_IN_DANGER = Override("life", _("为了保护本人或他人的生命健康，情况紧急"), ("pipl.13",))


def what_was_done(needed_for: Any, after: tuple[str, ...] = ()) -> Form:
    """One step that was taken, and the next; written again and again."""
    fields = (
        Field("done", _("做了什么"), needed_for, LONG),
        Field("next", _("下一步"), needed_for, required=False),
    )
    return Form("step", _("做了什么"), fields, many=True, after=after)
