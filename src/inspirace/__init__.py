"""Inspirace: the catalogue of social innovations in libraries."""

__version__ = "0.1.0"
