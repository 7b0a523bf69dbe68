"""What leaves the project: tables of events and itineraries, and the files made of them."""
