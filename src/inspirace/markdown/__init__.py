"""Markdown bodies: sections, links and their places, and safe HTML."""
