"""The pages and the API: parse a request, call a service, render."""
