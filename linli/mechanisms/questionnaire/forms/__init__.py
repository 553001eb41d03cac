"""Forms of a questionnaire: the answer sheet, a slip's code, and the desk's."""
