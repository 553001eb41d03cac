"""The evaluation's own surveys: asked of a sample drawn by a recorded procedure, answered without
a name, estimated for all residents, and told with the answer rate beside every figure."""
