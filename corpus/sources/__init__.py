"""Every format that articles come in, one file a format."""
