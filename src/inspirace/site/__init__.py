"""The site: pages put into the generator's frame, and files written."""
