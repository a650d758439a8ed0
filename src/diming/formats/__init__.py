"""Files in and out: office tables, GIS layers, and what is wrong with them."""
