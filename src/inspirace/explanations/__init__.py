"""Explanations: what each code means, a bad and a good example, and how to repair it."""
