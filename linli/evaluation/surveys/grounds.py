"""Surveys keep nothing about a resident that says who it is: who was drawn is a dwelling (and an
age band and sex, where persons are asked), on a list that shrinks as it is worked through and is
gone at the close; what is answered lies in the questionnaire and knows no slip.

Nothing to register; the file says so, since a reader looks for it here.
"""
