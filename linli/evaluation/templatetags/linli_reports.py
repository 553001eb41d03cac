"""The figures of a report of work, in words: the same on the page and on paper."""

from django import template

from linli.evaluation.reports import word

register = template.Library()
register.filter("line_words", word.say_line)
register.filter("before_words", word.say_before)
register.filter("figure_words", word.say_figure)
