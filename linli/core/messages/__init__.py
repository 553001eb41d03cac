"""Letting people know: in the inbox always, by e-mail where they asked for it, and by whatever
else an instance adds as a channel."""
