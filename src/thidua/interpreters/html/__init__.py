"""HTML that needs no script, no network and no theme: fragments for notebooks, whole pages for readers and printers."""
