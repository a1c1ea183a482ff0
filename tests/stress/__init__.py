"""Small rooms in which everything goes wrong that can, and nothing may be lost.

`python -m tests.stress` goes through all of it; a seeded share of each runs with the other tests.
"""
