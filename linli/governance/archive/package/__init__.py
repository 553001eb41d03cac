"""The archive of a year as a package that opens without this house, and whether it is whole.

BagIt (RFC 8493) around plain files: an inventory as JSON, CSV and PDF/A, a page that opens in any
browser without a network, and for each item its papers, a description, and a reading copy.
"""
