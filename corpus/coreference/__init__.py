"""Which mentions of a document name one entity."""
