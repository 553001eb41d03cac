"""What is asked: the questionnaire, its questions, and the groups a sample was drawn from."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.pages.bilingual import TitledInBoth, for_reader, in_both
from linli.core.places.scope import CommunityRow
from linli.mechanisms.questionnaire.kinds import QuestionnaireKind, kind_named
from linli.mechanisms.questionnaire.rules import asking as rules
from linli.mechanisms.questionnaire.words import PER, QUESTION_KINDS, SITUATIONS, STATES, TONES


class Questionnaire(TitledInBoth, CommunityRow):
    """One round of asking. The room that puts it out has a row that points here.

    `drawn`: how many were drawn, where a sample was (none: everybody is asked, and slips may be
    taken on the page). `handed_out`: how many slips there are, counted on when they are made.
    `refused`, `not_reached`: how many said no, or were not found; numbers, and no names.
    `typed_twice`: paper counts only once two people have typed it. `unsettled`: sheets of paper
    that were not typed twice by the close and did not count.
    """

    kind = models.CharField(max_length=40)
    title = models.CharField(_("标题"), max_length=80)
    title_en = models.CharField(_("英文标题"), max_length=120, blank=True)
    per = models.CharField(_("几份"), max_length=9, choices=PER, default="household")
    opens_on = models.DateField(_("从哪天"))
    closes_on = models.DateField(_("到哪天"))
    typed_twice = models.BooleanField(_("纸质答卷录两遍"), default=False)
    state = models.CharField(max_length=6, choices=STATES, default="draft")
    version = models.PositiveIntegerField(default=1)
    drawn = models.PositiveIntegerField(null=True)
    handed_out = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    not_reached = models.PositiveIntegerField(default=0)
    unsettled = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(state__in=[code for code, _title in STATES]), name="questionnaire_state"
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="questionnaire_runs_forward"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "kind", "state"], name="questionnaire_of_kind")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def sort(self) -> QuestionnaireKind:
        """What its room said of such questionnaires."""
        return kind_named(self.kind)

    @property
    def tone(self) -> str:
        """The tone of its state, for the status component."""
        return TONES[self.state]

    @property
    def by_sample(self) -> bool:
        """Whether those who are asked were drawn."""
        return self.drawn is not None


class Question(CommunityRow):
    """One question. An answer names its options by their number, from 0.

    `item`: the code under which an estimate reads it, empty where none does. `situation`: whom it
    is meant for. `dont_know`: whether "don't know" may be said, which is counted apart. `edges`:
    of a number, the lower bound of each bracket, ascending, and one more where the last bracket
    has an end. `asked_if`: `{"question": key of an earlier one, "options": [numbers]}`; it is
    asked only of whoever chose one of these there.
    """

    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(_("怎么答"), max_length=8, choices=QUESTION_KINDS, default="one")
    situation = models.CharField(_("问谁的"), max_length=10, choices=SITUATIONS, default="all")
    item = models.CharField(max_length=40, blank=True)
    text = models.CharField(pgettext_lazy("asked", "问题"), max_length=160)
    text_en = models.CharField(_("英文问题"), max_length=240, blank=True)
    options = models.JSONField(_("选项"), default=list, blank=True)
    options_en = models.JSONField(_("英文选项"), default=list, blank=True)
    dont_know = models.BooleanField(_("可以答“不知道”"), default=False)
    edges = models.JSONField(default=list, blank=True)
    asked_if = models.JSONField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "questionnaire", "order"], name="question_order_once"
            ),
            models.UniqueConstraint(
                fields=["community", "questionnaire", "item"],
                condition=~Q(item=""),
                name="question_item_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[code for code, _title in QUESTION_KINDS]),
                name="question_kind_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order}"

    @property
    def key(self) -> str:
        """What answers call it."""
        return str(self.order)

    @property
    def name(self) -> str:
        """The question in the reader's language, where it was given."""
        return for_reader(in_both(self.text, self.text_en))

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Its options in the reader's language, each with its number; without "don't know"."""
        english = dict(enumerate(self.options_en))
        return [
            (str(number), for_reader(in_both(text, english.get(number, ""))))
            for number, text in enumerate(self.options)
        ]

    def as_asked(self) -> rules.Asked:
        """As the rules read it."""
        when = self.asked_if or {}
        return rules.Asked(
            key=self.key,
            kind=self.kind,
            options=len(self.options),
            dont_know=self.dont_know,
            item=self.item,
            edges=tuple(self.edges),
            after=str(when.get("question", "")),
            on=frozenset(map(str, when.get("options", ()))),
        )


class Stratum(TitledInBoth, CommunityRow):
    """A coarse group of the frame a sample was drawn from (a compound, say): how many there are
    in it and how many were drawn. A slip bears its `code`."""

    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="strata")
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=80)
    title_en = models.CharField(max_length=120, blank=True)
    population = models.PositiveIntegerField()
    drawn = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "questionnaire", "code"], name="stratum_code_once"
            ),
            models.CheckConstraint(
                condition=Q(drawn__lte=F("population")), name="stratum_drawn_from_it"
            ),
        ]

    def __str__(self) -> str:
        return self.code
