"""What a place lays down: the lines of its lists, and the offices one is sent to."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.pages.bilingual import TitledInBoth, for_reader, in_both
from linli.core.places.scope import CommunityRow
from linli.service.catalogue.lists import national_list, office_kinds
from linli.service.catalogue.rules.certificates import (
    KEPT,
    LOCAL,
    NOT_ISSUED,
    STATE_COUNCIL,
    STATUTE,
    Entry,
)

LISTED = [(KEPT, _("保留清单：居委会出具")), (NOT_ISSUED, _("本地补充的不出具清单"))]
BASES = [
    (STATUTE, _("法律、行政法规或国务院决定")),
    (STATE_COUNCIL, _("国务院批准的保留清单")),
    (LOCAL, _("省、市公布的清单")),
]


class CertificateItem(TitledInBoth, CommunityRow):
    """One line of a list of this community: what it issues (the keep-list of its place), or what
    its place adds to the list of what is not issued.

    `in_force_from` and `in_force_to` are both days on which it holds. A line on which a
    certificate stands is closed and another opened, never changed. `same_as`: the item of the
    country's list that is the same certificate under another title. A kept line has a
    `template`, a line not issued has an `office`.
    """

    listed = models.CharField(_("哪张清单"), max_length=10, choices=LISTED)
    title = models.CharField(_("证明名称"), max_length=60)
    title_en = models.CharField(_("英文名称"), max_length=80, blank=True)
    words = models.JSONField(_("居民怎么说"), default=list, blank=True)
    basis = models.CharField(_("依据的种类"), max_length=14, choices=BASES)
    basis_text = models.CharField(_("依据"), max_length=200)
    document = models.CharField(_("文号或条文"), max_length=80)
    in_force_from = models.DateField(_("起"))
    in_force_to = models.DateField(_("止（含当天）"), null=True, blank=True)
    same_as = models.CharField(_("与国家清单中的哪一项相同"), max_length=40, blank=True)
    template = models.TextField(_("证明正文"), max_length=2000, blank=True)
    papers = models.TextField(_("带什么材料"), max_length=400, blank=True)
    witness = models.BooleanField(_("要有见证人"), default=False)
    simple = models.BooleanField(_("当场办结"), default=True)
    valid_days = models.PositiveSmallIntegerField(_("有效多少天"), null=True, blank=True)
    office = models.CharField(_("应该找谁"), max_length=30, blank=True)
    way_on = models.CharField(_("怎么办"), max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "listed", "title", "in_force_from"], name="certificate_item"
            ),
            models.CheckConstraint(
                condition=Q(in_force_to__isnull=True) | Q(in_force_to__gte=F("in_force_from")),
                name="certificate_item_term",
            ),
            models.CheckConstraint(
                condition=(Q(listed=KEPT) & ~Q(template=""))
                | (Q(listed=NOT_ISSUED) & ~Q(office="")),
                name="certificate_item_whole",
            ),
        ]
        ordering = ["listed", "title", "in_force_from"]

    def __str__(self) -> str:
        return self.title

    @property
    def same_as_title(self) -> str:
        """The title of the item of the country's list that is the same certificate, if any."""
        return next((i.title for i in national_list().items if i.key == self.same_as), "")

    @property
    def office_title(self) -> str:
        """The kind of office, in the reader's language."""
        kind = office_kinds().get(self.office)
        return for_reader(in_both(kind.title, kind.title_en)) if kind else ""

    def as_entry(self) -> Entry:
        """The line as the rules read it."""
        return Entry(
            self.listed,
            self.title,
            self.document,
            self.basis,
            self.in_force_from,
            self.in_force_to,
        )


class CertificateOffice(CommunityRow):
    """The office round the corner: what the desk fills in, so that nobody is sent away without an
    address. An office, never a person's own number."""

    kind = models.CharField(max_length=30)
    name = models.CharField(_("名称"), max_length=80)
    address = models.CharField(_("地址"), max_length=120, blank=True)
    phone = models.CharField(_("办公电话"), max_length=30, blank=True)
    hours = models.CharField(_("什么时候开门"), max_length=80, blank=True)
    checked_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "kind"], name="certificate_office")
        ]

    def __str__(self) -> str:
        return self.name
