"""This mechanism keeps nothing about a resident that says who it is: an answer knows no slip, a
slip nobody, and who took one on the page, or typed one in, is a keyed digest, gone by the close.
Refusals and those not reached are numbers.

Nothing to register; the file says so, since a reader looks for it here.
"""
