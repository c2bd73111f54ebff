"""What comes from the web when a writer asks for it: pages, and whether an archive has copies of them."""
