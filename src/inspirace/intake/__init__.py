"""Intake: a filled issue form of GitHub made into a file of the catalogue."""
