"""Learning from the user: what their own codes are given to, and where else they may belong."""
