"""Rooms: one folder a subject, all laid out alike."""
