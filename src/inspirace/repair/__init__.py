"""Repair: what is wrong in a file mechanically put right, and nothing of what it says."""
