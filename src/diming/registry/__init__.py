"""The registry (地名库): what every store can do, and the GeoPackage store behind it."""
