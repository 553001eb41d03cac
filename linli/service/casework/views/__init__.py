"""Pages of this room: each after the gate (`gate.py`)."""
