"""条目 — one finder for each kind of item; each is given a `Source` and returns items."""
