"""The geometry of the desk's charts: what stands where; templates draw it as SVG."""
