"""YAML as librarians write it: plain values with their places, and every fault in words."""
