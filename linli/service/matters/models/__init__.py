"""The records of 诉求: the matter, what is said about it, where it is sent, how it is rated."""

from linli.service.matters.models.imports import ImportBatch, ImportChange
from linli.service.matters.models.kinds import Kind, RoutingRule
from linli.service.matters.models.matter import Matter, MatterStep
from linli.service.matters.models.talk import Forwarding, Rating, Remark

__all__ = [
    "Forwarding",
    "ImportBatch",
    "ImportChange",
    "Kind",
    "Matter",
    "MatterStep",
    "Rating",
    "Remark",
    "RoutingRule",
]
