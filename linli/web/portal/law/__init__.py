"""The law the house stands on, to be read by everybody: articles, numbers, and places compared."""

from linli.web.portal.law.comparing import compare
from linli.web.portal.law.pages import cited, law, number

__all__ = ["cited", "compare", "law", "number"]
