"""Facts as views: what templates see."""
