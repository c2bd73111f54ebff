"""The pages of a site, one module each: what its template sees, and how it is planned."""
