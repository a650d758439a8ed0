"""Documents that a clerk can file (文书), from templates that an office can replace."""
