"""Reported speech without quotation marks: cues, who they belong to, and what they report."""
