"""Across articles: who says what, who worries about what, and how that changes."""
