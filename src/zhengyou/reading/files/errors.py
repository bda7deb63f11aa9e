"""读不出 — the one error of reading files; its message is for the person at the keyboard."""


class Unreadable(Exception):
    """读不出 — the file cannot be read as a notice."""
