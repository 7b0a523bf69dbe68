"""News articles in, dated events and itineraries out."""
