"""What is read becomes part of a project: known, new, revised, or a copy of something there."""
