"""The rules of this room: plain values in, findings out."""
