"""Pages of facilities: for everybody, for whoever booked, at the door, at the desk."""
