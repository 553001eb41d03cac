"""Questions to the register that the desk asks again and again, under a name it gave them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from linli.core.people.asked import Asked
from linli.core.places.scope import CommunityRow


class Question(CommunityRow):
    """One question without its day: it is asked of whichever day is meant. Shared by the desk;
    what it asks (`asked.Asked`) names nobody."""

    name = models.CharField(_("名称"), max_length=40)
    asks = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["community", "name"], name="question_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def asked(self) -> Asked:
        """The question as a value."""
        return Asked.from_values(self.asks)
