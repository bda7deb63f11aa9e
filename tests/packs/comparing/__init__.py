"""Plans held against the plan above."""
