"""A project as one page for any browser, that needs neither network nor script."""
