"""Quality, speed and scale, measured on outside data; each module is a command."""
