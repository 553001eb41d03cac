"""Who and where, and how every page and write is made: the registers all domains stand on."""
