"""A knowledge graph of armed groups from news: who belongs to whom, and who says so."""
