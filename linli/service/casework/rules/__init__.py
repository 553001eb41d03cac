"""What must hold before a case is opened, passed on, closed: pure, without a database."""
