"""The engine of the house: it knows actions, measures, rules, pages and papers, and no subject."""
