"""This room keeps nothing about a resident that says who it is: a wish bears no name, an answer
knows no slip, and who took a slip on the page is a keyed digest, gone when the survey closes.

Nothing to register; the file says so, since a reader looks for it here.
"""
