"""What the commands do, beside asking."""
