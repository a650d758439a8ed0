"""The engines that are asked for rivals: diming, and what one would otherwise have used."""
