"""What the People's Mediation Law asks: pure functions over plain values."""
