"""A pack told: in words, in the words of its own programme, and beside another."""
