"""Names put down for something with so many places: a course, an outing, a volunteer's shift.

The domain owns the row that points here (`Activity.sheet`, `Shift.sheet`), says once what its
sheets are like (`register_sheets`), and lays one out inside its own act (`lay_out`). This mechanism
keeps the line: who is in, who waits, who is offered a place and until when, who came on which
date; on the web, on paper, by telephone and out of a pasted chain alike.
"""
