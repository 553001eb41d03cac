"""What the acts, findings and messages of this room say, in words."""

from linli.service.casework.sentences import (  # noqa: F401
    care,
    cases,
    children,
    corrections,
    elders,
    kinds,
    violence,
)
