"""The forms of surveys at the desk."""
