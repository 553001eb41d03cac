"""What the desk sees of lists."""

from uuid import UUID

from django.http import Http404

from linli.core.access.gates import Visit
from linli.service.chains.models import Chain
from linli.service.chains.queries import chain_in


def load(request: Visit, chain_id: UUID) -> Chain:
    """A list of the community of the page."""
    found = chain_in(request.community, chain_id)
    if found is None:
        raise Http404
    return found
