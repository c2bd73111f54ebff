"""The explainer in one file: pages that are made already, put together anew."""
