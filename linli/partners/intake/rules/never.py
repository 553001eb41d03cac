"""What may never be passed on to a community, whoever asks and with whatever money (民发〔2015〕136号).

The notice is cited by its parts. It was read at second hand, so the pages mark it as to be
verified; a locality's own list may go further, never less far.
"""

NEVER: dict[str, tuple[str, ...]] = {
    "enforcement": ("mca136.1",),
    "demolition": ("mca136.1",),
    "tax": ("mca136.1",),
    "investment": ("mca136.1",),
    "veto_assessment": ("mca136.2",),
    "plaques": ("mca136.3",),
}
"""Each kind with the parts of the notice it stands on."""
