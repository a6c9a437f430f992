"""What stands before the routes: how often a key may call, and what surrounds every call."""
