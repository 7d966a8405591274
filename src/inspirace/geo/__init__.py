"""Geography: outlines of regions and countries, projections, and points that come together."""
