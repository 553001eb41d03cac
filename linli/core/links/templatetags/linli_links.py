"""`{% linked row %}`: what of other rooms is tied to a row."""

from typing import Any

from django import template

from linli.core.links.faces import linked_faces

register = template.Library()


@register.inclusion_tag("links/linked.html", takes_context=True)
def linked(context: Any, row: Any) -> dict[str, Any]:
    """A short list with the relation, the title, how it stands; leads to the page of the face
    (desk or portal) the reader is on. Nothing where nothing is tied."""
    request = context["request"]
    at_desk = "/desk/" in request.path
    return {
        "lines": [
            {
                "relation": shown.relation,
                "face": shown.face,
                "url": shown.face.desk_url if at_desk else shown.face.url,
            }
            for shown in linked_faces(row)
        ]
    }
