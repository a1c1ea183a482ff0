"""Measurements of what fr-reader claims: run each as a module from the root of the repository."""
