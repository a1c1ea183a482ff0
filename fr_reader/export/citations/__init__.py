"""Passages and articles cited in the styles of the handbooks, one module for each."""
