"""What kind of question it is, and of whose words."""
