"""争优 — campaigns over a tree of grassroots organisations: facts entered once, measures, rules, papers."""

__version__ = "0.1.0"
