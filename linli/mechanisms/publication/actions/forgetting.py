"""What time does to what a notice held: taken down, and forgotten when its use is over."""

from linli.core.audit.door import Act, action
from linli.core.files.intake import forget_files_of
from linli.mechanisms.publication.actions.posting import take_down
from linli.mechanisms.publication.models import Hanging, Posting, PostingVersion


@action("publication.forget_notice", needs="publication.forget")
def forget_notice(act: Act, posting: Posting) -> Posting:
    """Lets go of what a notice said: fields, snapshot and photos. Number, days and digest stay,
    so that a paper that was kept can still be told from a forged one."""
    posting.fields, posting.snapshot, posting.forgotten_at = {}, {}, act.at
    posting.save(update_fields=["fields", "snapshot", "forgotten_at"])
    PostingVersion.objects.filter(community=posting.community_id, posting=posting).update(
        fields={}, text_sha256=""
    )
    for hanging in Hanging.objects.filter(community=posting.community_id, posting=posting):
        forget_files_of(act, hanging, "publication_over")
    act.note(number=posting.number)
    return posting


@action("publication.take_down_unconsented", needs="publication.forget")
def take_down_unconsented(act: Act, posting: Posting) -> Posting:
    """Takes a notice down because somebody it names has taken their consent back (PIPL 15)."""
    take_down(act, posting, "consent")
    act.tell("publication.consent_gone", post="director", number=posting.number)
    return posting
