"""From decoded content to one joined-up site."""
