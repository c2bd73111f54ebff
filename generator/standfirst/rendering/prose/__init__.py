"""Documents as HTML that fits the page they are set on."""
