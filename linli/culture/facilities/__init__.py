"""场地设施: rooms, grounds and things to lend: when they are open, who has them when, and whether
they are in order."""
