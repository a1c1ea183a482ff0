"""Checking texts that quote: whether each quotation says what its article says."""
