"""Claims in, answers out: resolution, the graph directory, RDF, the page, exports."""
