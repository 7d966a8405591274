"""Outputs: each module turns records into the pages or files of one kind."""
