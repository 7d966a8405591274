"""Views: values of records made ready to print, shared by the outputs."""
