"""What the roster knows of a person, field by field of the whitelist."""

from datetime import date

from django.utils import translation

from linli.core.pages.bilingual import SOURCE
from linli.core.people.models import Person
from linli.core.people.queries import dwelling_of, load_person, ties_of
from linli.core.places.rules.naming import SEPARATOR
from linli.service.catalogue.models import Certificate

Known = dict[str, tuple[str, ...]]


def holder_of(certificate: Certificate) -> Person | None:
    """Whom a certificate is about: the row it turned out to be, where two were made one."""
    if certificate.person_id is None:
        return None
    return load_person(certificate.community_id, certificate.person_id)


def known_of(person: Person, on: date) -> Known:
    """For each field that a template may name, all the roster knows on that day; nothing where
    it knows nothing. Days are in ISO form; words in the language certificates are written in."""
    home = dwelling_of(person, on)
    ties = [tie for tie in ties_of(person, on) if home is not None and tie.dwelling_id == home.pk]
    with translation.override(SOURCE):
        kinds = tuple(dict.fromkeys(str(tie.get_kind_display()) for tie in ties))
    # As it is written on paper; whoever states it with the community's name is right as well.
    whole = home.full_name.split(SEPARATOR) if home else []
    address = ("".join(whole[1:]), "".join(whole))
    return {
        "name": (person.name,) if person.name else (),
        "address": tuple(each for each in address if each),
        "tie": kinds,
        "since": tuple(dict.fromkeys(tie.since.isoformat() for tie in ties)),
        "household": tuple(
            dict.fromkeys(
                tie.household.number for tie in ties if tie.household and tie.household.number
            )
        ),
    }
