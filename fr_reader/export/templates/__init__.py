"""Notes in a shape of the user's own: templates in Jinja2, in its sandbox, in a process apart."""
