"""读入 — from a file to a whole pack: lines kept, the pack above merged in, days made dates."""
