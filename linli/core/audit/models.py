"""The book of acts. Rows are added, never edited; only `forget` may blank a note."""

from django.db import models

from linli.lib.identity.ids import new_id


class Entry(models.Model):
    """One act, or one opening of a confidential record.

    Ids stand without foreign keys: the book outlives what it speaks of, and lies below it.
    `about` is the person the act concerns, who may read the entry.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
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
        indexes = [
            models.Index(fields=["community", "-at"], name="entry_community"),
            models.Index(fields=["subject", "at"], name="entry_subject"),
            models.Index(fields=["account", "-at"], name="entry_account"),
            models.Index(fields=["about", "-at"], name="entry_about"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%F %T} {self.action}"


class Submission(models.Model):
    """A form that has been carried out. The key is made when the form is drawn, so a form sent
    twice (a double tap, a reload, a bad network) does its work once and answers the same."""

    key = models.UUIDField(primary_key=True)
    action = models.CharField(max_length=80)
    subject = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="submission_at")]

    def __str__(self) -> str:
        return f"{self.action} {self.key}"
