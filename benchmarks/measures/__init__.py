"""What is measured, one module a question; each returns figures."""
