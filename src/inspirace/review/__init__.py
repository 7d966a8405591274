"""Review of a change: what an editor wants to know of it before it lands."""
