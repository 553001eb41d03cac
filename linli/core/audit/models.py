"""The book of acts, and the closed book. Rows are added, never edited; only `forget` may blank a
note."""

from django.db import models

from linli.core.audit.sentences import sentence_of
from linli.lib.identity.ids import new_closed_id, new_id


class WrittenDown(models.Model):
    """What is written of one act. Ids stand without foreign keys: the book outlives what it speaks
    of, and lies below it. `about` is the person the act concerns, who may read the entry."""

    community = models.UUIDField(null=True)
    at = models.DateTimeField()
    action = models.CharField(max_length=80)
    account = models.UUIDField(null=True)
    post = models.CharField(max_length=40, blank=True)
    channel = models.CharField(max_length=12)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject = models.UUIDField(null=True)
    about = models.UUIDField(null=True)
    note = models.JSONField(default=dict)

    class Meta:
        abstract = True

    @property
    def words(self) -> str:
        """What was done, as a sentence in the reader's language."""
        return sentence_of(self.action, self.note)


class Entry(WrittenDown):
    """One act, or one opening of a confidential record."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["community", "-at"], name="entry_community"),
            models.Index(fields=["subject", "at"], name="entry_subject"),
            models.Index(fields=["account", "-at"], name="entry_account"),
            models.Index(fields=["about", "-at"], name="entry_about"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%F %T} {self.action}"


class ClosedEntry(WrittenDown):
    """The same, of a closed row (`audit/closed.py`). It stands apart, so that no query over the
    book can meet it, and it is asked by its subject or by the person it is about, never by the
    community: nobody has a list of what happened to closed rows. Its id tells no time.
    """

    id = models.UUIDField(primary_key=True, default=new_closed_id, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "at"], name="closed_entry_subject"),
            models.Index(fields=["account", "-at"], name="closed_entry_account"),
            models.Index(fields=["about", "-at"], name="closed_entry_about"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%F %T}"


class Submission(models.Model):
    """A form that has been carried out. The key is made when the form is drawn, so a form sent
    twice (a double tap, a reload, a bad network) does its work once and answers the same. What
    was done to a closed row is not named, and of when only the day."""

    key = models.UUIDField(primary_key=True)
    action = models.CharField(max_length=80, blank=True)
    subject = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="submission_at")]

    def __str__(self) -> str:
        return f"{self.action} {self.key}"
