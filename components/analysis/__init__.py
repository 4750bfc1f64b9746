"""Questions asked of the library; the answers are records and tables, never sentences."""
