"""What a line of the list and a request have in common: what they stand on, and who pays."""

from typing import Any

from django.db import models
from django.utils.translation import gettext, gettext_lazy as _

from linli.lib.law import Citation, Finding, cite
from linli.partners.intake import rules
from linli.partners.intake.words import MONEY, NATURES, PER, STATUSES


class Grounded(models.Model):
    """A basis: articles of `lib/law`, or a document named by title, number and date. And a
    money line: how much a year, a month or a case, and who pays it; or that there is none.

    `paper_status`: whether somebody here has held the document itself in hands.
    """

    cites = models.JSONField(_("法律依据"), default=list, blank=True)
    paper = models.CharField(_("文件名称"), max_length=200, blank=True)
    paper_number = models.CharField(_("文号"), max_length=60, blank=True)
    paper_date = models.DateField(_("文件日期"), null=True, blank=True)
    paper_status = models.CharField(
        _("核对情况"), max_length=10, choices=STATUSES, default="to_verify"
    )
    money = models.CharField(_("经费"), max_length=6, choices=MONEY, blank=True)
    fen = models.BigIntegerField(_("金额"), null=True, blank=True)
    per = models.CharField(_("按什么算"), max_length=5, choices=PER, blank=True)
    payer = models.CharField(_("谁出钱"), max_length=80, blank=True)
    nature = models.CharField(_("性质"), max_length=14, choices=NATURES, default="assist")

    class Meta:
        abstract = True

    def basis(self) -> Finding:
        """Whether it stands on a law or on a document that can be looked up."""
        return rules.has_basis(
            self.cites, paper=self.paper, number=self.paper_number, dated=self.paper_date
        )

    def money_line(self) -> Finding:
        """Whether its money line is whole."""
        return rules.money_line(self.money, fen=self.fen, payer=self.payer, nature=self.nature)

    def money_said(self) -> Finding:
        """Whether anything definite was said of money."""
        return rules.money_said(self.money, fen=self.fen, payer=self.payer)

    @property
    def flags(self) -> list[Finding]:
        """What it lacks; stands on every page that shows it until it is mended."""
        return [found for found in (self.basis(), self.money_line()) if not found.holds]

    @property
    def citations(self) -> list[Citation]:
        """The articles it stands on."""
        return [cite(key) for key in self.cites]

    @property
    def paper_told(self) -> str:
        """The document as it is written: 《…》（文号）."""
        if not self.paper:
            return ""
        number = gettext("（%(number)s）") % {"number": self.paper_number}
        return f"《{self.paper}》{number if self.paper_number else ''}"

    @property
    def yuan(self) -> str:
        """The amount in yuan without a sign, as forms and tables hold it."""
        return "" if self.fen is None else f"{self.fen // 100}.{self.fen % 100:02}"


def ground_checks(name: str) -> list[Any]:
    """The constraints of a table that inherits `Grounded`: an amount is positive and goes with
    the word that there is one."""
    positive = models.Q(money="amount", fen__gt=0) | (
        ~models.Q(money="amount") & models.Q(fen__isnull=True)
    )
    return [models.CheckConstraint(condition=positive, name=f"{name}_amount")]
