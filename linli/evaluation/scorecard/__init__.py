"""The score-card meeting: residents say what they think of the figures, the providers what they
think of themselves, both agree actions with dates; and what residents remark on figures."""
