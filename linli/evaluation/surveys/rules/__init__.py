"""Pure rules of surveys: the sample, what an answer counts as, the estimate, what may be told."""
