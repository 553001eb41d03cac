"""活动: courses, clubs, lectures, festivals, outings: what is on, who comes, what came of it."""
