"""Makes the Word templates in documents/, laid out after GB/T 9704 (paper, type, page numbers)."""
