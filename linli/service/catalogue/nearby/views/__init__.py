"""The pages: the map for everybody, the service days, and where things are put on the map."""
