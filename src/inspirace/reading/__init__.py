"""Reading: files of the content as bytes, text, front matter and its YAML, each with its faults."""
