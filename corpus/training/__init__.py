"""Train and measure the embedded reader. For the repository only: it does not ship."""
