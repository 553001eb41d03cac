"""Who of the roster has agreed to be named."""

from typing import Any

from linli.core.people.models import Person


def agreeing_to(community: Any, purpose: str) -> list[tuple[str, str]]:
    """Those who agree to the purpose as things stand: id and name, by name."""
    rows = (
        Person.objects.filter(
            community=community,
            forgotten_at__isnull=True,
            merged_into__isnull=True,
            consents__purpose=purpose,
            consents__withdrawn_at__isnull=True,
        )
        .order_by("name_keys", "id")
        .distinct()
    )
    return [(str(person.pk), person.name) for person in rows]
